using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 金额和占比一起写的。中央300万元（占50%）、省级150万元（占25%）、县级150万元（占30%）: all but one of the shares are what their sums make of all of them.
/// </summary>
internal static partial class SharesWithSums
{
    private const decimal All = 100m;
    private const decimal Rounded = 0.6m;
    private const int Fewest = 2;

    /// <summary>The one share that its sum does not make; null where all agree or more than one would be wrong.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        foreach (Match list in Lists().Matches(project.PlainGoal))
        {
            var sums = Figures(list, "sum");
            var shares = Figures(list, "share");
            var whole = sums.Sum();
            if (sums.Length < Fewest || whole <= 0m) continue;
            var wrong = Enumerable.Range(0, sums.Length).Where(at => Math.Abs((sums[at] / whole * All) - shares[at]) > Rounded).ToArray();
            // of two parts one wrong share leaves nothing to hold it against but the rest
            // 33%、33%、34% are made to give 100; 其中管护员10万元，占33.3% is a share of a share
            if (wrong is not [var only] || Math.Abs(shares.Sum() - All) <= Rounded || list.Value.Contains("其中",
                StringComparison.Ordinal)) continue;
            return new Miscount(Domain.Money.Figures.Plain(Domain.Money.Figures.Round(sums[only] / whole * All, 1)) + "%",
                $"{Domain.Money.Figures.Plain(sums[only])}万元÷{Domain.Money.Figures.Plain(whole)}万元",
                Domain.Money.Figures.Plain(shares[only]) + "%");
        }

        return null;
    }

    private static decimal[] Figures(Match list, string group) =>
        [.. list.Groups[group].Captures.Select(capture => decimal.Parse(capture.ValueSpan, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"(?:[^，。；、0-9（）()]{2,16}(?<sum>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元(?:[（(](?:占比?)?(?:为)?(?<share>[0-9]{1,3}(?"
        + @":\.[0-9]{1,2})?)%[)）]|[，,]?占(?:比)?"
        + @"(?<share>[0-9]{1,3}(?:\.[0-9]{1,2})?)%)[、，,；和及]?){2,6}")]
    private static partial Regex Lists();
}
