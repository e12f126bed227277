using System.Globalization;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Pages;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Contents;

/// <summary>A heading of the first level.</summary>
/// <param name="Bookmark">Its bookmark.</param>
/// <param name="Title">Its words on one line.</param>
internal sealed record ContentsEntry(string Bookmark, string Title);

/// <summary>Reads a written note as blocks that fill pages.</summary>
/// <param name="looks">The looks of its styles.</param>
/// <param name="note">The note.</param>
/// <param name="tables">The rows of tables that the tree passed over, as they were written; null when it passed over none.</param>
internal sealed class FlowReader(IReadOnlyDictionary<string, ParagraphLook> looks, MarkupTree note, TableFlow? tables = null)
{
    private const int LongestPageNumber = 3;

    private readonly List<FlowBlock> _blocks = [];
    private readonly List<ContentsEntry> _entries = [];
    private readonly MarkupText _words = new();
    private int _firstWidth;
    private Queue<(int Width, int Height)> _areas = new();

    /// <summary>How many of the tables that the tree passed over stood where tables are looked for.</summary>
    public int TablesPassed { get; private set; }

    /// <summary>Bookmark of the paragraph that the table of contents replaces.</summary>
    public const string ContentsMark = "EB_contents";

    /// <summary>The page of each heading by its bookmark.</summary>
    /// <param name="contents">Style of the contents' lines, which are not written yet; null when they stand in the note.</param>
    /// <param name="entries">The headings of the first level.</param>
    public IReadOnlyDictionary<string, int> Pages(string? contents, out IReadOnlyList<ContentsEntry> entries)
    {
        _areas = new(Areas());
        (_firstWidth, var height) = _areas.Peek();
        Read(note.Child(0, "body"u8));
        entries = _entries;
        if (contents is not null && _blocks.FindIndex(block => block.Bookmark == ContentsMark) is var at and >= 0)
        {
            var look = Look(contents);
            _blocks.RemoveAt(at);
            var width = _firstWidth - (LongestPageNumber * look.HalfPoints * 5);
            _blocks.InsertRange(at, _entries.Select(
                entry => new FlowBlock(TextLines.Count(entry.Title, width, look.FirstLine, look.HalfPoints), look.Line)
                {
                    Before = look.Before,
                    After = look.After,
                }));
        }

        return PageFlow.Pages(_blocks, height);
    }

    private IEnumerable<(int Width, int Height)> Areas()
    {
        for (var at = 0; at < note.Count; at++)
        {
            if (note.Is(at, "sectPr"u8)) yield return Area(at);
        }
    }

    private void Read(int parent)
    {
        for (var at = parent + 1; at < note.After(parent); at = note.After(at))
        {
            if (note.Is(at, "p"u8)) ReadParagraph(at);
            else if (note.IsPassedOver(at)) tables!.AddTo(_blocks, TablesPassed++);
            else if (note.Is(at, "tbl"u8)) ReadTable(at);
            else if (note.Is(at, "sdt"u8)) Read(note.Child(at, "sdtContent"u8) is var inner and not MarkupTree.None ? inner : at);
        }
    }

    private void ReadParagraph(int paragraph)
    {
        var properties = note.Child(paragraph, "pPr"u8);
        var look = Look(properties).With(note, properties, MarkupTree.None);
        ReadWords(paragraph);
        var bookmark = Bookmark(paragraph);
        if (bookmark is not null && look.Outline == 0) _entries.Add(new ContentsEntry(bookmark, _words.ToString().Replace('\n', ' ')));
        var ends = note.Child(properties, "sectPr"u8) != MarkupTree.None;
        if (ends && _areas.Count > 1) _areas.Dequeue();
        _blocks.Add(new FlowBlock(TextLines.Count(_words.Chars, _areas.Peek().Width, look.FirstLine, look.HalfPoints), look.Line)
        {
            Before = look.Before,
            After = look.After,
            BreaksPage = look.BreaksPage,
            KeepsNext = look.KeepsNext,
            EndsSection = ends ? _areas.Peek().Height : 0,
            Bookmark = bookmark,
        });
    }

    private string? Bookmark(int paragraph)
    {
        for (var at = paragraph + 1; at < note.After(paragraph); at++)
        {
            if (!note.Is(at, "bookmarkStart"u8)) continue;
            var name = note.Text(at, "name"u8);
            if (name?.StartsWith(HeadingSegment.Bookmark, StringComparison.Ordinal) == true || name == ContentsMark) return name;
        }

        return null;
    }

    private void ReadTable(int table)
    {
        var rows = new List<(int Row, bool IsHead, int Height)>();
        for (var at = table + 1; at < note.After(table); at = note.After(at))
        {
            if (!note.Is(at, "tr"u8)) continue;
            var properties = note.Child(at, "trPr"u8);
            rows.Add((at, note.Child(properties, "tblHeader"u8) != MarkupTree.None, Height(at, properties)));
        }

        var head = rows.Sum(row => row.IsHead ? row.Height : 0);
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, isHead, height) = rows[index];
            var keeps = isHead || note.Has(row, "keepNext"u8);
            _blocks.Add(new FlowBlock(1, height) { KeepsNext = keeps && index + 1 < rows.Count, RepeatedHead = isHead ? 0 : head });
        }
    }

    private int Height(int row, int properties)
    {
        var highest = 0;
        for (var at = row + 1; at < note.After(row); at = note.After(at))
        {
            if (note.Is(at, "tc"u8)) highest = Math.Max(highest, CellHeight(at));
        }

        return Math.Max(Number(note.Child(properties, "trHeight"u8), "val"u8, 0), highest) + TableFlow.RowBorder;
    }

    private int CellHeight(int cell)
    {
        var width = Number(note.Child(note.Child(cell, "tcPr"u8), "tcW"u8), "w"u8, 1000);
        var height = 0;
        for (var at = cell + 1; at < note.After(cell); at = note.After(at))
        {
            if (!note.Is(at, "p"u8)) continue;
            var look = Look(note.Child(at, "pPr"u8));
            ReadWords(at);
            height += TextLines.Count(_words.Chars, Math.Max(1, width - TableFlow.CellMargins), 0, look.HalfPoints) * look.Line;
        }

        return height;
    }

    private ParagraphLook Look(int properties) => Look(note.Text(note.Child(properties, "pStyle"u8), "val"u8) ?? "");

    private ParagraphLook Look(string style) => looks.TryGetValue(style, out var look) ? look : looks[""];

    private void ReadWords(int paragraph)
    {
        _words.Clear();
        for (var at = paragraph + 1; at < note.After(paragraph); at++)
        {
            if (note.Is(at, "t"u8)) note.AddWords(at, _words);
            else if (note.Is(at, "br"u8)) _words.Add('\n');
        }
    }

    private (int Width, int Height) Area(int section)
    {
        var (page, margins) = (note.Child(section, "pgSz"u8), note.Child(section, "pgMar"u8));
        return (Number(page, "w"u8, 11906) - Number(margins, "left"u8, 1587) - Number(margins, "right"u8, 1474),
            Number(page, "h"u8, 16838) - Number(margins, "top"u8, 2098) - Number(margins, "bottom"u8, 1984));
    }

    private int Number(int element, ReadOnlySpan<byte> attribute, int otherwise) =>
        int.TryParse(note.Attribute(element, attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value : otherwise;
}
