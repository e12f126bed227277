using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>分担比例之和。What the payers of one sum bear (中央承担60%、省级承担15%、县级承担30%) is no more than all of it.</summary>
internal static class SharesOfAll
{
    private const decimal All = 100m;
    private const decimal Rounded = 0.5m;

    /// <summary>The shares of a sentence, where they make more than the whole.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var shares = ProjectFigures.Of(project).Goal.Where(told => told.Unit == "%" && told.Bound == TargetOperator.Equal
            && told is { IsAbout: false, IsDetail: false, Number: > 0m } && WordList.IsIn(told.Before, words.Payers)
            && words.Bearing.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal))).ToArray();
        if (shares.Length < 2) return null;
        foreach (var sentence in shares.GroupBy(told => told.Sentence))
        {
            var (sum, told) = (sentence.Sum(share => share.Number), sentence.ToArray());
            // two grades of one payer are no parts of one whole
            if (told.Length < 2 || sum <= All + Rounded || told.DistinctBy(share => share.Before).Count() < told.Length) continue;
            return new Miscount("100%", string.Join('＋', told.Select(share => share.Text)), Figures.Plain(sum) + "%");
        }

        return null;
    }
}
