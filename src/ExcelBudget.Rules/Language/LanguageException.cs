namespace ExcelBudget.Rules.Language;

/// <summary>An expression of a pack cannot be understood. Packs report it with file and line; it never reaches an accountant.</summary>
public sealed class LanguageException : Exception
{
    /// <param name="problem">What is wrong, in Chinese.</param>
    /// <param name="column">Position in the expression, from 1.</param>
    public LanguageException(string problem, int column)
        : base($"第 {column} 个字符处：{problem}") => (Problem, Column) = (problem, column);

    /// <summary>What is wrong, without its position.</summary>
    public string Problem { get; }

    /// <summary>Position in the expression, from 1.</summary>
    public int Column { get; }
}
