using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>每月几日前。每月15日前发放 beside 补贴发放时间 每月28日前: the day of each month that the goal promises and the indicator puts off.</summary>
internal static partial class MonthlyTerms
{
    /// <summary>
    /// The one indicator with such a term that is later than the goal's one, and that; null where either has none or several.
    /// </summary>
    public static (ReviewedIndicator Line, string Told)? PutOff(ReviewedProject project)
    {
        if (Days().Matches(project.PlainGoal) is not [var term]) return null;
        var dated = project.Indicators.Where(line => Days().IsMatch(line.Target)).ToArray();
        if (dated is not [var only] || Days().Matches(only.Target) is not [var set]) return null;
        return Day(set) > Day(term) ? (only, term.Value) : null;
    }

    private static int Day(Match match) => int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:每个?月|按月于?|次月|逐月于?)(?<day>[0-9]{1,2})[日号](?:之前|以前|前)")]
    private static partial Regex Days();
}
