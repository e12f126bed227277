using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>分担比例之和。What the payers of one sum bear (中央承担60%、省级承担15%、县级承担30%) is no more than all of it.</summary>
internal static partial class SharesOfAll
{
    private const decimal All = 100m;
    private const decimal Rounded = 0.5m;

    /// <summary>小学生占45%、初中生占35%、高中生占30%: groups told side by side, each with its share of all.</summary>
    private static Miscount? Groups(ReviewedProject project)
    {
        foreach (Match list in Lists().Matches(project.Goal))
        {
            var parts = Parts().Matches(list.Value).ToArray();
            var sum = parts.Sum(part => decimal.Parse(part.Groups["share"].ValueSpan, CultureInfo.InvariantCulture));
            if (sum <= All + Rounded || parts.DistinctBy(part => part.Groups["of"].Value).Count() < parts.Length) continue;
            return new Miscount("100%", string.Join('＋', parts.Select(part => part.Groups["share"].Value + "%")), Figures.Plain(sum) + "%");
        }

        return null;
    }

    [GeneratedRegex(@"[^，。；、\d]{1,12}占(?:比)?(?:为|达)?\d{1,3}(?:\.\d{1,2})?%(?:[、，][^，。；、\d]{1,10}占(?:比)?(?:为|达)?\d{1,3}(?:\.\d{1,2})?%){1,6}")]
    private static partial Regex Lists();

    [GeneratedRegex(@"(?<of>[^，。；、\d]{1,12})占(?:比)?(?:为|达)?(?<share>\d{1,3}(?:\.\d{1,2})?)%")]
    private static partial Regex Parts();

    /// <summary>The shares of a sentence, where they make more than the whole.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var shares = ProjectFigures.Of(project).Goal.Where(told => told.Unit == "%" && told.Bound == TargetOperator.Equal
            && told is { IsAbout: false, IsDetail: false, Number: > 0m } && WordList.IsIn(told.Before, words.Payers)
            && words.Bearing.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal))).ToArray();
        if (Groups(project) is { } groups) return groups;
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
