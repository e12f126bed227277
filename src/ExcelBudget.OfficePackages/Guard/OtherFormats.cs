using System.Text;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>
/// Workbooks of ours that somebody saved in another format (.xls, .et, .ods, XML 2003): another program can turn them back.
/// </summary>
public static class OtherFormats
{
    /// <summary>The extension such a file goes by; null for a file of any other kind, and for one that does not carry the mark.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="marks">Texts of which one stands in every workbook of ours.</param>
    public static string? ExtensionOf(ReadOnlySpan<byte> file, IReadOnlyList<string> marks)
    {
        if (FileKinds.IsZip(file)) return IsOpenSpreadsheet(file) ? ".ods" : null;
        var kind = FileKinds.Of(file);
        if (kind is not (FileKind.OldWorkbook or FileKind.XmlSpreadsheet)) return null;
        foreach (var mark in marks)
        {
            if (file.IndexOf(Encoding.UTF8.GetBytes(mark)) < 0 && file.IndexOf(Encoding.Unicode.GetBytes(mark)) < 0) continue;
            return kind == FileKind.OldWorkbook ? ".xls" : ".xml";
        }

        return null;
    }

    // the first entry of such a zip is its type, stored as it is
    private static bool IsOpenSpreadsheet(ReadOnlySpan<byte> file) =>
        file[..Math.Min(file.Length, 200)].IndexOf("application/vnd.oasis.opendocument.spreadsheet"u8) > 0;
}
