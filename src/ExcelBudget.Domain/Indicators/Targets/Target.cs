namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>A target found in a clause.</summary>
/// <param name="Start">Where it begins, operator included.</param>
/// <param name="Operator">计算符号。</param>
/// <param name="Amount">Its value.</param>
internal sealed record Target(int Start, TargetOperator Operator, Amount Amount)
{
    /// <summary>Behind unit, suffix and closing bracket.</summary>
    public int End { get; init; } = Amount.End;

    /// <summary>
    /// True when only the place in the sentence speaks for it: 培训200名干部. Gives way to a target with operator or at the end.
    /// </summary>
    public bool IsWeak { get; init; }
}
