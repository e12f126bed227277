using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>A workbook looked at from outside: its parts, and what other readers make of it.</summary>
internal sealed class Package
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly byte[] _file;

    public Package(byte[] file)
    {
        this._file = file;
        using var archive = new ZipArchive(new MemoryStream(file));
        Entries = archive.Entries.ToDictionary(
            entry => entry.FullName, entry => new Entry(Content(entry), entry.CompressedLength, entry.LastWriteTime));
    }

    public Dictionary<string, Entry> Entries { get; }

    public string Text(string part) => System.Text.Encoding.UTF8.GetString(Entries[part].Content);

    /// <summary>Comments by «sheet!cell», found through the Open XML SDK's parts and parsed as plain XML.</summary>
    public Dictionary<string, string> CommentsByParts()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(_file), false);
        var book = document.WorkbookPart!;
        var sheets = book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>();
        return sheets.SelectMany(sheet => PartComments(sheet.Name!, (WorksheetPart)book.GetPartById(sheet.Id!))).ToDictionary();
    }

    /// <summary>Comments by «sheet!cell» as EPPlus reads them, which needs the boxes too.</summary>
    public Dictionary<string, string> CommentsByEpplus()
    {
        using var package = new ExcelPackage(new MemoryStream(_file));
        return package.Workbook.Worksheets
            .SelectMany(sheet => sheet.Comments.Cast<ExcelComment>().Select(comment => ($"{sheet.Name}!{comment.Address}", comment.Text)))
            .ToDictionary(pair => pair.Item1, pair => pair.Text);
    }

    public IReadOnlyList<string> Faults()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(_file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    public ExcelPackage Open() => new(new MemoryStream(_file));

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> PartComments(string sheet, WorksheetPart part)
    {
        if (part.WorksheetCommentsPart is not { } comments) return [];
        using var stream = comments.GetStream();
        var root = XDocument.Load(stream).Root!;
        return root.Descendants(root.Name.Namespace + "comment").Select(comment => KeyValuePair.Create(
            $"{sheet}!{(string?)comment.Attribute("ref")}",
                string.Concat(comment.Descendants(root.Name.Namespace + "t").Select(t => t.Value))));
    }

    internal sealed record Entry(byte[] Content, long CompressedLength, DateTimeOffset Time);
}
