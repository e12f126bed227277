using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 各轮的期限。Terms of the rounds of one work: 上半年核查1600户，6月底前完成，下半年核查1000户，10月底前完成. A round's stretch of the goal runs up to the next
/// round; the one day in it binds the indicator that names the same round and the same work.
/// </summary>
internal static partial class RoundTerms
{
    private const char Ordinal = '第';
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("。；;\n");

    /// <summary>The indicator that puts its round off, and the goal's day; null when none is meant for certain.</summary>
    public static (ReviewedIndicator Line, string Told)? PutOff(ReviewedProject project, IndicatorReview review)
    {
        if (!project.Goal.Contains('月', StringComparison.Ordinal)) return null;
        foreach (var line in project.Indicators)
        {
            if (line.Indicator.Operator is TargetOperator.None || Months().Matches(line.Indicator.Value) is not [var set]) continue;
            var words = review.Standards.Words;
            if (words.Rounds.FirstOrDefault(word => line.Indicator.Name.StartsWith(word, StringComparison.Ordinal)) is not { } round
                || Stretch(project.Goal, round, words.Rounds) is not { } stretch) continue;
            var act = WordList.Without(line.Stem[round.Length..], words.TermWords).Replace("|", "", StringComparison.Ordinal);
            // 第一批6月底前完工 beside 第一批资金拨付时间: another step of it
            if (words.Steps.Any(step => act.Contains(step, StringComparison.Ordinal) && !stretch.Contains(step, StringComparison.Ordinal)))
                continue;
            if (act.Length > 1 && Kinship.Of(project.Goal, act, []) == 0) continue;
            if (Months().Matches(stretch) is not [var told] || told.Groups["bound"].Length == 0) continue;
            // two indicators of one round date two steps of it
            if (project.Indicators.Count(other => other.Indicator.Name.StartsWith(round, StringComparison.Ordinal)
                && Months().IsMatch(other.Indicator.Value)) > 1) continue;
            if (Month(set, review.Year) > Month(told, review.Year)) return (line, told.Value);
        }

        return null;
    }

    /// <summary>
    /// From a round's word to the next round or the end of the sentence; null where it is told twice or not at all. 第二批8公里，7月底前完工;
    /// 其中第二批3400户: the one that tells a day.
    /// </summary>
    private static string? Stretch(string goal, string round, IReadOnlyList<string> rounds)
    {
        var found = new List<string>();
        for (var start = goal.IndexOf(round, StringComparison.Ordinal); start >= 0;
            start = goal.IndexOf(round, start + round.Length, StringComparison.Ordinal))
        {
            var from = start + round.Length;
            var end = goal.AsSpan(from).IndexOfAny(Ends) is >= 0 and var stop ? from + stop : goal.Length;
            foreach (var other in rounds)
            {
                if (goal.IndexOf(other, from, end - from, StringComparison.Ordinal) is >= 0 and var next) end = next;
            }

            found.Add(goal[from..end]);
        }

        if (found.Count > 1 && round[0] != Ordinal) return null;
        return found.Count < 2 ? found.FirstOrDefault() : found.FindAll(stretch => Months().IsMatch(stretch)) is [var only] ? only : null;
    }

    private static int Month(Match match, int year)
    {
        var said = match.Groups["year"];
        var told = said.Success ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture) : match.Groups["next"].Success ? year + 1 : year;
        return (told * 12) + int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年|(?<next>次年|翌年|明年))?(?<![0-9])(?<month>1[0-2]|0?[1-9])月"
        + @"(?<bound>(?:[0-9]{1,2}日|底|末|初|[上中下]旬|份)?(?:之前|以前|前|内)?)")]
    private static partial Regex Months();
}
