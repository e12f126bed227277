using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>同一步两个期限。8月底前全部完成改造并投入使用 … 6所机构改造项目10月底前全部投入使用: all of it is done by two different months.</summary>
internal static partial class TwiceDated
{
    /// <summary>The first deed that all of a work is said to have reached by two months, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal)
    {
        if (!goal.Contains("全部", StringComparison.Ordinal) && !goal.Contains("全面", StringComparison.Ordinal)) return null;
        var told = Dated().Matches(goal);
        for (var at = 1; at < told.Count; at++)
        {
            for (var before = 0; before < at; before++)
            {
                if (told[before].Groups["verb"].Value == told[at].Groups["verb"].Value
                    && told[before].Groups["month"].Value != told[at].Groups["month"].Value)
                    return (told[at].Groups["said"].Value, $"前面却写“{told[before].Groups["said"].Value}”");
            }
        }

        return null;
    }

    /// <summary>一期6月底前全部投入使用 names its own part: nothing but a count may stand before the month.</summary>
    [GeneratedRegex(@"(?<=[，。；：、:]|^)(?:[0-9]{1,4}\p{L}{1,8})?(?<said>(?<month>1[0-2]|[1-9])月(?:底|末|中旬|上旬|下旬)?前(?:全部|全面)[^，。；、0-9]{0,8}?"
        + "(?<verb>投入使用|投入运行|交付使用|通车|通水|完工|竣工|建成|投用))")]
    private static partial Regex Dated();
}
