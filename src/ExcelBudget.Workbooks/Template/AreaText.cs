using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Workbooks.Template;

/// <summary>Reads what a defined name refers to when it is one rectangle of cells.</summary>
internal static partial class AreaText
{
    // the names of workbooks of a pack say the same; what strangers make up must not fill the memory
    private const int MostKnown = 2_000;
    private const int LongestKnown = 100;

    private static readonly ConcurrentDictionary<string, NamedArea> Known = new(StringComparer.Ordinal);

    /// <summary>The rectangle of «'T1 收支总表'!$A$6:$G$40»; null for anything else.</summary>
    public static NamedArea? Parse(string text)
    {
        if (Known.TryGetValue(text, out var known)) return known;
        var area = ParseAnew(text);
        if (area is not null && text.Length <= LongestKnown && Known.Count < MostKnown) Known.TryAdd(text, area);
        return area;
    }

    private static NamedArea? ParseAnew(string text)
    {
        var match = Area().Match(text.Trim());
        if (!match.Success) return null;
        var sheet = match.Groups["quoted"].Success
            ? match.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal)
            : match.Groups["plain"].Value;
        var (left, top) = (ColumnLetters.Read(match.Groups["c1"].ValueSpan), Number(match.Groups["r1"].Value));
        var hasEnd = match.Groups["c2"].Success;
        return new NamedArea(
            sheet, top, left, hasEnd ? Number(match.Groups["r2"].Value) : top, hasEnd ? ColumnLetters.Read(match.Groups["c2"].ValueSpan)
            : left);
    }

    /// <summary>The rectangle of «A1:C2» or «A1» on a sheet; null for anything else.</summary>
    public static NamedArea? OfRange(string sheet, string range) =>
        Parse("'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'!" + range);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:'(?<quoted>(?:[^']|'')+)'"
            + @"|(?<plain>[^'!]+))!\$?(?<c1>[A-Za-z]{1,3})\$?(?<r1>\d{1,7})(?::\$?(?<c2>[A-Za-z]{1,3})\$?(?<r2>\d{1,7}))?$")]
    private static partial Regex Area();
}
