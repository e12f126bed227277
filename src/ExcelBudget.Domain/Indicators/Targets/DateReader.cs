using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Reads dates as documents print them: 2023年12月底前, 2023/12/31, 12月底, 2024年1月—12月, 2024年第四季度.</summary>
internal static class DateReader
{
    private const int LongestOccasion = 9;

    private static readonly string[] TermEnds = Vocabulary.Of("termEnds");
    private static readonly string[] MonthLeads = Vocabulary.Of("monthLeads");
    private static readonly string[] MonthParts = Vocabulary.Of("monthParts");
    private static readonly string[] YearParts = Vocabulary.Of("yearParts");
    private static readonly string[] Limits = Vocabulary.Of("dateLimits");
    private static readonly string[] Quarters = Vocabulary.Of("quarters");

    /// <summary>The place behind the date that begins here, or -1.</summary>
    public static int Read(string text, int at, int end)
    {
        if (Clock(text, at, end) is > 0 and var opens) return opens;
        var after = One(text, at, end);
        if (after < 0) return MonthRange(text, at, end);
        var joint = TextScan.Blanks(text, after);
        if (joint < end && text[joint] is '-' or '~' or '至' or '到')
        {
            while (joint < end && text[joint] is '-' or '~' or '至' or '到' or ' ') joint++;
            if (One(text, joint, end) is > 0 and var second) return second;
            if (Month(text, joint, end) is > 0 and var month) return Limit(text, month, end);
            // 6月13日至15日
            if (text[after - 1] is '日' or '号' && Day(text, joint, end) is var day && day > joint) return Limit(text, day, end);
        }

        // 5月底、10月底前
        if (joint < end && text[joint] == '、' && One(text, joint + 1, end) is > 0 and var other) return other;
        return Occasion(text, after, end);
    }

    /// <summary>6:00至8:00: from hour to hour; 1:20 alone is a ratio.</summary>
    private static int Clock(string text, int at, int end)
    {
        var joint = Hour(text, at, end);
        if (joint < 0 || joint >= end || text[joint] is not ('-' or '~' or '至' or '到')) return -1;
        return Hour(text, joint + 1, end);
    }

    private static int Hour(string text, int at, int end)
    {
        var colon = Digits(text, at, end);
        if (colon - at is < 1 or > 2 || colon >= end || text[colon] != ':') return -1;
        var minutes = Digits(text, colon + 1, end);
        return minutes - colon == 3 ? minutes : -1;
    }

    /// <summary>2023年6月汛前, 8月16日休渔期结束前: what the date is before belongs to it.</summary>
    private static int Occasion(string text, int at, int end)
    {
        var behind = at;
        while (behind < end && behind - at < LongestOccasion && TextScan.IsHan(text[behind])) behind++;
        var isWhole = behind > at + 1 && text[behind - 1] == '前' && text[at - 1] is '月' or '日' or '年'
            && (behind == end || text[behind] is '\t' or '\n' or ' ' or ',' or ';' or '。' or ')');
        return isWhole ? behind : at;
    }

    /// <summary>每月10日前 and 每日8时前, given the place of the number: where the words begin and end; -1 when they are no such date.</summary>
    public static (int Start, int End) RecurringStart(string text, int from, int number, int end)
    {
        if (number - 2 >= from && text[number - 1] == '月' && text[number - 2] is '次' or '末' or '首')
            return NextMonth(text, from, number, end);
        if (number - 2 >= from && text[number - 1] == '末' && EndOf(text, from, number, end) is { Start: >= 0 } last) return last;
        var start = number - 2;
        if (start < from || text[start] != '每' || text[number - 1] is not ('月' or '日' or '天' or '年' or '周' or '季')) return (-1, -1);
        var at = Month(text, number, end) is > 0 and var month ? Day(text, month, end) : Digits(text, number, end);
        if (at < end && text[at] is '日' or '号' or '时' or '点') at++;
        var after = Limit(text, Part(text, at, end, MonthParts), end);
        return after > at || text[at - 1] is '日' or '号' ? (start, after) : (-1, -1);
    }

    /// <summary>每季度末20日前.</summary>
    private static (int Start, int End) EndOf(string text, int from, int number, int end)
    {
        foreach (var term in TermEnds)
        {
            if (number - term.Length < from || string.CompareOrdinal(text, number - term.Length, term, 0, term.Length) != 0) continue;
            var at = Digits(text, number, end);
            return at < end && text[at] is '日' or '号' ? (number - term.Length, Limit(text, at + 1, end)) : (-1, -1);
        }

        return (-1, -1);
    }

    /// <summary>次月15日前, 每季度末次月8日前, 每季度末月25日前.</summary>
    private static (int Start, int End) NextMonth(string text, int from, int number, int end)
    {
        var start = number - 2;
        foreach (var lead in MonthLeads)
        {
            if (start - lead.Length < from || string.CompareOrdinal(text, start - lead.Length, lead, 0, lead.Length) != 0) continue;
            start -= lead.Length;
            break;
        }

        var at = Digits(text, number, end);
        if (at >= end || text[at] is not ('日' or '号')) return (-1, -1);
        return (start, Limit(text, at + 1, end));
    }

    private static int One(string text, int at, int end)
    {
        var digits = Digits(text, at, end);
        if (digits - at == 4 && text[at] is '1' or '2') return Year(text, at, digits, end);
        if (IsYearShort(text, at, digits, end)) return Year(text, at, digits, end);
        if (digits - at is < 1 or > 2 || Month(text, at, end) is not (> 0 and var month)) return -1;
        var after = Limit(text, Part(text, Day(text, month, end), end, MonthParts), end);
        return after > month || text[month - 1] == '份' ? after : -1;
    }

    /// <summary>204年3月底前: a year that lost a digit, where a month or the end of the year follows.</summary>
    private static bool IsYearShort(string text, int at, int digits, int end) => digits - at == 3 && text[at] == '2' && text[at + 1] == '0'
        && digits + 1 < end && text[digits] == '年' && (text[digits + 1] is '底' or '末' || Month(text, digits + 1, end) > 0);

    private static int Year(string text, int at, int digits, int end)
    {
        if (digits < end && text[digits] is '/' or '-' or '.') return Numeric(text, digits, end);
        var year = TextScan.Blanks(text, digits);
        if (year >= end || text[year] != '年' || (year + 1 < end && text[year + 1] is '度' or '限' or '级' or '期')) return -1;
        var next = year + 1;
        if (Part(text, TextScan.Blanks(text, next), end, Quarters) is var quarter && quarter > TextScan.Blanks(text, next))
        {
            return Limit(text, Part(text, quarter, end, MonthParts), end);
        }
        if (Month(text, TextScan.Blanks(text, next), end) is > 0 and var month)
        {
            return Limit(text, Part(text, Day(text, month, end), end, MonthParts), end);
        }
        return Limit(text, Part(text, next, end, YearParts), end);
    }

    /// <summary>2023/12/31 and 2023-12; 2023.12 only where it cannot be an amount.</summary>
    private static int Numeric(string text, int sign, int end)
    {
        var month = Digits(text, sign + 1, end);
        if (month - sign is < 2 or > 3 || !InRange(text, sign + 1, month, 12)) return -1;
        var isWhole = month < end && text[month] == text[sign];
        var day = isWhole ? Digits(text, month + 1, end) : month;
        if (isWhole && day - month is 2 or 3 && InRange(text, month + 1, day, 31)) return Limit(text, day, end);
        var after = Limit(text, Part(text, month, end, MonthParts), end);
        return after > month || (text[sign] != '.' && (month == end || text[month] == '.')) ? after : -1;
    }

    private static int Month(string text, int at, int end)
    {
        var digits = Digits(text, at, end);
        if (digits == at || digits - at > 2 || !InRange(text, at, digits, 12)) return -1;
        var sign = TextScan.Blanks(text, digits);
        if (sign >= end || text[sign] != '月') return -1;
        return sign + 1 < end && text[sign + 1] == '份' ? sign + 2 : sign + 1;
    }

    /// <summary>1-12月</summary>
    private static int MonthRange(string text, int at, int end)
    {
        var first = Digits(text, at, end);
        if (first < end && text[first] == '月') first++;
        if (first == at || first - at > 3 || first >= end || text[first] is not ('-' or '~' or '至' or '到')) return -1;
        return Month(text, TextScan.Blanks(text, first + 1), end) is > 0 and var last
            ? Limit(text, Part(text, last, end, MonthParts), end)
            : -1;
    }

    private static int Day(string text, int at, int end)
    {
        var start = TextScan.Blanks(text, at);
        var digits = Digits(text, start, end);
        return digits > start && digits - start <= 2 && digits < end && text[digits] is '日' or '号' ? digits + 1 : at;
    }

    private static int Limit(string text, int at, int end) => Part(text, at, end, Limits);

    private static int Part(string text, int at, int end, string[] words)
    {
        foreach (var word in words)
        {
            if (at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return at + word.Length;
        }

        return at;
    }

    private static bool InRange(string text, int at, int end, int most) =>
        int.Parse(text.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture) is var value
            && value >= 1 && value <= most;

    private static int Digits(string text, int at, int end)
    {
        var start = at;
        while (at < end && at - start < 5 && char.IsAsciiDigit(text[at])) at++;
        return at;
    }
}
