using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>桩号与里程。K3+200至K11+700段，全长9.5公里: the stakes at both ends of a road are 8.5 km apart.</summary>
internal static partial class StakeNumbers
{
    private const decimal Metres = 1_000m;

    /// <summary>What breaks in the chainage may change.</summary>
    private const decimal Broken = 0.05m;

    /// <summary>The only stretch of the goal, where its length is another than told, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal)
    {
        // several stretches are told with one length for all of them
        if (!goal.Contains('+', StringComparison.Ordinal) && !goal.Contains('＋', StringComparison.Ordinal)) return null;
        if (Stakes().Count(goal) != 2 || Stretch().Match(goal) is not { Success: true } match) return null;
        var between = Place(match, "to", "toup") - Place(match, "from", "fromup");
        var told = decimal.Parse(match.Groups["told"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["unit"].Value != "米") told *= Metres;
        if (between <= 0m || Math.Abs(between - told) <= Broken * between) return null;
        return (match.Value, $"起止桩号之间是{Figures.Plain(between / Metres)}公里");
    }

    private static decimal Place(Match match, string kilometres, string metres) =>
        (decimal.Parse(match.Groups[kilometres].ValueSpan, CultureInfo.InvariantCulture) * Metres)
            + decimal.Parse(match.Groups[metres].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[KkＫ][0-9]{1,4}[+＋][0-9]{3}")]
    private static partial Regex Stakes();

    [GeneratedRegex(@"[KkＫ](?<from>[0-9]{1,4})[+＋](?<fromup>[0-9]{3}(?:\.[0-9]{1,3})?)\s*(?:至|到|-|—+|–|~|～)\s*[KkＫ](?<to>[0-9]{1,4})[+＋]"
        + @"(?<toup>[0-9]{3}(?:\.[0-9]{1,3})?)[^，。；;0-9两双左右岸侧扣除破损分范共计、沟栏灯带管处墩桩牌]{0,10}[，,]?(?:路线)?(?:全长|长度为?|里程为?|长)约?(?<told>[0-9]{1,7}(?"
        + @":\.[0-9]{1,3})?)(?"
        + @"<unit>公里|千米|km|米)(?![（(][^）)]{0,30}(?:除外|断链|不计|共线|扣))(?![（(，,]?[^，。；;）)]{0,6}(?:双侧|两侧|单侧|左右|合计|扣[除减]|不含))")]
    private static partial Regex Stretch();
}
