using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>互补的比率。Two rates of one thing that make the whole together (出租率 and 空置率) and are set otherwise.</summary>
internal static class ComplementaryRates
{
    private const decimal Whole = 100m;
    private const decimal Rounded = 1m;

    /// <summary>The second of two such rates, where both cannot be.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var rates = ProjectFigures.Of(project).Lines.Where(line => line is { Unit: "%", Per.Count: 0 }
            && line.Line.Stem.EndsWith('率')).ToArray();
        if (rates.Length < 2) return null;
        foreach (var pair in review.Standards.Words.Complements)
        {
            var cut = pair.IndexOf('|', StringComparison.Ordinal);
            foreach (var one in rates.Where(line => Of(line, pair[..cut]) is not null))
            {
                var other = Array.Find(rates, line => !ReferenceEquals(line, one) && Of(line, pair[(cut + 1)..]) is { } what
                    && what == Of(one, pair[..cut]));
                if (other is null || CanBe(one, other)) continue;
                return new Miscount(
                    Figures.Plain(Whole - one.Number) + "%", $"100%－{Figures.Plain(one.Number)}%", other.Line.Target, other.Line)
                {
                    Also = [one.Line],
                };
            }
        }

        return null;
    }

    /// <summary>What a rate is of: 公租房 of 公租房出租率; null where it is another rate.</summary>
    private static string? Of(LineQuantity line, string rate)
    {
        var name = line.Line.Stem;
        if (!name.EndsWith(rate, StringComparison.Ordinal)) return null;
        var what = name[..^rate.Length];
        return what.Length > 0 && what[^1] is '不' or '未' or '非' ? null : what;
    }

    private static bool CanBe(LineQuantity one, LineQuantity other)
    {
        var sum = one.Number + other.Number;
        if (Math.Abs(sum - Whole) <= Rounded) return true;
        return sum > Whole ? IsUpper(one) || IsUpper(other) : IsLower(one) || IsLower(other);
    }

    private static bool IsUpper(LineQuantity line) => line.Bound is TargetOperator.AtMost or TargetOperator.LessThan;

    private static bool IsLower(LineQuantity line) => line.Bound is TargetOperator.AtLeast or TargetOperator.MoreThan;
}
