using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// What stands in the hidden column of a report: the mark alone, or mark, fingerprint of what the row says, and the code of the answer.
/// The fingerprint
/// tells when rows were sorted without the hidden column; then an answer still finds the row it was typed beside.
/// </summary>
internal readonly record struct ReportMark(string Fingerprint, string Code)
{
    private const char Separator = '|';

    /// <summary>The cell of a row.</summary>
    public static string Of(string mark, IEnumerable<string> row, string code) =>
        mark + Separator + FingerprintOf(Longest(row)) + Separator + code;

    /// <summary>Reads such a cell; null when it is none.</summary>
    public static ReportMark? Read(string text, string mark)
    {
        // asked of every text of a workbook
        if (text.Length <= mark.Length || text[mark.Length] != Separator || !text.StartsWith(mark, StringComparison.Ordinal)) return null;
        var rest = text[(mark.Length + 1)..];
        var end = rest.IndexOf(Separator, StringComparison.Ordinal);
        return end < 0 ? null : new ReportMark(rest[..end], rest[(end + 1)..]);
    }

    /// <summary>Fingerprint of a text; programs may change its blanks and line ends.</summary>
    public static string FingerprintOf(string text)
    {
        var plain = string.Concat(text.Where(symbol => !char.IsWhiteSpace(symbol)));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)).AsSpan(0, 6)).ToString(CultureInfo.InvariantCulture);
    }

    private static string Longest(IEnumerable<string> row) => row.MaxBy(text => text.Length) ?? "";
}
