using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>分批支付的比例。分两批拨付，6月底前拨付60%，12月底前拨付50%: what is paid in instalments is all of it, neither more nor less.</summary>
internal static class Instalments
{
    private const decimal All = 100m;
    private const string Percent = "%";

    /// <summary>The shares of a sentence that do not make the whole; null where they do, or not all are told.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words.PayVerbs;
        var shares = ProjectFigures.Of(project).Goal.Where(told => told is { Unit: Percent, IsAbout: false, Number: > 0m and < All }
            && told.Bound == TargetOperator.Equal && words.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal)));
        foreach (var sentence in shares.GroupBy(told => told.Sentence))
        {
            var parts = sentence.ToArray();
            if (parts.Length < 2) continue;
            var sum = parts.Sum(part => part.Number);
            // 验收后付至80%: what is paid by then, the earlier part among it
            if (sum == All || parts.Any(part => part.Before.EndsWith('至') || part.Before.EndsWith('到'))) continue;
            if (Told(parts[0].Context, review) is { } times ? times == parts.Length : sum > All)
                return new Miscount("100%", string.Join('＋', parts.Select(part => part.Text)), Figures.Plain(sum) + Percent);
        }

        return null;
    }

    /// <summary>How many instalments a text tells; null where it tells none.</summary>
    private static int? Told(string text, IndicatorReview review)
    {
        foreach (var (said, times) in WordGroups.PairsOf(review.Standards.Words.InstalmentCounts))
        {
            if (said.Any(word => text.Contains(word, StringComparison.Ordinal)))
                return int.Parse(times[0], System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }
}
