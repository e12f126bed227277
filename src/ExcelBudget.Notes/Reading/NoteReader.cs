using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Markup;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;

namespace ExcelBudget.Notes.Reading;

/// <summary>Reads any Word file: written by this program, reworded, saved by another program, or typed by hand.</summary>
internal sealed class NoteReader
{
    private const int DeepestNesting = 60;

    private readonly XNamespace _w;
    private readonly NoteStyleNames _styles;
    private readonly List<NoteBlock> _blocks = [];
    private readonly int _mostCharacters;
    private readonly List<string> _marks = [];
    private int _number;

    private NoteReader(XNamespace w, NoteStyleNames styles, int mostCharacters) =>
        (_w, _styles, _mostCharacters) = (w, styles, mostCharacters);

    /// <summary>The document, or why it cannot be read. Whatever is in the file, it answers and does not throw.</summary>
    public static NoteDocument? Read(GuardedNote note, out UnreadableReason? reason)
    {
        try
        {
            reason = null;
            var styles = note.LinksOf(note.MainPart).OfKind("styles") is { } link ? note.Tree(link.Target) : null;
            return Of(note.Tree(note.MainPart)!, new NoteStyleNames(styles), note.Limits.TextCharacters);
        }
        catch (UnreadableException unreadable)
        {
            reason = UnreadableNote.Of(unreadable.Reason.With(unreadable.Message));
            return null;
        }
    }

    /// <summary>The document of a part that was opened.</summary>
    /// <param name="xml">The document part.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="mostCharacters">How many characters a paragraph may have.</param>
    /// <exception cref="UnreadableException">It is no note, nested too deeply, or has a paragraph that is too long.</exception>
    public static NoteDocument Of(XDocument xml, NoteStyleNames styles, int mostCharacters)
    {
        var w = xml.Root!.Name.Namespace;
        if (xml.Root.Element(w + "body") is not { } body) throw new UnreadableException(UnreadableNote.NotANote, "");
        var reader = new NoteReader(w, styles, mostCharacters);
        reader.ReadBlocks(body, [], isContents: false, depth: 0);
        return new NoteDocument(xml, reader._blocks);
    }

    private void ReadBlocks(XElement parent, IReadOnlyList<SlotTag> around, bool isContents, int depth)
    {
        if (depth > DeepestNesting) throw UnreadableException.TooLarge($"表格或内容控件嵌套超过 {DeepestNesting} 层");
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p":
                    AddParagraph(element, around, isContents);
                    break;
                case "tbl":
                    _blocks.Add(Table(element, around, depth));
                    _marks.Clear();
                    break;
                case "bookmarkStart":
                    _marks.Add(NameOf(element));
                    break;
                case "sdt" when element.Element(_w + "sdtContent") is { } content:
                    ReadBlocks(content, TagOf(element) is { } tag ? [tag, .. around] : around, isContents || IsContents(element), depth
                        + 1);
                    break;
                case "customXml" or "ins" or "moveTo" or "smartTag":
                    ReadBlocks(element, around, isContents, depth + 1);
                    break;
            }
        }
    }

    private string NameOf(XElement bookmark) => (string?)bookmark.Attribute(_w + "name") ?? "";

    private void AddParagraph(XElement element, IReadOnlyList<SlotTag> around, bool isContents)
    {
        _marks.Clear();
        var paragraph = Paragraph(element, around, isContents, _number + 1);
        if (paragraph.Text.AsSpan().Trim().Length > 0)
        {
            _number++;
            _blocks.Add(paragraph);
        }

        // words in a text box are words of the note, after the paragraph that holds the box
        foreach (var box in ParagraphWords.BoxesOf(element, _w)) ReadBlocks(box, around, isContents, depth: 1);
    }

    private NoteParagraph Paragraph(XElement element, IReadOnlyList<SlotTag> around, bool isContents, int number)
    {
        var words = ParagraphWords.Of(element, _w);
        if (words.Text.Length > _mostCharacters)
            throw UnreadableException.TooLarge($"第 {number} 段有 {words.Text.Length} 个字符，上限 {_mostCharacters} 个");
        var style = (string?)element.Element(_w + "pPr")?.Element(_w + "pStyle")?.Attribute(_w + "val");
        var outline = (string?)element.Element(_w + "pPr")?.Element(_w + "outlineLvl")?.Attribute(_w + "val");
        return new NoteParagraph
        {
            Element = element,
            Text = words.Text,
            Pieces = words.Pieces,
            Controls = words.Controls,
            Around = around,
            Number = number,
            StyleLevel = int.TryParse(outline, CultureInfo.InvariantCulture, out var level) && level < 9 ? level + 1
                : _styles.LevelOf(style),
            IsContents = isContents || _styles.IsContents(style) || words.IsContents,
        };
    }

    private NoteTable Table(XElement element, IReadOnlyList<SlotTag> around, int depth)
    {
        var rows = new List<IReadOnlyList<NoteCell>>();
        foreach (var row in Unwrapped(element, "tr", depth))
        {
            if (row.Element(_w + "trPr")?.Element(_w + "del") is null) rows.Add(Cells(row, rows.Count, depth));
        }

        return new NoteTable
        {
            Around = around,
            Rows = rows,
            Marks = [.. _marks, .. element.Elements(_w + "tr").Take(1).Descendants(_w + "bookmarkStart").Select(NameOf)],
            Caption = (string?)element.Element(_w + "tblPr")?.Element(_w + "tblCaption")?.Attribute(_w + "val") ?? "",
        };
    }

    private List<NoteCell> Cells(XElement row, int number, int depth)
    {
        var cells = new List<NoteCell>();
        var column = Whole(row.Element(_w + "trPr")?.Element(_w + "gridBefore"), 0);
        foreach (var cell in Unwrapped(row, "tc", depth))
        {
            var properties = cell.Element(_w + "tcPr");
            var span = Whole(properties?.Element(_w + "gridSpan"), 1);
            var merge = properties?.Element(_w + "vMerge");
            var isContinued = merge is not null && (string?)merge.Attribute(_w + "val") != "restart";
            var paragraphs = Unwrapped(cell, "p", depth).Select(paragraph => Paragraph(paragraph, [], isContents: false, number: 0))
                .Where(paragraph => paragraph.Text.Trim().Length > 0);
            cells.Add(new NoteCell(number, column, span, isContinued, [.. paragraphs]));
            column += span;
        }

        return cells;
    }

    /// <summary>Elements of a name, also inside content controls and insertions; of nested tables only the words count.</summary>
    private IEnumerable<XElement> Unwrapped(XElement parent, string name, int depth)
    {
        if (depth > DeepestNesting) throw UnreadableException.TooLarge($"表格或内容控件嵌套超过 {DeepestNesting} 层");
        foreach (var element in parent.Elements())
        {
            if (element.Name == _w + name) yield return element;
            else if (element.Name.LocalName is "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml"
                || (name == "p" && element.Name.LocalName is "tbl" or "tr" or "tc"))
            {
                foreach (var inner in Unwrapped(element, name, depth + 1)) yield return inner;
            }
        }
    }

    private int Whole(XElement? element, int otherwise) =>
        int.TryParse((string?)element?.Attribute(_w + "val"), CultureInfo.InvariantCulture, out var value) && value is > 0 and < 200
            ? value : otherwise;

    private SlotTag? TagOf(XElement control) =>
        (string?)control.Element(_w + "sdtPr")?.Element(_w + "tag")?.Attribute(_w + "val") is { Length: > 0 } tag ? SlotTag.Parse(tag)
            : null;

    private bool IsContents(XElement control) =>
        control.Element(_w + "sdtPr")?.Element(_w + "docPartObj")?.Element(_w + "docPartGallery") is { } gallery
        && ((string?)gallery.Attribute(_w + "val"))?.Contains("Contents", StringComparison.OrdinalIgnoreCase) == true;
}
