using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Workbooks.Layout;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Rewrites the row numbers of references in formulas, names and ranges after rows were repeated.</summary>
/// <param name="maps">Row maps by sheet name; a sheet without one keeps its rows.</param>
internal sealed partial class ReferenceRewriter(IReadOnlyDictionary<string, RowMap> maps)
{
    /// <summary>A formula as it must read in the laid-out workbook.</summary>
    /// <param name="formula">Formula of the template.</param>
    /// <param name="sheet">The sheet it stands on.</param>
    public string Rewrite(string formula, string sheet) => Reference().Replace(formula, match =>
    {
        if (!match.Groups["r1"].Success) return match.Value;
        var map = maps.GetValueOrDefault(SheetOf(match, sheet));
        if (map is null) return match.Value;
        var first = map.First(Number(match.Groups["r1"].Value));
        var text = match.Groups["prefix"].Value + match.Groups["c1"].Value + first.ToString(CultureInfo.InvariantCulture);
        if (!match.Groups["r2"].Success) return text;
        var last = map.Last(Number(match.Groups["r2"].Value));
        return text + ":" + match.Groups["c2"].Value + last.ToString(CultureInfo.InvariantCulture);
    });

    private static string SheetOf(Match match, string sheet)
    {
        var prefix = match.Groups["prefix"].Value;
        return prefix.Length == 0 ? sheet : prefix.TrimEnd('!').Trim('\'').Replace("''", "'", StringComparison.Ordinal);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // strings are matched first so that nothing inside them is taken for a reference
    [GeneratedRegex("""
        "(?:[^"]|"")*"|(?<![\w.$])(?<prefix>(?:'(?:[^']|'')+'|[\w.]+)!)?
        (?<c1>\$?[A-Z]{1,3}\$?)(?<r1>\d{1,7})(?::(?<c2>\$?[A-Z]{1,3}\$?)(?<r2>\d{1,7}))?(?![\w(.!])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();
}
