using System.Globalization;

namespace ExcelBudget.OfficePackages.Formats;

/// <summary>Shows a day number as a date or a time of day, as Chinese Excel does.</summary>
internal static class DateFormat
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>Excel has no date from here on, and counts a day that never was before the other.</summary>
    private const decimal FirstDay = 61m;
    private const decimal AfterLastDay = 2_958_466m;

    private static readonly DateTime Start1900 = new(1899, 12, 30);
    private static readonly DateTime Start1904 = new(1904, 1, 1);

    /// <summary>The date as shown; null when the number is no date.</summary>
    public static string? Show(decimal days, IReadOnlyList<FormatToken> section, bool date1904)
    {
        if (days < 0m || days >= AfterLastDay || (days < FirstDay && !date1904 && !IsTimeOfDay(days, section))) return null;
        // to the second: 0.999999 of a day must not show as the second before
        var date = (date1904 ? Start1904
            : Start1900).AddDays((int)Math.Floor(days)).AddSeconds((int)Math.Round((days - Math.Floor(days)) * 86_400m));
        var isHalf = section.Any(token => token.Kind == FormatTokenKind.HalfDay);
        var isChinese = section.Any(token => token.Kind == FormatTokenKind.Numerals);
        var shown = new List<string>();
        for (var at = 0; at < section.Count; at++)
        {
            var token = section[at];
            shown.Add(token.Kind switch
            {
                FormatTokenKind.Date => Part(date, token.Text, IsMinutes(section, at), isHalf, isChinese),
                FormatTokenKind.HalfDay => (token.Text[0] == 'A', date.Hour < 12) switch
                {
                    (true, true) => "AM",
                    (true, false) =>
                    "PM",
                    (_, true) => "上午",
                    _ => "下午"
                },
                FormatTokenKind.Literal or FormatTokenKind.Point or FormatTokenKind.Comma => token.Text,
                _ => "",
            });
        }

        return string.Concat(shown);
    }

    /// <summary>Less than a day, shown without one.</summary>
    private static bool IsTimeOfDay(decimal days, IReadOnlyList<FormatToken> section) =>
        days < 1m && !section.Any(token => token is { Kind: FormatTokenKind.Date, Text: ['y' or 'd' or 'a' or 'e', ..] });

    /// <summary>«m» after hours or before seconds is minutes.</summary>
    private static bool IsMinutes(IReadOnlyList<FormatToken> section, int at)
    {
        var before = section.Take(at).LastOrDefault(token => token.Kind == FormatTokenKind.Date).Text;
        var after = section.Skip(at + 1).FirstOrDefault(token => token.Kind == FormatTokenKind.Date).Text;
        return before is ['h', ..] || after is ['s', ..];
    }

    private static string Part(DateTime date, string letters, bool isMinutes, bool isHalf, bool isChinese) => letters switch
    {
        ['y', 'y'] => Number(date.Year % 100, 2, isChinese, isYear: true),
        ['y', ..] or ['e', ..] => Number(date.Year, 4, isChinese, isYear: true),
        ['m', ..] when isMinutes => Number(date.Minute, letters.Length, isChinese),
        ['m', 'm', 'm'] => CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[date.Month - 1],
        ['m', 'm', 'm', ..] => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[date.Month - 1],
        ['m', ..] => Number(date.Month, letters.Length, isChinese),
        ['d', 'd', 'd'] or ['a', 'a', 'a'] => Weekday(date)[2..],
        ['d', 'd', 'd', ..] or ['a', 'a', ..] => Weekday(date),
        ['d', ..] => Number(date.Day, letters.Length, isChinese),
        ['h', ..] => Number(isHalf ? (date.Hour + 11) % 12 + 1 : date.Hour, letters.Length, isChinese),
        ['s', ..] => Number(date.Second, letters.Length, isChinese),
        _ => letters,
    };

    private static string Weekday(DateTime date) => "星期" + "日一二三四五六"[(int)date.DayOfWeek];

    private static string Number(int number, int width, bool isChinese, bool isYear = false)
    {
        var digits = number.ToString("D" + Math.Min(width, 4).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (!isChinese) return digits;
        if (isYear) return string.Concat(digits.Select(digit => Numerals[digit - '0']));
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Numerals[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 || tens == 0
            ? Numerals[ones].ToString() : "");
    }
}
