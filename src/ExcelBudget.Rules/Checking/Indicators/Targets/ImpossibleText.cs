using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>不可能的日期和变化。What no text can mean: a day that no calendar has, a span that ends before it begins, a rise to less.</summary>
internal static partial class ImpossibleText
{
    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create("至到-—~～");

    private const int MonthsOfYear = 12;

    /// <summary>The first such words of a text with the reason; null for none.</summary>
    /// <param name="text">A goal or a target.</param>
    /// <param name="year">The budget's, for days that name none.</param>
    public static (string Text, string Reason)? In(string text, int year)
    {
        // ２０２５年 is a year too
        var plain = text.AsSpan().IndexOfAnyInRange('０', '９') >= 0 ? text.Normalize(System.Text.NormalizationForm.FormKC) : text;
        return NoDay(plain, year) ?? Backwards(plain) ?? WrongLength(plain) ?? TooLong(plain) ?? Reversed(plain);
    }

    private static (string, string)? NoDay(string text, int year)
    {
        if (!text.Contains('月', StringComparison.Ordinal)) return null;
        foreach (Match match in Days().Matches(text))
        {
            var month = Number(match.Groups["month"]);
            var day = match.Groups["day"].Success ? Number(match.Groups["day"]) : 1;
            var told = match.Groups["year"].Success ? Number(match.Groups["year"]) : year;
            if (month is < 1 or > 12) return (match.Value, $"没有{month}月");
            if (day < 1 || day > DateTime.DaysInMonth(told, month)) return (match.Value, $"{month}月没有{day}日");
        }

        return null;
    }

    /// <summary>全年运行380天, 每天开放26小时, 每周8天.</summary>
    private static (string, string)? TooLong(string text)
    {
        if (text.AsSpan().IndexOfAny('每', '全') < 0) return null;
        foreach (Match match in Lasting().Matches(text))
        {
            if (!decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var number)) continue;
            var (of, unit) = (match.Groups["of"].Value, match.Groups["unit"].Value);
            var most = (of[^1], unit) switch
            {
                ('天' or '日', "小时") => 24m,
                ('周', "天") => 7m,
                ('月', "天" or "日") => 31m,
                ('年', "天" or "日") => 366m,
                ('年', "个月") => 12m,
                _ => decimal.MaxValue,
            };
            if (number > most) return (match.Value, $"{of}没有这么多{unit}");
        }

        return null;
    }

    /// <summary>60—18周岁, 95%～90%: a range that ends below its beginning.</summary>
    private static (string, string)? Reversed(string text)
    {
        if (text.AsSpan().IndexOfAny(Joints) < 0) return null;
        foreach (Match match in Ranges().Matches(text))
        {
            if (Figure(match, "to") < Figure(match, "from")) return (match.Value, "起止的数字前后颠倒");
        }

        return null;
    }

    /// <summary>2025年10月15日至2025年4月15日: both years are told, and the second day is the earlier one.</summary>
    private static (string, string)? Backwards(string text)
    {
        if (!text.Contains('年', StringComparison.Ordinal) || text.AsSpan().IndexOfAny(Joints) < 0) return null;
        if (Spans().Match(text) is not { Success: true } span) return null;
        var (from, to) = (Day(span, "year", "month", "day"), Day(span, "toyear", "tomonth", "today"));
        return to < from ? (span.Value, "止日早于起日") : null;
    }

    /// <summary>服务期2年，自2026年8月至2029年7月: as long as three.</summary>
    private static (string, string)? WrongLength(string text)
    {
        if (!text.Contains('期', StringComparison.Ordinal)) return null;
        if (Lengths().Match(text) is not { Success: true } match) return null;
        var months = ((Number(match.Groups["toyear"]) - Number(match.Groups["year"])) * MonthsOfYear) + Number(match.Groups["tomonth"])
            - Number(match.Groups["month"]);
        var told = Number(match.Groups["years"]) * MonthsOfYear;
        return Math.Abs(months - told) > 1 ? (match.Value, "起止时间与年数不符") : null;
    }

    private static int Day(Match span, string year, string month, string day) =>
        (((Number(span.Groups[year]) * 12) + Number(span.Groups[month])) * 31) + (span.Groups[day].Success ? Number(span.Groups[day]) : 0);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年)?(?<![0-9])(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})[日号]|(?=底|末|初|[上中下]旬|之?前|以前|份))")]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<of>全年|每年|每月|每周|每天|每日)\p{L}{0,6}?(?<!累计\p{L}{0,4}|合计\p{L}{0,4}|共\p{L}{0,3})(?:不少于|不低于|至少|达到?|≥|为)?\s*(?"
        + @"<number>[0-9]{1,4}(?:\.[0-9])?)(?<unit>小时|天|日|个月)"
        + "(?!次|人|台|岗)")]
    private static partial Regex Lasting();

    [GeneratedRegex(@"(?<![0-9.\-—－~～至年月A-Za-z])(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>%|周岁|岁)?"
        + @"(?:-|—|~|～|至)(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?:(?(unit)\k<unit>|(?:%|周岁|岁)))")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"(?<year>20[0-9]{2})年(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日)?(?:至|到|-|—|~|～)"
        + @"(?<toyear>20[0-9]{2})年(?<tomonth>[0-9]{1,2})月(?:(?<today>[0-9]{1,2})日)?")]
    private static partial Regex Spans();

    [GeneratedRegex(@"期(?:限)?(?:为)?(?<years>[0-9]{1,2})年[，,（(]\s*(?:自|从)(?<year>20[0-9]{2})年(?<month>[0-9]{1,2})月"
        + @"(?:至|到)(?<toyear>20[0-9]{2})年(?<tomonth>[0-9]{1,2})月")]
    private static partial Regex Lengths();
}
