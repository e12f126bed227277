using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Cells behind the 校验 sheet, on the very hidden sheet: what is counted once for a column of a form and asked by many lines, and
/// the figures the workbook was issued with.
/// </summary>
public interface ICheckCells
{
    /// <summary>The cell that counts texts among the figures of a column's data rows.</summary>
    string TextsIn(FormDefinition form, ColumnId column);

    /// <summary>The cell that counts rows in which a column lacks the amount its formula would give: rows that people inserted or typed.</summary>
    string MissingIn(FormDefinition form, ColumnId column);

    /// <summary>Ranges of the keys of a form's prefilled rows and of the figures of one column; null when nothing was prefilled.</summary>
    (string Keys, string Figures)? Sealed(FormDefinition form, ColumnId column);

    /// <summary>The figure a fixed row was issued with, in the form's unit; 0 when blank.</summary>
    decimal SealedFigure(FormDefinition form, RowKey row, ColumnId column);
}

/// <summary>Formulas that many lines share, as defined names: name → formula, in the order they were made.</summary>
public sealed class SharedFormulas
{
    private readonly Dictionary<string, string> _formulas = new(StringComparer.Ordinal);

    /// <summary>Names with their formulas.</summary>
    public IReadOnlyDictionary<string, string> All => _formulas;

    /// <summary>The name of a formula, written when it is asked for the first time.</summary>
    /// <param name="name">Name without blanks.</param>
    /// <param name="formula">Writes the formula.</param>
    public string Name(string name, Func<string> formula)
    {
        if (!_formulas.ContainsKey(name)) _formulas[name] = formula();
        return name;
    }
}
