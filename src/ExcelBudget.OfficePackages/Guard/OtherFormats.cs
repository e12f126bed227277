using System.Text;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>
/// Workbooks of ours that somebody saved in another format (.xls, .et, .ods, XML 2003): another program can turn them back.
/// </summary>
public static class OtherFormats
{
    private static readonly string[] PartsOfOpenSpreadsheet = ["content.xml", "meta.xml"];

    /// <summary>The extension such a file goes by; null for a file of any other kind, and for one that does not carry the mark.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="marks">Texts of which one stands in every workbook of ours.</param>
    /// <param name="limits">Sizes allowed inside an .ods; one that breaks them is none of ours.</param>
    public static string? ExtensionOf(ReadOnlyMemory<byte> file, IReadOnlyList<string> marks, PackageLimits? limits = null)
    {
        if (FileKinds.IsZip(file.Span)) return IsOpenSpreadsheet(file.Span) && Carries(file, marks, limits) ? ".ods" : null;
        var kind = FileKinds.Of(file.Span);
        if (kind is not (FileKind.OldWorkbook or FileKind.XmlSpreadsheet) || !Carries(file.Span, marks)) return null;
        return kind == FileKind.OldWorkbook ? ".xls" : ".xml";
    }

    /// <summary>Looks inside under the limits of a workbook: what opens the file afterwards knows of none.</summary>
    private static bool Carries(ReadOnlyMemory<byte> file, IReadOnlyList<string> marks, PackageLimits? limits)
    {
        try
        {
            var package = new ZipPackage(file, limits ?? PackageLimits.Default);
            var marked = package.PartNames.Where(PartsOfOpenSpreadsheet.Contains).Any(name => Carries(package.Bytes(name), marks));
            // all of it is counted, not only where the mark stands
            foreach (var name in package.PartNames) package.Bytes(name);
            return marked;
        }
        catch (UnreadableException)
        {
            // a bomb, or no whole zip: it keeps the verdict it has
            return false;
        }
    }

    private static bool Carries(ReadOnlySpan<byte> bytes, IReadOnlyList<string> marks)
    {
        foreach (var mark in marks)
        {
            if (bytes.IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(mark)) >= 0) return true;
        }

        return false;
    }

    // the first entry of such a zip is its type, stored as it is
    private static bool IsOpenSpreadsheet(ReadOnlySpan<byte> file) =>
        file[..Math.Min(file.Length, 200)].IndexOf("application/vnd.oasis.opendocument.spreadsheet"u8) > 0;
}
