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
            if (Bound(sentence, year) is { } bound) return bound;
            if (Ages().Matches(sentence) is not [var ages] || Births().Matches(sentence) is not [var births]) continue;
            var (first, last) = (year - Number(ages, "high"), year - Number(ages, "low"));
            if (Math.Abs(Number(births, "from") - first) > Loose || Math.Abs(Number(births, "to") - last) > Loose)
                return (births.Value, $"与“{ages.Value}”不符，按年龄应为{first}年至{last}年前后出生");
        }

        return null;
    }

    /// <summary>65周岁以上老年人（1979年12月31日前出生）: one age, and one year before which they were born.</summary>
    private static (string, string)? Bound(string sentence, int year)
    {
        if (Least().Matches(sentence) is not [var age] || BornBefore().Matches(sentence) is not [var born]) return null;
        // 为65周岁以上老年人体检，对1949年前出生的老党员上门: two groups
        if (born.Index > age.Index && sentence[age.Index..born.Index] is var between
            && (between.Contains("，对", StringComparison.Ordinal) || between.Contains("，为", StringComparison.Ordinal)
                || between.Contains("，给", StringComparison.Ordinal))) return null;
        var last = year - Number(age, "low");
        return Math.Abs(Number(born, "to") - last) > Loose
            ? (born.Value, $"与“{age.Value}”不符，按年龄应为{last}年前后出生") : null;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9.])(?<low>[0-9]{1,2})(?:周?岁)?(?:至|到|-|—|–|~|～)(?<high>[0-9]{1,2})周?岁")]
    private static partial Regex Ages();

    [GeneratedRegex(@"(?<![0-9.])(?<low>[0-9]{1,3})周?岁(?:及)?以上")]
    private static partial Regex Least();

    [GeneratedRegex(@"(?<![0-9])(?<to>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:及)?(?:以前|之前|前)出生")]
    private static partial Regex BornBefore();

    [GeneratedRegex(@"(?<![0-9])(?<from>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:至|到|-|—|–|~|～)"
        + @"(?<to>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:期间|之间|间)?出生")]
    private static partial Regex Births();
}
