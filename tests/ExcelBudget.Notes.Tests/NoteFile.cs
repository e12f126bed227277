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

    /// <summary>The tables of a form.</summary>
    public IEnumerable<Table> Tables(string form) =>
        Body.Descendants<SdtBlock>().Where(block => TagOf(block) == $"table:{form}").SelectMany(block => block.Descendants<Table>());

    /// <summary>Words by row and column below the heading.</summary>
    public static IReadOnlyList<string[]> Rows(Table table) =>
        [.. table.Elements<TableRow>().Where(row => !IsHead(row)).Select(row => row.Elements<TableCell>().Select(Words).ToArray())];

    public static bool IsHead(TableRow row) => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null;

    public static string Words(TableCell cell) => cell.InnerText;

    public void Dispose() => _word.Dispose();

    private static string TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? "";
}
