using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>变化的方向。由85%提高到78%, 漏损率由18%降至19%: the two figures go the other way than the word between them.</summary>
internal static partial class Changes
{
    /// <summary>The first change of a goal that goes the wrong way, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal)
    {
        if (goal.AsSpan().IndexOfAny('由', '从') < 0) return null;
        foreach (Match match in Told().Matches(goal))
        {
            var (from, to) = (Figure(match, "from"), Figure(match, "to"));
            // 排名由12位提升至8位
            if (Ranks().IsMatch(goal.AsSpan(Math.Max(0, match.Index - Reach), Math.Min(Reach, match.Index)))) continue;
            if (match.Groups["up"].Success ? to < from : to > from) return (match.Value, "数字与变化的方向不符");
        }

        return null;
    }

    private const int Reach = 10;

    [GeneratedRegex("排名|名次|位次|位居|排位")]
    private static partial Regex Ranks();

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:由|从)(?:上年度?|去年|20[0-9]{2}年)?的?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[%％\p{L}]{0,3}?)"
        + "(?:(?<up>提高|提升|增加|增长|上升|扩大|提标)|下降|降低|降|减少|压减|缩短|压缩)"
        + @"(?:到|至)(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>")]
    private static partial Regex Told();
}
