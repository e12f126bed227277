namespace ExcelBudget.Rules.Evaluation;

/// <summary>结论。How a relation came out.</summary>
public enum Tie
{
    /// <summary>通过。</summary>
    Holds,

    /// <summary>尾差。The gap is within what rounding explains.</summary>
    Tail,

    /// <summary>不通过。</summary>
    Broken,

    /// <summary>未检查。A figure it needs cannot be told.</summary>
    Unchecked,
}
