using System.Text;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Reading;

/// <summary>The words of one paragraph as a reader sees them, and where they stand.</summary>
internal sealed class ParagraphWords
{
    private const int DeepestNesting = 60;

    private readonly XNamespace _w;
    private readonly StringBuilder _text = new();
    private readonly List<NotePiece> _pieces = [];
    private readonly List<NoteControl> _controls = [];
    private readonly Stack<bool> _fields = new();

    private ParagraphWords(XNamespace w) => _w = w;

    public string Text => _text.ToString();

    public IReadOnlyList<NotePiece> Pieces => _pieces;

    /// <summary>Content controls among them.</summary>
    public IReadOnlyList<NoteControl> Controls => _controls;

    /// <summary>True when the paragraph holds the instruction of a table of contents.</summary>
    public bool IsContents { get; private set; }

    public static ParagraphWords Of(XElement paragraph, XNamespace w)
    {
        var words = new ParagraphWords(w);
        words.Read(paragraph, depth: 0);
        return words;
    }

    /// <summary>Contents of the text boxes anchored in a paragraph; of two renderings of one box the first.</summary>
    public static IEnumerable<XElement> BoxesOf(XElement paragraph, XNamespace w) => paragraph.Descendants(w + "txbxContent")
        .Where(box => box.Ancestors().TakeWhile(outer => outer != paragraph)
            .All(outer => outer.Name.LocalName is not ("Fallback" or "txbxContent" or "del")));

    private void Read(XElement parent, int depth)
    {
        if (depth > DeepestNesting) return;
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "r":
                    ReadRun(element);
                    break;
                case "sdt":
                    ReadControl(element, depth);
                    break;
                case "ins" or "moveTo" or "hyperlink" or "smartTag" or "fldSimple" or "customXml" or "sdtContent" or "dir" or "bdo":
                    Read(element, depth + 1);
                    break;
            }
        }
    }

    private void ReadControl(XElement control, int depth)
    {
        var start = _text.Length;
        if (control.Element(_w + "sdtContent") is not { } content) return;
        Read(content, depth + 1);
        if ((string?)control.Element(_w + "sdtPr")?.Element(_w + "tag")?.Attribute(_w + "val") is { Length: > 0 } tag)
            _controls.Add(new NoteControl(SlotTag.Parse(tag), start, _text.Length - start));
    }

    private void ReadRun(XElement run)
    {
        // hidden text is not printed
        if (run.Element(_w + "rPr")?.Element(_w + "vanish") is { } hidden && (string?)hidden.Attribute(_w + "val") is not ("0" or "false"))
            return;
        foreach (var element in run.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "fldChar":
                    ReadField((string?)element.Attribute(_w + "fldCharType"));
                    break;
                case "instrText":
                    IsContents |= element.Value.TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
                    break;
                case "t" when IsShown:
                    _pieces.Add(new NotePiece(run, element, _text.Length, element.Value.Length));
                    _text.Append(element.Value);
                    break;
                case "tab" or "ptab" when IsShown:
                    Sign(run, '\t');
                    break;
                case "br" or "cr" when IsShown:
                    Sign(run, '\n');
                    break;
                case "noBreakHyphen" when IsShown:
                    Sign(run, '-');
                    break;
            }
        }
    }

    // between the begin of a field and its separator stands its instruction, not its words
    private bool IsShown => !_fields.Contains(true);

    private void ReadField(string? kind)
    {
        if (kind == "begin") _fields.Push(true);
        else if (_fields.Count == 0) return;
        else if (kind == "separate") Reopen();
        else if (kind == "end") _fields.Pop();
    }

    private void Reopen()
    {
        _fields.Pop();
        _fields.Push(false);
    }

    private void Sign(XElement run, char sign)
    {
        _pieces.Add(new NotePiece(run, null, _text.Length, 1));
        _text.Append(sign);
    }
}
