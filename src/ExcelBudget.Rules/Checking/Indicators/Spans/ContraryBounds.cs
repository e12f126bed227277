using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>下限高于上限。每户补助不低于1.2万元、最高不超过1万元: nothing can keep both.</summary>
internal static partial class ContraryBounds
{
    /// <summary>The first two bounds of one figure that leave nothing between them, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal)
    {
        foreach (Match match in Bounds().Matches(goal))
        {
            if (Number(match, "least") > Number(match, "most")) return (match.Value, "下限比上限还高");
        }

        return null;
    }

    private static decimal Number(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:不低于|不少于|不得低于|最低|最少)(?<least>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[\p{L}%]{1,3})[，,、]?(?:且|也|同时)?(?:最高|最多)?"
        + @"(?:不超过|不高于|不多于|不得超过|不得高于)(?<most>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>(?=[，,。；;、）)]|$)")]
    private static partial Regex Bounds();
}
