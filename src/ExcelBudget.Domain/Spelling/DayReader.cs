using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Spelling;

/// <summary>日期。Reads a whole text as one day, in the ways people and programs write it.</summary>
public static partial class DayReader
{
    private const int LastYear = 2100;

    // serials of 2000-01-01 and 2100-12-31: other numbers of five digits are no days of a budget
    private const decimal FirstSerial = 36_526m;
    private const decimal LastSerial = 73_415m;

    private static readonly DateOnly Start1900 = new(1899, 12, 30);
    private static readonly DateOnly Start1904 = new(1904, 1, 1);

    /// <summary>Reads a day. Two-digit years and days without a year are none: which year is meant is a guess.</summary>
    /// <param name="text">A cell's text. A blank one gives no day and no reason.</param>
    public static DayReading Read(string text)
    {
        var bare = ExcelTextMarks.Without(text, out var hadMarks);
        if (bare.Length == 0) return default;
        var compact = TextFolding.Half(bare);
        var untidy = hadMarks ? Untidiness.TextMark : compact == bare ? Untidiness.None : Untidiness.FullWidth;
        if (compact.Length > 40) return new DayReading(null, untidy, "不是日期");
        var match = Form().Match(compact);
        if (!match.Success) return Serial(compact, untidy);
        if (match.Groups["numerals"].Success || !char.IsAsciiDigit(match.Groups["year"].ValueSpan[0])) untidy |= Untidiness.Numerals;
        if (match.Groups["time"].Success) untidy |= Untidiness.TimeOfDay;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return year is >= 1900 and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DayReading(new DateOnly(year, month, day), untidy, "")
            : new DayReading(null, untidy, "没有这一天");
    }

    /// <summary>
    /// The day of Excel's serial number, its time of day left out; null where Excel has no day (before 1900-03-01 or beyond 9999).
    /// </summary>
    /// <param name="serial">Days as Excel counts them.</param>
    /// <param name="is1904">True for workbooks that count from 1904.</param>
    public static DateOnly? OfSerial(decimal serial, bool is1904 = false)
    {
        var days = decimal.Truncate(serial);
        if (is1904) return days is >= 0m and < 2_957_004m ? Start1904.AddDays((int)days) : null;
        return days is >= 61m and < 2_958_466m ? Start1900.AddDays((int)days) : null;
    }

    private static DayReading Serial(string compact, Untidiness untidy) =>
        SerialForm().IsMatch(compact)
            && decimal.Parse(compact, CultureInfo.InvariantCulture) is >= FirstSerial and <= LastSerial and var serial
            ? new DayReading(OfSerial(serial), untidy | Untidiness.Serial, "")
            : new DayReading(null, untidy, "不是日期");

    private static int Number(Match match, string group)
    {
        var text = match.Groups[group].ValueSpan;
        return char.IsAsciiDigit(text[0]) ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : ChineseNumerals.Value(text) is <= 9999m and var value ? (int)value : 0;
    }

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})"
        + @"|(?<year>[0-9]{4})\s*(?<sign>[-/.])\s*(?<month>[0-9]{1,2})\s*\k<sign>\s*(?<day>[0-9]{1,2})\.?"
        + @"|(?<year>[0-9]{4})\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*[日号]?"
        + @"|(?<year>[0-9〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4})\s*年\s*(?<month>[0-9一二三四五六七八九十]{1,2})\s*月"
        + @"\s*(?<day>[0-9一二三四五六七八九十]{1,3})\s*(?<numerals>[日号])?)"
        + @"(?<time>[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^[0-9]{5}(\.[0-9]+)?\z")]
    private static partial Regex SerialForm();
}
