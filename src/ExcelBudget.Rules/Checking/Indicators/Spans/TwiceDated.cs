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
                    && told[before].Groups["month"].Value != told[at].Groups["month"].Value
                    && AreOfOne(Subject(goal, told[before]), Subject(goal, told[at])))
                    return (told[at].Groups["said"].Value, $"前面却写“{told[before].Groups["said"].Value}”");
            }
        }

        return null;
    }

    /// <summary>一期28个村，6月底前全部完工；二期31个村，10月底前全部完工: two works, unless they are counted alike or only one is named.</summary>
    private static bool AreOfOne(string first, string second)
    {
        var (one, other) = (Counts().Matches(first), Counts().Matches(second));
        if (one.Count > 0 && other.Count > 0) return one.Any(count => other.Any(same => same.Value == count.Value));
        return first.Length == 0 || second.Length == 0 || (one.Count > 0 && second.Length <= ShortSubject && first.Contains(second,
            StringComparison.Ordinal));
    }

    /// <summary>What stands before a month in its own statement.</summary>
    private static string Subject(string goal, Match match)
    {
        var end = match.Groups["said"].Index;
        var start = goal.AsSpan(0, end).LastIndexOfAny(Ends) + 1;
        return goal[start..end].Trim('，', '、', ' ');
    }

    private const int ShortSubject = 12;
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("。；;\n");

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?(?!月)\p{L}")]
    private static partial Regex Counts();

    /// <summary>一期6月底前全部投入使用 names its own part: nothing but a count may stand before the month.</summary>
    [GeneratedRegex(@"(?<=[，。；：、:]|^)(?:[0-9]{1,4}\p{L}{1,8})?(?<said>(?<month>1[0-2]|[1-9])月(?:底|末|中旬|上旬|下旬)?前(?:全部|全面)[^，。；、0-9]{0,8}?"
        + "(?<verb>投入使用|投入运行|交付使用|通车|通水|完工|竣工|建成|投用))(?!的)")]
    private static partial Regex Dated();
}
