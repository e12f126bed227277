using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>The one tolerance of the house, for relations and conditions alike.</summary>
public static class TieComparison
{
    /// <summary>Compares two figures: silent, 尾差 when their intervals meet, broken beyond.</summary>
    /// <exception cref="InvalidOperationException">One is money and the other is not.</exception>
    public static Tie Of(Measure left, Comparison comparison, Measure right)
    {
        var gap = left - right;
        var beyond = comparison switch
        {
            Comparison.Equal => Math.Abs(gap.Value),
            Comparison.AtMost => gap.Value,
            _ => -gap.Value,
        };
        if (beyond <= 0m) return Tie.Holds;
        return beyond <= gap.HalfWidth ? Tie.Tail : Tie.Broken;
    }

    /// <summary>
    /// Whether two figures compare so under the same tolerance; &lt; &gt; ≠ hold only where rounding does not explain the gap.
    /// </summary>
    public static bool Holds(Measure left, Comparison comparison, Measure right) => comparison switch
    {
        Comparison.Unequal => Of(left, Comparison.Equal, right) == Tie.Broken,
        Comparison.Above => Of(left, Comparison.AtMost, right) == Tie.Broken,
        Comparison.Below => Of(left, Comparison.AtLeast, right) == Tie.Broken,
        _ => Of(left, comparison, right) != Tie.Broken,
    };
}
