using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 比上年还差。生产安全事故起数由上年的12起下降10%以上 beside ≤15起, and the other way round: the goal lets a figure fall from last year's, and the indicator
/// sets more than that.
/// </summary>
internal static partial class WorseThanLastYear
{
    private const int Kin = 3;

    /// <summary>The first indicator that promises less than there was; null for none.</summary>
    public static (ReviewedIndicator Line, string Told)? Of(ReviewedProject project, IndicatorReview review)
    {
        if (AsLastYear(project, review) is { } same) return same;
        foreach (Match match in FromLastYear().Matches(project.PlainGoal))
        {
            var from = decimal.Parse(match.Groups["from"].ValueSpan, CultureInfo.InvariantCulture);
            var isUp = match.Groups["up"].Success;
            var line = ProjectFigures.Of(project).Lines.FirstOrDefault(line => line.Per.Count == 0
                && line.Line.Unit == match.Groups["unit"].Value
                && (isUp ? line.Bound is TargetOperator.AtLeast or TargetOperator.Equal && line.Line.Number < from
                    : line.Bound is TargetOperator.AtMost or TargetOperator.Equal && line.Line.Number > from)
                && Kinship.Of(match.Groups["of"].Value, line.Line.Indicator.Name, review.Standards.Words.Generic) >= Kin
                // 全县亡人火灾起数 is no 全县火灾起数, and 新增床位 are no 床位
                && Subject(line.Line.Indicator.Name).StartsWith(Subject(match.Groups["of"].Value), StringComparison.Ordinal)
                && !WordList.IsIn(line.Line.Indicator.Name, review.Standards.Words.Additions));
            if (line is not null) return (line.Line, match.Value);
        }

        return null;
    }

    /// <summary>
    /// 2025年PM2.5平均浓度43微克/立方米…，2026年降到41微克/立方米以下 beside ≤43微克/立方米: the only such measure of goal and indicators, and the indicator takes
    /// last year's.
    /// </summary>
    private static (ReviewedIndicator Line, string Told)? AsLastYear(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        foreach (var line in figures.Lines.Where(line => !line.IsMoney && line.Unit != "%" && line.Per.Count == 1))
        {
            var told = figures.Goal.Concat(figures.Past).Where(one => one.Unit == line.Unit && one.Per.SequenceEqual(line.Per)).ToArray();
            if (told.Length != 2 || figures.Lines.Count(other => other.Unit == line.Unit
                && other.Per.SequenceEqual(line.Per)) != 1) continue;
            var was = Array.Find(told, one => one.Number == line.Number && figures.IsOfOtherYears(one, review.Year));
            var now = Array.Find(told, one => one.Number != line.Number && !figures.IsOfOtherYears(one, review.Year));
            // 示范片单产达到650公斤 beside 全县平均单产: the figure has a subject of its own
            if (was is null || now is null || OwnSubject.IsIn(now.Lead, line.Line.Indicator.Name)) continue;
            if (line.Bound is TargetOperator.AtMost ? now.Number < line.Number : line.Bound is TargetOperator.AtLeast
                && now.Number > line.Number)
                return (line.Line, now.Text);
        }

        return null;
    }

    private static string Subject(string told) => All.Aggregate(told, static (left, word) =>
        left.StartsWith(word, StringComparison.Ordinal) ? left[word.Length..] : left);

    private static readonly string[] All = ["力争", "确保", "全县", "全市", "全区", "全旗", "全州", "我县", "本县"];

    [GeneratedRegex(@"(?<of>[^，。；、0-9]{2,18}?)由(?:上年度?|去年|20[0-9]{2}年)的?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[%\p{L}]{1,3}?)"
        + @"(?:(?<up>增长|提高|上升|增加)|下降|减少|降低|压降|压减)[0-9]{1,3}(?:\.[0-9]{1,2})?(?:%|个百分点)")]
    private static partial Regex FromLastYear();
}
