using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>起止月份与发放月数。自4月起至12月止按月发放 beside 补助发放月数 12个月: the goal's only span of months has nine.</summary>
internal static partial class PaidMonths
{
    private const string Months = "月数";

    /// <summary>The counts of months that the goal's span does not have, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project)
    {
        if (Spans().Matches(project.PlainGoal) is not [var span]
            || project.PlainGoal.Contains("个月", StringComparison.Ordinal)
            // 全年按月打卡，3月至5月先行预拨: some of the months
            || AllYear().IsMatch(project.PlainGoal)) yield break;
        var (from, to) = (Number(span, "from"), Number(span, "to"));
        if (from is < 1 or > 12 || to is < 1 or > 12 || to <= from) yield break;
        var told = to - from + 1;
        foreach (var line in project.Indicators.Where(line => line.Number is { } number && number != told
            && line.Indicator.Unit is "个月" or "月" && line.Stem.EndsWith(Months, StringComparison.Ordinal)))
            yield return (line, $"绩效目标里的“{span.Value}”是{told}个月");
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("全年按月|每月[^，。；]{0,6}(?:打卡|发放)|预拨|先行|提前发")]
    private static partial Regex AllYear();

    [GeneratedRegex(@"(?<![0-9])(?<from>[0-9]{1,2})月(?:份|1日)?(?:起|开始)?(?:至|到|-|—|–|~|～)(?<to>[0-9]{1,2})月(?:份|底|末|3[01]日)?止?(?"
        + @"=[^，。；]{0,6}(?:发放|按月|补助|补贴))")]
    private static partial Regex Spans();
}
