using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Reading;

/// <summary>
/// Reads a draft of this program in one pass: paragraphs, their controls, and tables that only say something. What else a restyled
/// template may hold is left to <see cref="NoteReader"/>.
/// </summary>
internal sealed class NoteDraftReader
{
    private static readonly XDocument NoXml = new();

    private readonly MarkupTree _tree;
    private readonly NoteStyleNames _styles;
    private readonly IReadOnlyList<DraftTable> _tables;
    private readonly List<NoteBlock> _blocks = [];
    private readonly List<string> _marks = [];
    private readonly MarkupText _text = new();
    private List<NoteControl> _controls = [];
    private int _number;
    private int _tablesRead;
    private bool _isOdd;

    private NoteDraftReader(MarkupTree tree, NoteStyleNames styles, IReadOnlyList<DraftTable> tables) =>
        (_tree, _styles, _tables) = (tree, styles, tables);

    /// <summary>
    /// The note as its readers would see it, without the elements its words stand in; null when it holds anything unusual.
    /// </summary>
    /// <param name="tree">The draft.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="tables">What its tables say, in order.</param>
    public static NoteDocument? Read(MarkupTree tree, NoteStyleNames styles, IReadOnlyList<DraftTable> tables)
    {
        if (!tree.IsAllMain || tree.Child(0, "body"u8) is not (>= 0 and var body)) return null;
        var reader = new NoteDraftReader(tree, styles, tables);
        reader.ReadBlocks(body, []);
        return reader._isOdd || reader._tablesRead < tables.Count ? null : new NoteDocument(NoXml, reader._blocks);
    }

    private void ReadBlocks(int parent, IReadOnlyList<SlotTag> around)
    {
        for (var at = parent + 1; at < _tree.After(parent) && !_isOdd; at = _tree.After(at))
        {
            if (_tree.Is(at, "p"u8)) AddParagraph(at, around);
            else if (_tree.Is(at, "tbl"u8)) AddTable(at, around);
            else if (_tree.Is(at, "bookmarkStart"u8)) _marks.Add(_tree.Text(at, "name"u8) ?? "");
            else if (_tree.Is(at, "sdt"u8)) ReadControl(at, around);
            else _isOdd |= !_tree.Is(at, "bookmarkEnd"u8) && !_tree.Is(at, "sectPr"u8) && !_tree.Is(at, "proofErr"u8);
        }
    }

    private void ReadControl(int control, IReadOnlyList<SlotTag> around)
    {
        if (_tree.Child(control, "sdtContent"u8) is not (>= 0 and var content)) return;
        _isOdd |= _tree.Child(_tree.Child(control, "sdtPr"u8), "docPartObj"u8) != MarkupTree.None;
        ReadBlocks(content, TagOf(control) is { } tag ? [tag, .. around] : around);
    }

    private SlotTag? TagOf(int control) =>
        _tree.Text(_tree.Child(_tree.Child(control, "sdtPr"u8), "tag"u8), "val"u8) is { Length: > 0 } tag ? SlotTag.Parse(tag) : null;

    private void AddParagraph(int element, IReadOnlyList<SlotTag> around)
    {
        _marks.Clear();
        var paragraph = Paragraph(element, around, _number + 1);
        if (paragraph.Text.AsSpan().Trim().Length == 0) return;
        _number++;
        _blocks.Add(paragraph);
    }

    private NoteParagraph Paragraph(int element, IReadOnlyList<SlotTag> around, int number)
    {
        _text.Clear();
        _controls = [];
        ReadWords(element);
        var properties = _tree.Child(element, "pPr"u8);
        _isOdd |= _tree.Child(properties, "outlineLvl"u8) != MarkupTree.None;
        var style = _tree.Text(_tree.Child(properties, "pStyle"u8), "val"u8);
        return new NoteParagraph
        {
            Element = NoteParagraph.Nowhere,
            Text = _text.ToString(),
            Pieces = [],
            Controls = _controls,
            Around = around,
            Number = number,
            StyleLevel = _styles.LevelOf(style),
            IsContents = _styles.IsContents(style),
        };
    }

    private void ReadWords(int parent)
    {
        for (var at = parent + 1; at < _tree.After(parent) && !_isOdd; at = _tree.After(at))
        {
            if (_tree.Is(at, "r"u8)) ReadRun(at);
            else if (_tree.Is(at, "sdt"u8)) ReadInnerControl(at);
            else _isOdd |= !_tree.Is(at, "pPr"u8) && !_tree.Is(at, "bookmarkStart"u8) && !_tree.Is(at, "bookmarkEnd"u8)
                && !_tree.Is(at, "proofErr"u8);
        }
    }

    private void ReadInnerControl(int control)
    {
        var start = _text.Length;
        if (_tree.Child(control, "sdtContent"u8) is not (>= 0 and var content)) return;
        ReadWords(content);
        if (TagOf(control) is { } tag) _controls.Add(new NoteControl(tag, start, _text.Length - start));
    }

    private void ReadRun(int run)
    {
        for (var at = run + 1; at < _tree.After(run); at = _tree.After(at))
        {
            if (_tree.Is(at, "t"u8)) _tree.AddWords(at, _text);
            else if (_tree.Is(at, "tab"u8)) _text.Add('\t');
            else if (_tree.Is(at, "br"u8)) _text.Add('\n');
            else if (_tree.Is(at, "rPr"u8)) _isOdd |= _tree.Child(at, "vanish"u8) != MarkupTree.None;
            else _isOdd = true;
        }
    }

    private void AddTable(int table, IReadOnlyList<SlotTag> around)
    {
        if (_tablesRead < _tables.Count && _tree.StartOf(table) == _tables[_tablesRead].Start)
        {
            _blocks.Add(new NoteTable { Around = around, DraftWords = _tables[_tablesRead++].Words, Marks = [.. _marks] });
            _marks.Clear();
            return;
        }

        var rows = new List<IReadOnlyList<NoteCell>>();
        string[]? marks = null;
        for (var at = table + 1; at < _tree.After(table) && !_isOdd; at = _tree.After(at))
        {
            if (!_tree.Is(at, "tr"u8))
            {
                _isOdd = true;
                return;
            }

            marks ??= [.. _marks, .. MarksIn(at)];
            rows.Add(Cells(at, rows.Count));
        }

        _blocks.Add(new NoteTable { Around = around, Rows = rows, Marks = marks ?? [.. _marks] });
        _marks.Clear();
    }

    private List<string> MarksIn(int row)
    {
        var marks = new List<string>();
        for (var at = row + 1; at < _tree.After(row); at++)
        {
            if (_tree.Is(at, "bookmarkStart"u8)) marks.Add(_tree.Text(at, "name"u8) ?? "");
        }

        return marks;
    }

    private List<NoteCell> Cells(int row, int number)
    {
        var cells = new List<NoteCell>();
        for (var at = row + 1; at < _tree.After(row) && !_isOdd; at = _tree.After(at))
        {
            if (_tree.Is(at, "tc"u8)) cells.Add(new NoteCell(number, cells.Count, 1, false, Paragraphs(at)));
            else _isOdd = true;
        }

        return cells;
    }

    private List<NoteParagraph> Paragraphs(int cell)
    {
        var paragraphs = new List<NoteParagraph>();
        for (var at = cell + 1; at < _tree.After(cell) && !_isOdd; at = _tree.After(at))
        {
            if (!_tree.Is(at, "p"u8)) _isOdd = true;
            else if (Paragraph(at, [], 0) is var paragraph && paragraph.Text.Trim().Length > 0) paragraphs.Add(paragraph);
        }

        return paragraphs;
    }
}
