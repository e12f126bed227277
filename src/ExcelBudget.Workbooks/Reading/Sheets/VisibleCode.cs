using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>The small code printed under each form, read back.</summary>
/// <param name="Pack">Pack id.</param>
/// <param name="PackVersion">Pack version.</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="Year">预算年度。</param>
/// <param name="WorkbookId">Id of the workbook.</param>
internal sealed partial record VisibleCode(string Pack, int PackVersion, string UnitCode, int Year, string WorkbookId)
{
    private const string Mark = "表样";

    public static bool IsOne(string text) => text.Contains(Mark, StringComparison.Ordinal) && Code().IsMatch(text);

    public static VisibleCode? Parse(string text)
    {
        if (!IsOne(text)) return null;
        var match = Code().Match(text);
        return new VisibleCode(
            match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Value,
                int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture), match.Groups[5].Value);
    }

    [GeneratedRegex(@"^\s*表样\s+(\S+)·(\d{1,6})\s+单位\s+(\S+)\s+(\d{4})\s*年\s+编号\s+(\S+)\s*$")]
    private static partial Regex Code();
}
