using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>早于开始。6月开始轮出，9月底前完成轮入 beside 轮换完成时间 5月底前: finished before the goal lets it begin.</summary>
internal static partial class BeforeStart
{
    /// <summary>The indicators of a completion before the only beginning of the goal, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project, IndicatorReview review)
    {
        if (Beginnings().Matches(project.PlainGoal) is not [var begin] || Finished().Matches(project.PlainGoal) is not [var end]
            || end.Index < begin.Index) yield break;
        var (from, to) = (Month(begin), Month(end));
        if (from >= to) yield break;
        foreach (var line in project.Indicators)
        {
            var words = review.Standards.Words;
            if (Day().Match(line.Indicator.Value) is not { Success: true } day || Month(day) >= from
                || (day.Groups["year"].Success && day.Groups["year"].Value != review.Year.ToString(CultureInfo.InvariantCulture))
                || !line.Stem.EndsWith("完成", StringComparison.Ordinal) && !line.Stem.EndsWith("完成时间", StringComparison.Ordinal)
                || WordList.IsIn(line.Stem, words.OffWork) || WordList.IsIn(line.Stem, words.PartOfWork)) continue;
            // 招标完成时间 comes before the work begins: the goal's own words say which work it is
            var of = line.Stem.Replace("完成时间", "", StringComparison.Ordinal).Replace("完成", "", StringComparison.Ordinal);
            if (of.Length < 2 || !(project.PlainGoal.StartsWith(of, StringComparison.Ordinal)
                || project.Name.EndsWith(of, StringComparison.Ordinal)) || IsOfOther(project.PlainGoal, begin, of)) continue;
            yield return (line, $"可是目标里写{begin.Value}，{end.Value}");
        }
    }

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，。；、：,;:\n");

    /// <summary>深松作业9月开始 beside 小麦机收完成时间: what begins has a name of its own.</summary>
    private static bool IsOfOther(string goal, Match begin, string of)
    {
        var start = goal.AsSpan(0, begin.Index).LastIndexOfAny(Breaks) + 1;
        var named = goal[start..begin.Index];
        return named.Length > 1 && !Enumerable.Range(0, named.Length - 1).Any(at => of.Contains(named.AsSpan(at, 2),
            StringComparison.Ordinal))
            || named.Length > 1 && !named.Contains(of, StringComparison.Ordinal) && !of.Contains(named, StringComparison.Ordinal)
                && named[0] != of[0];
    }

    private static int Month(Match match) => int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<month>1[0-2]|[1-9])月(?:份|初|上旬|中旬|下旬|[0-9]{1,2}日)?(?:起|开始|启动|动工|开工)[^，。；、0-9]{0,6}")]
    private static partial Regex Beginnings();

    [GeneratedRegex(@"(?<![0-9])(?<month>1[0-2]|[1-9])月(?:底|末|[上中下]旬|[0-9]{1,2}日)?(?:之前|以前|前)(?:全面|全部)?完成[^，。；、0-9]{0,6}")]
    private static partial Regex Finished();

    [GeneratedRegex(@"^(?:(?<year>20[0-9]{2})年)?(?<month>1[0-2]|[1-9])月(?:底|末|[0-9]{1,2}日)?(?:之前|以前|前)?(?:完成)?$")]
    private static partial Regex Day();
}
