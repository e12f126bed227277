using System.Text;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Compiling;

/// <summary>
/// Gives the groups of a compiled template the same segments without look: marks for paragraphs, words and controls. So a draft is
/// written without XML and nobody has to read it. Knows what the packs' templates are made of; one that holds anything else is drafted
/// as XML.
/// </summary>
internal sealed class DraftCompiler
{
    private static readonly byte[] Main = Encoding.UTF8.GetBytes($"xmlns:w=\"{WordXml.W.NamespaceName}\"");

    private readonly Stack<string> _open = new();
    private readonly MarkupText _text = new();
    private List<DraftMark> _marks = [];
    private string _tag = "";
    private bool _isUnusual;

    /// <summary>The segments of a document's draft; null when the template holds anything unusual.</summary>
    public static IReadOnlyList<Segment>? Compile(IReadOnlyList<Segment> document)
    {
        if (document is not [FixedSegment { Bytes: var start }, ..] || start.AsSpan().IndexOf(Main) < 0) return null;
        var compiler = new DraftCompiler();
        var segments = compiler.Of(document);
        return compiler._isUnusual || compiler._open.Count > 0 ? null : segments;
    }

    private List<Segment> Of(IReadOnlyList<Segment> segments)
    {
        var own = new List<Segment>();
        foreach (var segment in segments)
        {
            switch (segment)
            {
                case FixedSegment { Bytes: var bytes }:
                    Read(bytes);
                    // what has no words is still something
                    if (_marks.Count == 0) _marks.Add(default);
                    own.Add(new MarksSegment([.. _marks]));
                    _marks = [];
                    break;
                case AttributeSegment words:
                    if (_tag.StartsWith("<w:tag ", StringComparison.Ordinal)) own.Add(new TagSegment(words));
                    _isUnusual |= _tag.Length == 0;
                    break;
                case GroupSegment group:
                    group.Draft = Of(group.Inner);
                    own.Add(group);
                    break;
                default:
                    if (segment is ParagraphsSegment texts) texts.DraftStart = StartOf(texts.Start);
                    if (segment is TableSegment table) table.DraftNoteStart = StartOf(table.NoteStart);
                    own.Add(segment);
                    break;
            }
        }

        return own;
    }

    /// <summary>The start of a paragraph that a segment writes.</summary>
    private DraftMark[] StartOf(byte[] paragraph)
    {
        Read(paragraph);
        if (!IsIn("p")) _isUnusual = true;
        else _open.Pop();
        DraftMark[] marks = [.. _marks];
        _marks = [];
        return marks;
    }

    private void Read(byte[] bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        // a slot stands in an attribute of the tag that was begun
        if (_tag.Length > 0 && !TryEndTag(ref rest)) return;
        while (!rest.IsEmpty && !_isUnusual)
        {
            var next = rest.IndexOf((byte)'<');
            if (next < 0) next = rest.Length;
            if (next > 0 && IsIn("t")) AddWords(rest[..next]);
            rest = rest[next..];
            if (rest.IsEmpty) return;
            var end = Closing(rest);
            if (end < 0)
            {
                _tag = Encoding.UTF8.GetString(rest);
                AddTagPart(_tag);
                return;
            }

            Read(Encoding.UTF8.GetString(rest[..(end + 1)]), isWhole: true);
            rest = rest[(end + 1)..];
        }
    }

    /// <summary>Goes on in a tag of which a slot was a part; false when another slot follows in it.</summary>
    private bool TryEndTag(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'>');
        var part = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        var isTag = _tag.StartsWith("<w:tag ", StringComparison.Ordinal);
        if (isTag) AddTagWords(part.Split('"')[0]);
        _tag += part;
        rest = end < 0 ? default : rest[(end + 1)..];
        if (end < 0) return false;
        var whole = _tag + ">";
        _tag = "";
        if (!isTag) Read(whole, isWhole: false);
        return true;
    }

    /// <summary>Where a tag ends; -1 when it is cut before it does.</summary>
    private static int Closing(ReadOnlySpan<byte> tag)
    {
        for (var at = 1; at < tag.Length; at++)
        {
            if (tag[at] == '>') return at;
            if (tag[at] != '"') continue;
            var length = tag[(at + 1)..].IndexOf((byte)'"');
            if (length < 0) return -1;
            at += length + 1;
        }

        return -1;
    }

    /// <summary>Reads a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="isWhole">False when parts of it were slots: its attributes say nothing here.</param>
    private void Read(string tag, bool isWhole)
    {
        if (tag.StartsWith("<?", StringComparison.Ordinal)) return;
        if (tag.StartsWith("</", StringComparison.Ordinal))
        {
            End();
            return;
        }

        var isEmpty = tag.EndsWith("/>", StringComparison.Ordinal);
        var name = tag[1..(tag.AsSpan(1).IndexOfAny(' ', '/', '>') + 1)];
        if (!name.StartsWith("w:", StringComparison.Ordinal))
        {
            _isUnusual = true;
            return;
        }

        _open.Push(name[2..]);
        Start(name[2..], isWhole ? tag : "");
        if (isEmpty) End();
    }

    private void Start(string name, string tag)
    {
        var inside = _open.Skip(1).FirstOrDefault() ?? "";
        switch (inside, name)
        {
            case ("", "document") or ("document", "body"):
                break;
            case ("body" or "sdtContent", "p") when !IsWithin("p"):
                Add(DraftMarkKind.Paragraph);
                break;
            case ("body" or "sdtContent" or "p", "sdt"):
                Add(DraftMarkKind.Control);
                break;
            case ("p" or "sdtContent", "r") when IsWithin("p"):
                break;
            case ("r", "t"):
                break;
            case ("r", "tab"):
                Add(DraftMarkKind.Words, "\t");
                break;
            case ("r", "br"):
                Add(DraftMarkKind.Words, "\n");
                break;
            case ("pPr", "pStyle"):
                Add(DraftMarkKind.Style, ValueOf(tag));
                break;
            case ("sdtPr", "tag"):
                AddTagWords(ValueOf(tag));
                break;
            case ("pPr", "outlineLvl" or "pPrChange") or ("rPr", "vanish") or ("sdtPr", "docPartObj"):
                _isUnusual = true;
                break;
            case ("p", "pPr") or ("r", "rPr") or ("sdt", "sdtPr" or "sdtEndPr" or "sdtContent"):
            case ("body" or "sdtContent", "sectPr"):
            case ("body" or "sdtContent" or "p", "bookmarkStart" or "bookmarkEnd" or "proofErr"):
                break;
            default:
                _isUnusual |= !IsWithin("pPr") && !IsWithin("rPr") && !IsWithin("sdtPr") && !IsWithin("sdtEndPr") && !IsWithin("sectPr");
                break;
        }
    }

    private void End()
    {
        if (_open.Count == 0)
        {
            _isUnusual = true;
            return;
        }

        switch (_open.Pop())
        {
            case "p":
                Add(DraftMarkKind.ParagraphEnd);
                break;
            case "sdt":
                Add(DraftMarkKind.ControlEnd);
                break;
        }
    }

    /// <summary>A tag that is cut by a slot: what stands before it belongs to the tag of a control, or says nothing.</summary>
    private void AddTagPart(string cut)
    {
        _isUnusual |= _open.Count == 0 || _open.Peek() != "sdtPr";
        if (cut.StartsWith("<w:tag ", StringComparison.Ordinal)) AddTagWords(cut[(cut.LastIndexOf('"') + 1)..]);
    }

    private void AddTagWords(string xml)
    {
        if (xml.Length > 0) Add(DraftMarkKind.Tag, _text.Clear().Add(Encoding.UTF8.GetBytes(xml)).ToString());
    }

    private void AddWords(ReadOnlySpan<byte> xml) => Add(DraftMarkKind.Words, _text.Clear().Add(xml).ToString());

    private void Add(DraftMarkKind kind, string words = "") => _marks.Add(new DraftMark(kind, words));

    private string ValueOf(string tag)
    {
        const string Value = "w:val=\"";
        if (tag.IndexOf(Value, StringComparison.Ordinal) is not (>= 0 and var at)) return "";
        at += Value.Length;
        return _text.Clear().Add(Encoding.UTF8.GetBytes(tag[at..tag.IndexOf('"', at)])).ToString();
    }

    private bool IsIn(string name) => _open.Count > 0 && _open.Peek() == name;

    private bool IsWithin(string name) => _open.Skip(1).Contains(name);
}
