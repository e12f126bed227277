using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Contents;

/// <summary>A heading of the first level.</summary>
/// <param name="Bookmark">Its bookmark.</param>
/// <param name="Title">Its words on one line.</param>
internal sealed record ContentsEntry(string Bookmark, string Title);

/// <summary>Reads a written note as blocks that fill pages.</summary>
/// <param name="looks">The looks of its styles.</param>
internal sealed class FlowReader(IReadOnlyDictionary<string, ParagraphLook> looks)
{
    private const int CellMargins = 160;
    private const int RowBorder = 10;
    private const int LongestPageNumber = 3;

    private readonly List<FlowBlock> _blocks = [];
    private readonly List<ContentsEntry> _entries = [];
    private int _firstWidth;
    private Queue<(int Width, int Height)> _areas = new();

    /// <summary>The page of each heading by its bookmark.</summary>
    /// <param name="document">The note.</param>
    /// <param name="contents">Style of the contents' lines, which are not written yet; null when they stand in the note.</param>
    /// <param name="entries">The headings of the first level.</param>
    public IReadOnlyDictionary<string, int> Pages(XDocument document, string? contents, out IReadOnlyList<ContentsEntry> entries)
    {
        _areas = new(document.Descendants(WordXml.W + "sectPr").Select(Area));
        (_firstWidth, var height) = _areas.Peek();
        Read(document.Root!.Element(WordXml.W + "body")!);
        entries = _entries;
        if (contents is not null && _blocks.FindIndex(block => block.Bookmark == ContentsMark) is var at and >= 0)
        {
            var look = Look(contents);
            _blocks.RemoveAt(at);
            var width = _firstWidth - (LongestPageNumber * look.HalfPoints * 5);
            _blocks.InsertRange(
                at, _entries.Select(
                entry => new FlowBlock(
                TextLines.Count(entry.Title, width, look.FirstLine, look.HalfPoints), look.Line)
                {
                    Before = look.Before,
                    After =
                look.After
                }));
        }

        return PageFlow.Pages(_blocks, height);
    }

    /// <summary>Bookmark of the paragraph that the table of contents replaces.</summary>
    public const string ContentsMark = "EB_contents";

    private void Read(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == WordXml.Paragraph) ReadParagraph(element);
            else if (element.Name == WordXml.Table) ReadTable(element);
            else if (element.Name == WordXml.Control) Read(element.Element(WordXml.Content) ?? element);
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        var properties = paragraph.Element(WordXml.W + "pPr");
        var look = Look(Style(paragraph)).With(properties, null);
        var text = Words(paragraph);
        var bookmark = paragraph.Descendants(WordXml.BookmarkStart).Select(mark => mark.Attribute(WordXml.W + "name")?.Value)
            .FirstOrDefault(name => name?.StartsWith(HeadingSegment.Bookmark, StringComparison.Ordinal) == true || name == ContentsMark);
        if (bookmark is not null && look.Outline == 0) _entries.Add(new ContentsEntry(bookmark, text.Replace('\n', ' ')));
        var ends = properties?.Element(WordXml.W + "sectPr") is not null;
        if (ends && _areas.Count > 1) _areas.Dequeue();
        _blocks.Add(new FlowBlock(TextLines.Count(text, _areas.Peek().Width, look.FirstLine, look.HalfPoints), look.Line)
        {
            Before = look.Before,
            After = look.After,
            BreaksPage = look.BreaksPage,
            KeepsNext = look.KeepsNext,
            EndsSection = ends ? _areas.Peek().Height : 0,
            Bookmark = bookmark,
        });
    }

    private void ReadTable(XElement table)
    {
        var rows = table.Elements(WordXml.W + "tr").ToArray();
        var isHead = Array.ConvertAll(rows, row => row.Element(WordXml.W + "trPr")?.Element(WordXml.W + "tblHeader") is not null);
        var heights = Array.ConvertAll(rows, Height);
        var head = heights.Where((_, index) => isHead[index]).Sum();
        for (var index = 0; index < rows.Length; index++)
        {
            var keeps = isHead[index] || rows[index].Descendants(WordXml.W + "keepNext").Any();
            _blocks.Add(new FlowBlock(
                1, heights[index])
            { KeepsNext = keeps && index + 1 < rows.Length, RepeatedHead = isHead[index] ? 0 : head });
        }
    }

    private int Height(XElement row)
    {
        var least = (int?)row.Element(WordXml.W + "trPr")?.Element(WordXml.W + "trHeight")?.Attribute(WordXml.Value) ?? 0;
        return Math.Max(least, row.Elements(WordXml.W + "tc").Select(CellHeight).DefaultIfEmpty(0).Max()) + RowBorder;
    }

    private int CellHeight(XElement cell)
    {
        var width = (int?)cell.Element(WordXml.W + "tcPr")?.Element(WordXml.W + "tcW")?.Attribute(WordXml.W + "w") ?? 1000;
        return cell.Elements(WordXml.Paragraph).Sum(paragraph =>
        {
            var look = Look(Style(paragraph));
            return TextLines.Count(Words(paragraph), Math.Max(1, width - CellMargins), 0, look.HalfPoints) * look.Line;
        });
    }

    private ParagraphLook Look(string style) => looks.TryGetValue(style, out var look) ? look : looks[""];

    private static string Style(XElement paragraph) =>
        paragraph.Element(WordXml.W + "pPr")?.Element(WordXml.W + "pStyle")?.Attribute(WordXml.Value)?.Value ?? "";

    private static string Words(XElement paragraph) => string.Concat(paragraph.Descendants()
        .Select(element => element.Name == WordXml.Words ? element.Value : element.Name == WordXml.W + "br" ? "\n" : ""));

    private static (int Width, int Height) Area(XElement section)
    {
        var (page, margins) = (section.Element(WordXml.W + "pgSz"), section.Element(WordXml.W + "pgMar"));
        return (Number(page, "w", 11906) - Number(margins, "left", 1587) - Number(margins, "right", 1474),
            Number(page, "h", 16838) - Number(margins, "top", 2098) - Number(margins, "bottom", 1984));
    }

    private static int Number(XElement? element, string attribute, int otherwise) =>
        int.TryParse(element?.Attribute(WordXml.W + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
