using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Indicators.Typing;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// impossibleTarget：不可能的指标值。A day that no calendar has (2月30日), more days than a year has, more hours than a day has, two bounds that
/// exclude each other (≥95%以下): wrong whatever was meant. A year with a digit too few or too many (204年3月) is asked about.
/// </summary>
internal sealed partial class ImpossibleTargetCheck : ProjectCheck
{
    /// <summary>No form of a project is longer; a text that is stays linear.</summary>
    private const string YearReason = "年份的数字像是写错了";
    private const decimal DaysOfYear = 366m;
    private const decimal DaysOfWeek = 7m;
    private const decimal HoursOfDay = 24m;
    private const decimal MonthsOfYear = 12m;

    /// <inheritdoc />
    public override string Name => "impossibleTarget";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (ImpossibleText.In(project.Goal, review.Year) is { } told)
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Text, Match: told.Reason);
        if (MisprintedYear.In(project.Name + "\n" + project.Goal) is { } misprint)
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: misprint, Match: YearReason) { IsDoubtful = true };
        foreach (var line in project.Indicators.Where(line => !review.Meaning.IsClassified(line)))
        {
            var printed = line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Indicator.Name + line.Indicator.Value;
            if (MisprintedYear.In(printed) is { } year)
            {
                yield return new Objection(project, line, Actual: year, Match: YearReason) { IsDoubtful = true };
                continue;
            }

            var reason = ImpossibleText.In(line.Indicator.Value, review.Year)?.Reason ?? TooMuch(line, review) ?? Contradiction(line)
                ?? (NoughtLess().IsMatch(line.Indicator.Raw) ? "零没有正负" : null);
            if (reason is not null) yield return new Objection(project, line, Actual: Actual(line), Match: reason);
            else if (Torn().Match(line.Indicator.Raw) is { Success: true } torn)
            {
                yield return new Objection(project, line, Actual: Actual(line), Match: $"“{torn.Value.Trim()}”的符号多了或互相矛盾")
                { IsDoubtful = true };
            }
        }
    }

    /// <summary>-0%: a sign before nought, where a target was left out or meant otherwise.</summary>
    [GeneratedRegex(@"(?<![0-9至到~～.．－-])[-－—+＋]\s*0(?:\.0+)?\s*(?:[%％‰]|\s*$)")]
    private static partial Regex NoughtLess();

    private static string Actual(ReviewedIndicator line) => line.Target.Length > 0 ? line.Target : line.Indicator.Raw;

    /// <summary>全年运行380天, 每天开放26小时; what is added up over several (人天, 累计) may be more.</summary>
    private static string? TooMuch(ReviewedIndicator line, IndicatorReview review)
    {
        var (name, unit) = (line.Indicator.Name, line.Indicator.Unit);
        if (unit is not ("天" or "日" or "个月" or "月" or "小时")) return null;
        if (line.Number is not { } number || Several().IsMatch(name)) return null;
        var isYear = name.Contains("全年", StringComparison.Ordinal) || name.Contains("每年", StringComparison.Ordinal)
            // 平台运行天数 ≥400天 in a form of one year
            || (IndicatorMeaning.EndsWith(line, review.Standards.Words.Running) && !review.Meaning.IsOfManyYears(line));
        if (isYear && unit is "天" or "日" && number > DaysOfYear) return "一年没有这么多天";
        if (isYear && unit is "个月" or "月" && number > MonthsOfYear) return "一年没有这么多个月";
        var isDay = name.Contains("每天", StringComparison.Ordinal) || name.Contains("每日", StringComparison.Ordinal);
        if (name.Contains("每周", StringComparison.Ordinal) && unit is "天" && number > DaysOfWeek) return "一周没有这么多天";
        return isDay && unit == "小时" && number > HoursOfDay ? "一天没有这么多小时" : null;
    }

    private static string? Contradiction(ReviewedIndicator line) => line.Indicator.Raw.AsSpan().IndexOfAny("以之≤<") < 0 ? null
        : Bounds().Match(line.Indicator.Raw) is { Success: true } match
            ? $"“{match.Value.Trim()}”前后矛盾"
            : Both().Match(line.Indicator.Raw) is { Success: true } both && Figure(both, "least") > Figure(both, "most")
                ? $"“{both.Value.Trim()}”前后矛盾" : null;

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:≥|>=)\s*(?<least>[0-9]{1,9}(?:\.[0-9]{1,4})?)\s*(?<unit>[%％\p{L}]{0,3})\s*[/、，,且和]?\s*"
        + @"(?:≤|<=)\s*(?<most>[0-9]{1,9}(?:\.[0-9]{1,4})?)\s*\k<unit>")]
    private static partial Regex Both();

    /// <summary>≥≤95%, 95%%, 9..5%: signs that no target has.</summary>
    [GeneratedRegex(@"[≥≧][≤≦<]|[≤≦][≥≧>]|[0-9]\s*[%％]{2,}|[0-9]\.{2,}[0-9]|[0-9]\.[0-9]+\.[0-9]+(?=\s*[%％万元])")]
    private static partial Regex Torn();

    [GeneratedRegex("累计|人|总|各|合计")]
    private static partial Regex Several();

    [GeneratedRegex(@"(?:≥|>=|不低于|不少于|至少)\s*[0-9][0-9.,]*\s*[%％\p{L}]{0,3}?(?:以下|以内|之内)|(?:≤|<=|不高于|不超过|至多)"
        + @"\s*[0-9][0-9.,]*\s*[%％\p{L}]{0,3}?以上")]
    private static partial Regex Bounds();
}
