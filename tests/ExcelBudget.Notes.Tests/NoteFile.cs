using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Tests;

/// <summary>A written note, read back with the Open XML SDK: a second reader for what the writer wrote as bytes.</summary>
internal sealed class NoteFile : IDisposable
{
    private readonly WordprocessingDocument _word;

    public NoteFile(byte[] docx) => _word = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);

    public WordprocessingDocument Word => _word;

    public Body Body => _word.MainDocumentPart!.Document.Body!;

    /// <summary>Tag and words of every content control inside a sentence.</summary>
    public IEnumerable<(string Tag, string Words)> Slots => Body.Descendants<SdtRun>().Select(slot => (TagOf(slot), slot.InnerText));

    /// <summary>Words of the paragraphs outside tables, in order.</summary>
    public IReadOnlyList<string> Paragraphs =>
        [.. Body.Descendants<Paragraph>().Where(paragraph => !paragraph.Ancestors<Table>().Any())
            .Select(paragraph => paragraph.InnerText)];

    /// <summary>The tables of a form, by the bookmarks before or inside them.</summary>
    public IEnumerable<Table> Tables(string form) => TablesOf(form.Split('+')[0]);

    private IEnumerable<Table> TablesOf(string form) =>
        Body.Descendants<BookmarkStart>()
            .Where(mark => mark.Name!.Value == $"EB_{form}" || mark.Name.Value!.StartsWith($"EB_{form}_", StringComparison.Ordinal))
            .Select(mark => mark.Ancestors<Table>().FirstOrDefault() ?? mark.ElementsAfter().OfType<Table>().First()).Distinct();

    /// <summary>Content controls around whole paragraphs, tables or cells.</summary>
    public IEnumerable<SdtElement> BlockControls =>
        Body.Descendants<SdtElement>().Where(control => control.Descendants<Paragraph>().Any());

    /// <summary>Words by row and column below the heading.</summary>
    public static IReadOnlyList<string[]> Rows(Table table) =>
        [.. table.Elements<TableRow>().Where(row => !IsHead(row)).Select(row => row.Elements<TableCell>().Select(Words).ToArray())];

    public static bool IsHead(TableRow row) => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null;

    public static string Words(TableCell cell) => cell.InnerText;

    public void Dispose() => _word.Dispose();

    private static string TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";
}
