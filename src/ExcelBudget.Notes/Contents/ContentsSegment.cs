using System.Buffers;
using System.Text;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Pages;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Contents;

/// <summary>目录。Holds the place of the table of contents, which can be written when all headings are.</summary>
/// <param name="style">Style of its lines.</param>
internal sealed class ContentsSegment(string style) : Segment
{
    public override void Write(NoteWriter writer)
    {
        if (writer.Draft is { } draft)
        {
            draft.Add(DraftMarkKind.Nothing);
            return;
        }

        var start = writer.Buffer.Length;
        writer.Buffer.Raw("<w:p>"u8);
        var bookmark = writer.StartBookmark(Encoding.UTF8.GetBytes(FlowReader.ContentsMark), isNumbered: false);
        writer.EndBookmark(bookmark);
        writer.Buffer.Raw("</w:p>"u8);
        writer.Contents = new ContentsPlace(start, writer.Buffer.Length, style);
    }
}

/// <summary>
/// Writes the table of contents: for each heading a link with its page, ready as the note is opened. Page numbers are PAGEREF fields,
/// which LibreOffice refreshes by itself and Word when the note is printed. There is no TOC field around them: LibreOffice shows it as
/// words.
/// </summary>
internal static class ContentsTable
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    // Chinese characters and their signs, letters and digits: nothing that XML escapes
    private static readonly SearchValues<char> Plain = SearchValues.Create(
    [
        .. Enumerable.Range('\u4E00', 0x9FFF - 0x4E00 + 1).Select(sign => (char)sign), .. "、。，；：“”《》（）　 _-.\\/",
        .. Enumerable.Range('0', 10).Concat(Enumerable.Range('A', 26)).Concat(Enumerable.Range('a', 26)).Select(sign => (char)sign),
    ]);

    /// <summary>Puts the table of contents of a written note into its place.</summary>
    /// <param name="buffer">The note.</param>
    /// <param name="place">Where the contents go.</param>
    /// <param name="looks">The looks of its styles.</param>
    /// <param name="tables">Its tables.</param>
    public static void Insert(
        XmlBuffer buffer, ContentsPlace place, IReadOnlyDictionary<string, ParagraphLook> looks, TableFlow tables)
    {
        var pages = Pages(buffer, place, looks, tables, out var entries) ?? Pages(buffer, place, looks, null, out entries)!;
        var lines = entries.Select(entry => Line(entry, pages[entry.Bookmark], place.Style));
        buffer.Splice(place.Start, place.End, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    /// <summary>The pages; null where a table stands in a cell of the template's, so that only all elements tell them.</summary>
    private static IReadOnlyDictionary<string, int>? Pages(
        XmlBuffer buffer, ContentsPlace place, IReadOnlyDictionary<string, ParagraphLook> looks, TableFlow? tables,
        out IReadOnlyList<ContentsEntry> entries)
    {
        using var note = buffer.Tree(tables?.Places);
        var reader = new FlowReader(looks, note, tables);
        var pages = reader.Pages(place.Style, out entries);
        return reader.TablesPassed == (tables?.Places.Count ?? 0) ? pages : null;
    }

    /// <summary>Brings the page numbers of a re-issued note's contents up to date.</summary>
    public static void Refresh(XDocument document, IReadOnlyDictionary<string, ParagraphLook> looks)
    {
        using var note = MarkupTree.Of(document);
        var pages = new FlowReader(looks, note).Pages(null, out _);
        foreach (var link in document.Descendants(WordXml.W + "hyperlink"))
        {
            if (pages.TryGetValue(link.Attribute(WordXml.W + "anchor")?.Value ?? "", out var page)
                && link.Descendants(WordXml.Words).LastOrDefault() is { } number && int.TryParse(number.Value, out _)) number.Value =
                    NoteWriter.Whole(page);
        }
    }

    private static string Line(ContentsEntry entry, int page, string style)
    {
        var title = InXml(entry.Title);
        return $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:hyperlink w:anchor=\"{entry.Bookmark}\" w:history=\"1\"><w:r>"
            + $"<w:t xml:space=\"preserve\">{title}</w:t></w:r><w:r><w:tab/></w:r>"
            + $"{Begin}{Instruction($" PAGEREF {entry.Bookmark} \\h ")}{Separate}<w:r>"
            + $"<w:t>{NoteWriter.Whole(page)}</w:t></w:r>{End}</w:hyperlink></w:p>";
    }

    private static string Instruction(string field) => $"<w:r><w:instrText xml:space=\"preserve\">{InXml(field)}</w:instrText></w:r>";

    /// <summary>Words as XML writes them; hardly any have a sign that it writes otherwise.</summary>
    private static string InXml(string words) => words.AsSpan().IndexOfAnyExcept(Plain) < 0 ? words : new XText(words).ToString();
}
