using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// impossibleTarget：不可能的指标值。A day that no calendar has (2月30日), more days than a year has, more hours than a day has, two bounds that
/// exclude each other (≥95%以下): wrong whatever was meant.
/// </summary>
internal sealed partial class ImpossibleTargetCheck : LineCheck
{
    /// <summary>No form of a project is longer; a text that is stays linear.</summary>
    private const int MostLines = 100;
    private const decimal DaysOfYear = 366m;
    private const decimal HoursOfDay = 24m;
    private const decimal MonthsOfYear = 12m;

    /// <inheritdoc />
    public override string Name => "impossibleTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var reason = NoDay(line.Indicator.Value, review.Year) ?? TooMuch(line) ?? Contradiction(line)
            ?? BeforeStart(project, line, review.Year);
        return reason is null ? null : new Objection(project, line, Actual: Actual(line), Match: reason);
    }

    private static string Actual(ReviewedIndicator line) => line.Target.Length > 0 ? line.Target : line.Indicator.Raw;

    private static string? NoDay(string value, int year)
    {
        foreach (Match match in Days().Matches(value))
        {
            var month = Number(match.Groups["month"]);
            var day = match.Groups["day"].Success ? Number(match.Groups["day"]) : 1;
            var told = match.Groups["year"].Success ? Number(match.Groups["year"]) : year;
            if (month is < 1 or > 12) return $"没有{month}月";
            if (day < 1 || day > DateTime.DaysInMonth(told, month)) return $"{month}月没有{day}日";
        }

        return null;
    }

    /// <summary>全年运行380天, 每天开放26小时; what is added up over several (人天, 累计) may be more.</summary>
    private static string? TooMuch(ReviewedIndicator line)
    {
        var (name, unit) = (line.Indicator.Name, line.Indicator.Unit);
        if (line.Number is not { } number || Several().IsMatch(name)) return null;
        var isYear = name.Contains("全年", StringComparison.Ordinal) || name.Contains("每年", StringComparison.Ordinal);
        if (isYear && unit is "天" or "日" && number > DaysOfYear) return "一年没有这么多天";
        if (isYear && unit is "个月" or "月" && number > MonthsOfYear) return "一年没有这么多个月";
        var isDay = name.Contains("每天", StringComparison.Ordinal) || name.Contains("每日", StringComparison.Ordinal);
        return isDay && unit == "小时" && number > HoursOfDay ? "一天没有这么多小时" : null;
    }

    private static string? Contradiction(ReviewedIndicator line) =>
        Bounds().Match(line.Indicator.Raw) is { Success: true } match ? $"“{match.Value.Trim()}”前后矛盾" : null;

    /// <summary>结业时间 2024年6月底前 beside 开班时间 2024年10月: over before it begins.</summary>
    private static string? BeforeStart(ReviewedProject project, ReviewedIndicator line, int year)
    {
        if (!Ends().IsMatch(line.Indicator.Name) || Month(line, year) is not { } end) return null;
        var start = project.Indicators.Take(MostLines).FirstOrDefault(other => Starts().IsMatch(other.Indicator.Name)
            && !Ends().IsMatch(other.Indicator.Name) && Month(other, year) > end);
        return start is null ? null : $"早于“{start.Title}”的{start.Target}";
    }

    private static int? Month(ReviewedIndicator line, int year) => Months().Matches(line.Indicator.Value) is [var month]
        ? ((month.Groups["year"].Success ? Number(month.Groups["year"]) : year) * 12) + Number(month.Groups["month"]) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>20\d{2})年)?(?<!\d)(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号]|(?=底|末|初|[上中下]旬))")]
    private static partial Regex Days();

    [GeneratedRegex(@"(?:(?<year>20\d{2})年)?(?<!\d)(?<month>1[0-2]|0?[1-9])月(?!内|以内)")]
    private static partial Regex Months();

    [GeneratedRegex("^(?:首期|首批|项目|工程|培训|全部|所有)?(?:班次|活动|施工)?(?:开班|开工|启动|开始|动工)(?:时间|日期|时限)?$")]
    private static partial Regex Starts();

    [GeneratedRegex("(?:结业|完工|竣工|结束)(?:时间|日期|时限)?$")]
    private static partial Regex Ends();

    [GeneratedRegex("累计|人|总|各|合计")]
    private static partial Regex Several();

    [GeneratedRegex(@"(?:≥|>=|不低于|不少于|至少)\s*\d[\d.,]*\s*[%％\p{L}]{0,3}?(?:以下|以内|之内)|(?:≤|<=|不高于|不超过|至多)\s*\d[\d.,]*\s*[%％\p{L}]{0,3}?以上")]
    private static partial Regex Bounds();
}
