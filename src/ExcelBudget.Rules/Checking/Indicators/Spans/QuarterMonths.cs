using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>季度与月份。第二季度（4月至7月）: a quarter of the year has its own three months.</summary>
internal static partial class QuarterMonths
{
    private const int Months = 3;

    /// <summary>The first quarter whose months are another's, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal)
    {
        if (!goal.Contains("季度（", StringComparison.Ordinal) && !goal.Contains("季度(", StringComparison.Ordinal)) return null;
        // 合同期的第一季度（6月至8月）: no quarter of the calendar
        if (goal.Contains("合同", StringComparison.Ordinal) || goal.Contains("学年", StringComparison.Ordinal)) return null;
        foreach (Match match in Quarters().Matches(goal))
        {
            if (FigureReader.Read(match.Groups["quarter"].Value) is not { IsFigure: true, Value: var quarter }) continue;
            var (from, to) = (Month(match, "from"), Month(match, "to"));
            var first = ((quarter - 1) * Months) + 1;
            // 第一季度（2月至3月）开展春防: a part of it
            if (from >= first && to <= first + Months - 1 && from <= to) continue;
            return (match.Value, $"第{match.Groups["quarter"].Value}季度是{first:0}月至{first + Months - 1:0}月");
        }

        return null;
    }

    private static int Month(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"第?(?<quarter>[一二三四1-4])季度[（(](?:即)?(?<from>1[0-2]|[1-9])月?(?:至|到|-|—|–|~|～)(?<to>1[0-2]|[1-9])月(?:份)?[）)]")]
    private static partial Regex Quarters();
}
