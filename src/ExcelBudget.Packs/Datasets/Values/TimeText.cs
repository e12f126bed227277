using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>Reads budget years and dates.</summary>
internal static partial class TimeText
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>A year from 2000 to 2100; 2023年 and full-width digits are read with a warning.</summary>
    public static CellReading Year(string text)
    {
        if (!YearForm().Match(TextForms.Key(text)).TryGetNumber("year", out var year)) return CellReading.Wrong("不是年度。请填写四位数的预算年度，如 2023。");
        if (year is < FirstYear or > LastYear) return CellReading.Wrong($"不在 {FirstYear} 至 {LastYear} 年之间。请填写四位数的预算年度，如 2023。");
        var value = year.ToString(CultureInfo.InvariantCulture);
        return value == text ? CellReading.Clean(value) : CellReading.Messy(value, $"写法不规范，已按 {value} 读取。请只填四位数的年度。");
    }

    /// <summary>A day, written 2022-12-31, 2022/12/31, 2022.12.31, 2022年12月31日 or 20221231; becomes yyyy-MM-dd.</summary>
    public static CellReading Date(string text)
    {
        var match = DateForm().Match(TextForms.Key(text));
        if (match.TryGetNumber("year", out var year) && match.TryGetNumber("month", out var month) && match.TryGetNumber("day", out var day)
            && year is >= 1900 and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            return CellReading.Clean(new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return CellReading.Wrong("不是日期。请填写年月日，如 2022-12-31。");
    }

    private static bool TryGetNumber(this Match match, string group, out int number) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(?<year>[0-9]{1,9})(年度?)?\z")]
    private static partial Regex YearForm();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?|(?<month>[0-9]{2})(?<day>[0-9]{2}))\z")]
    private static partial Regex DateForm();
}
