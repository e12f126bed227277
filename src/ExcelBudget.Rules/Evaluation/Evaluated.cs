using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>A figure (money in yuan), or the reason why it cannot be told.</summary>
/// <param name="Value">The figure with its interval.</param>
/// <param name="Unknown">Why it cannot be told, in Chinese; null when it can.</param>
public readonly record struct Evaluated(Measure Value, string? Unknown = null)
{
    /// <summary>True when the figure can be told.</summary>
    public bool IsKnown => Unknown is null;

    internal static Evaluated Combine(Evaluated left, Evaluated right, Func<Measure, Measure, Measure> combine) =>
        left.Unknown is not null ? left : right.Unknown is not null ? right : new Evaluated(combine(left.Value, right.Value));
}
