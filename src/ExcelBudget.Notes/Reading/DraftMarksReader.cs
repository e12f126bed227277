using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Reading;

/// <summary>
/// Makes a note as its readers would see it of the marks of a draft; bookmarks, which no sentence needs, are not among them.
/// </summary>
internal sealed class DraftMarksReader
{
    private static readonly XDocument NoXml = new();

    private readonly NoteStyleNames _styles;
    private readonly IReadOnlyList<DraftTable> _tables;
    private readonly List<NoteBlock> _blocks = [];
    private readonly Stack<OpenControl> _open = new();
    private readonly MarkupText _text = new();
    private IReadOnlyList<SlotTag> _around = [];
    private List<NoteControl>? _controls;
    private string? _style;
    private int _number;
    private int _tablesRead;
    private bool _isInParagraph;

    private DraftMarksReader(NoteStyleNames styles, IReadOnlyList<DraftTable> tables) => (_styles, _tables) = (styles, tables);

    /// <summary>The note.</summary>
    /// <param name="marks">What it says.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="tables">What its tables say, in order.</param>
    public static NoteDocument Read(ReadOnlySpan<DraftMark> marks, NoteStyleNames styles, IReadOnlyList<DraftTable> tables)
    {
        var reader = new DraftMarksReader(styles, tables);
        foreach (ref readonly var mark in marks) reader.Read(mark);
        return new NoteDocument(NoXml, reader._blocks);
    }

    private void Read(in DraftMark mark)
    {
        switch (mark.Kind)
        {
            case DraftMarkKind.Paragraph:
                _text.Clear();
                (_controls, _style, _isInParagraph) = (null, null, true);
                break;
            case DraftMarkKind.Style:
                _style ??= mark.Words;
                break;
            case DraftMarkKind.Words:
                _text.Add(mark.Words);
                break;
            case DraftMarkKind.ParagraphEnd:
                AddParagraph();
                break;
            case DraftMarkKind.Control:
                _open.Push(new OpenControl(_around, _text.Length));
                break;
            case DraftMarkKind.Tag:
                ReadTag(mark.Words);
                break;
            case DraftMarkKind.ControlEnd:
                EndControl();
                break;
            case DraftMarkKind.Table:
                _blocks.Add(new NoteTable { Around = _around, DraftWords = _tables[_tablesRead++].Words });
                break;
        }
    }

    private void ReadTag(string words)
    {
        var control = _open.Peek();
        control.Tag += words;
        if (!_isInParagraph) _around = [SlotTag.Parse(control.Tag), .. control.Around];
    }

    private void EndControl()
    {
        var control = _open.Pop();
        _around = control.Around;
        if (_isInParagraph && control.Tag.Length > 0)
            (_controls ??= []).Add(new NoteControl(SlotTag.Parse(control.Tag), control.Start, _text.Length - control.Start));
    }

    private void AddParagraph()
    {
        _isInParagraph = false;
        if (_text.Chars.Trim().IsEmpty) return;
        _blocks.Add(new NoteParagraph
        {
            Element = NoteParagraph.Nowhere,
            Text = _text.ToString(),
            Pieces = [],
            Controls = _controls ?? (IReadOnlyList<NoteControl>)[],
            Around = _around,
            Number = ++_number,
            StyleLevel = _styles.LevelOf(_style),
            IsContents = _styles.IsContents(_style),
        });
    }

    private sealed class OpenControl(IReadOnlyList<SlotTag> around, int start)
    {
        public IReadOnlyList<SlotTag> Around => around;

        public int Start => start;

        public string Tag { get; set; } = "";
    }
}
