using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>年龄与出生年份。Ages beside the years of birth that are told of the same people: 3至6岁儿童（2008年至2011年出生）.</summary>
internal static partial class BirthYears
{
    /// <summary>Years by which school years and months of birth may move an age.</summary>
    private const int Loose = 2;
    private const string Ends = "。；;\n";

    /// <summary>Years of birth that the ages of their sentence contradict, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal, int year)
    {
        if (!goal.Contains('岁', StringComparison.Ordinal) || !goal.Contains("出生", StringComparison.Ordinal)) return null;
        foreach (var sentence in goal.Split([.. Ends]))
        {
            if (Ages().Matches(sentence) is not [var ages] || Births().Matches(sentence) is not [var births]) continue;
            var (first, last) = (year - Number(ages, "high"), year - Number(ages, "low"));
            if (Math.Abs(Number(births, "from") - first) > Loose || Math.Abs(Number(births, "to") - last) > Loose)
                return (births.Value, $"与“{ages.Value}”不符，按年龄应为{first}年至{last}年前后出生");
        }

        return null;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(?<low>\d{1,2})(?:周?岁)?(?:至|到|-|—|–|~|～)(?<high>\d{1,2})周?岁")]
    private static partial Regex Ages();

    [GeneratedRegex(@"(?<!\d)(?<from>(?:19|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至|到|-|—|–|~|～)"
        + @"(?<to>(?:19|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:期间|之间|间)?出生")]
    private static partial Regex Births();
}
