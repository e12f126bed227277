using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>完成期限。A term that the goal promises and the indicator puts off: 9月底前完成 beside 完成时限 12月底前.</summary>
internal static partial class Deadlines
{
    /// <summary>The indicator that is later than the one term of the goal, and that term; null when either has none or several.</summary>
    public static (ReviewedIndicator Line, string Told)? PutOff(ReviewedProject project, IndicatorReview review)
    {
        if (Terms().Matches(project.Goal) is not [var term] || Months().Count(project.Goal) != 1) return null;
        // 第3标段9月底前完工，其余年底前完工: a term for a part of the work binds no other
        if (IndicatorMeaning.ContainsAny(project.Goal, review.Standards.Words.Partial)) return null;
        var dated = project.Indicators.Where(line => line.Indicator.Operator is not TargetOperator.None
            && Months().IsMatch(line.Indicator.Value)).ToArray();
        if (dated is not [var only] || Months().Matches(only.Indicator.Value) is not [var set]) return null;
        return Month(set, review.Year) > Month(term, review.Year) && IsOfWhole(term, project, only)
            ? (only, term.Groups["said"].Value)
            : null;
    }

    /// <summary>3月底前完成招标 is one step: what is to be done by then must be the project or what the indicator names.</summary>
    private static bool IsOfWhole(Match term, ReviewedProject project, ReviewedIndicator line)
    {
        var what = term.Groups["what"].Value;
        return what.Length < 2 || Kinship.Of(what, project.Name + "|" + line.Indicator.Name, []) > 0;
    }

    private static int Month(Match match, int year)
    {
        var said = match.Groups["year"];
        var told = said.Success ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture) : year;
        return (told * 12) + int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<said>(?:(?<year>20\d{2})年)?(?<!\d)(?<month>1[0-2]|0?[1-9])月(?:\d{1,2}日|底|末|初|[上中下]旬|份)?(?:之前|以前|前|内)?)"
        + @"(?:全部|全面|基本|按时)?(?:完成|完工|竣工|建成|交付|投入使用|发放|兑付|兑现|拨付|到位)(?<what>[^，。；,;\n]{0,12})")]
    private static partial Regex Terms();

    [GeneratedRegex(@"(?:(?<year>20\d{2})年)?(?<!\d)(?<month>1[0-2]|0?[1-9])月")]
    private static partial Regex Months();
}
