using System.Text;
using ExcelBudget.OfficePackages.Limits;
using static ExcelBudget.OfficePackages.Limits.UnreadableException;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>
/// Walks a part's XML forward, over its characters. Our own instead of XmlReader for three reasons: it gives values as spans
/// where XmlReader makes a string of each, its memory has a bound whatever the part holds (depth and attributes are limited),
/// and it knows no DTD.
/// Elements are known by their local name, so both namespaces and any prefix read alike. What is not well formed is <c>damaged</c>.
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    private const int MaxAttributes = 128;

    private static readonly bool[] NameChars =
        [.. Enumerable.Range(0, 0x80).Select(c => char.IsAsciiLetterOrDigit((char)c) || (char)c is ':' or '_' or '-' or '.')];

    private readonly XmlChars _chars;
    private readonly char[] _buffer;
    private readonly int _length;
    private readonly string _part;
    private readonly StringBuilder _decoded = new();
    private readonly Slice[] _open;
    private XmlAttribute[] _attributes = new XmlAttribute[8];
    private int _attributeCount;
    private int _at;
    private Slice _localName;
    private Slice _text;
    private bool _textIsLiteral;
    private bool _endPending;
    private bool _rootSeen;

    /// <summary>A cursor before the first node; it gives the characters back when disposed.</summary>
    /// <param name="chars">The part's characters.</param>
    /// <param name="part">The part's name, for messages.</param>
    /// <param name="maxDepth">Elements that may stand inside one another.</param>
    public XmlCursor(XmlChars chars, string part, int maxDepth = 256)
    {
        _open = new Slice[maxDepth];
        _chars = chars;
        _buffer = chars.Buffer;
        _length = chars.Length;
        _part = part;
    }

    /// <summary>What the cursor stands on.</summary>
    public XmlNode Node { get; private set; }

    /// <summary>Open elements, counting the one whose start or end this is: the root's depth is 1.</summary>
    public int Depth { get; private set; }

    /// <summary>The name without prefix of the element last started.</summary>
    public ReadOnlySpan<char> Name => Span(_localName);

    /// <summary>Attributes of the element last started.</summary>
    public int AttributeCount => _attributeCount;

    /// <summary>The part's name, for messages.</summary>
    public string Part => _part;

    /// <summary>Goes to the next start, end or text; false after the root's end.</summary>
    public bool Read()
    {
        if (Node == XmlNode.End) Depth--;
        if (_endPending)
        {
            _endPending = false;
            Node = XmlNode.End;
            return true;
        }
        while (_at < _length)
        {
            if (_buffer[_at] == '<' ? ReadMarkup() : ReadText()) return true;
        }
        if (Depth > 0 || !_rootSeen) throw Bad("没有写完");
        Node = XmlNode.None;
        return false;
    }

    /// <summary>
    /// Goes to the next child element of the element at the given depth, passing over what is left of the one before; false at its end.
    /// </summary>
    public bool ReadChild(int parentDepth)
    {
        while (Read())
        {
            if (Node == XmlNode.Start && Depth == parentDepth + 1) return true;
            if (Node == XmlNode.End && Depth == parentDepth) return false;
        }
        return false;
    }

    /// <summary>Reads the root's start tag and checks its name.</summary>
    public void ReadRoot(string name)
    {
        if (!ReadChild(0) || !Is(name)) throw Bad($"不以 {name} 开头");
    }

    /// <summary>Is this the name without prefix of the element last started?</summary>
    public bool Is(string name) => Name.SequenceEqual(name);

    /// <summary>From a start: the element's own text up to its end. Valid until the cursor moves.</summary>
    public ReadOnlySpan<char> ReadContent()
    {
        var depth = Depth;
        ReadOnlySpan<char> plain = default;
        var spilled = false;
        _decoded.Clear();
        while (Read() && !(Node == XmlNode.End && Depth == depth))
        {
            if (Node != XmlNode.Text || Depth != depth) continue;
            var piece = Span(_text);
            if (!spilled && plain.IsEmpty && !XmlEscapes.NeedsDecoding(piece))
            {
                plain = piece;
                continue;
            }
            if (!spilled) _decoded.Append(plain);
            spilled = true;
            AppendDecoded(piece, _textIsLiteral);
        }
        return spilled ? _decoded.ToString() : plain;
    }

    /// <summary>The value of an attribute without prefix; empty when absent.</summary>
    public ReadOnlySpan<char> Attribute(string name)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            if (Span(_attributes[i].Name).SequenceEqual(name)) return Value(_attributes[i]);
        }
        return default;
    }

    /// <summary>The value of an attribute with a prefix, such as r:id, whatever the prefix; empty when absent.</summary>
    public ReadOnlySpan<char> PrefixedAttribute(string name)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            var full = Span(_attributes[i].Name);
            if (full.EndsWith(name) && full.Length > name.Length + 1 && full[full.Length - name.Length - 1] == ':')
                return Value(_attributes[i]);
        }
        return default;
    }

    /// <summary>A true or false attribute; false when absent.</summary>
    public bool Flag(string name) => Attribute(name) is "1" or "true";

    /// <summary>A verdict on this part.</summary>
    public UnreadableException Bad(string what) => Damaged($"部件 {_part} 的 XML {what}（第 {_at} 个字符附近）");

    /// <inheritdoc/>
    public void Dispose() => _chars.Dispose();

    private bool ReadText()
    {
        var rest = _buffer.AsSpan(_at, _length - _at);
        var length = rest.IndexOf('<');
        if (length < 0) length = rest.Length;
        var text = rest[..length];
        if (Depth == 0 && text.ContainsAnyExcept(" \t\r\n")) throw Bad("在根元素之外有文字");
        if (text.Contains(']') && text.IndexOf("]]>") >= 0) throw Bad("含有 ]]>");
        return Text(new Slice(_at, length), _at + length, literal: false);
    }

    private bool Text(Slice text, int next, bool literal)
    {
        _at = next;
        _text = text;
        _textIsLiteral = literal;
        if (Depth == 0) return false;
        Node = XmlNode.Text;
        return true;
    }

    private bool ReadMarkup() => At(_at + 1) switch
    {
        '/' => ReadEnd(),
        '?' => ReadInstruction(),
        '!' => ReadDeclaration(),
        _ => ReadStart(),
    };

    private bool ReadStart()
    {
        var name = ReadName(_at + 1);
        if (Depth == 0 && _rootSeen) throw Bad("有两个根元素");
        if (Depth == _open.Length) throw TooLarge($"部件 {_part} 的 XML 嵌套 {DepthAhead()} 层，上限 {_open.Length} 层");
        _rootSeen = true;
        _open[Depth++] = name;
        _localName = Local(name);
        _attributeCount = 0;
        _at = name.End;
        while (ReadAttribute())
        {
        }
        _endPending = At(_at) == '/';
        if (_endPending) _at++;
        if (At(_at) != '>') throw Bad("标记没有写完");
        _at++;
        Node = XmlNode.Start;
        return true;
    }

    // how deep it would go on: start tags that follow one another, so that the sentence can name the size
    private int DepthAhead()
    {
        var depth = Depth;
        for (var at = _at; At(at) == '<' && At(at + 1) is not ('/' or '!' or '?' or '\0');)
        {
            var length = _buffer.AsSpan(at, _length - at).IndexOf('>');
            if (length < 0) break;
            depth++;
            if (At(at + length - 1) == '/') break;
            at += length + 1;
        }

        return depth;
    }

    private bool ReadAttribute()
    {
        var start = _at;
        SkipSpace();
        if (At(_at) is '>' or '/') return false;
        if (_at == start) throw Bad("属性之间缺少空格");
        var name = ReadName(_at);
        _at = name.End;
        SkipSpace();
        if (At(_at++) != '=') throw Bad("属性没有值");
        SkipSpace();
        AddAttribute(name, ReadQuoted());
        return true;
    }

    private Slice ReadQuoted()
    {
        var quote = At(_at);
        if (quote is not ('"' or '\'')) throw Bad("属性值没有引号");
        var rest = _buffer.AsSpan(_at + 1, Math.Max(0, _length - _at - 1));
        var length = rest.IndexOfAny(quote, '<');
        if (length < 0 || rest[length] == '<') throw Bad("属性值没有写完");
        var value = new Slice(_at + 1, length);
        _at = value.End + 1;
        return value;
    }

    private void AddAttribute(Slice name, Slice value)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            if (Span(_attributes[i].Name).SequenceEqual(Span(name))) throw Bad("属性重复");
        }
        if (_attributeCount == MaxAttributes) throw Bad($"一个元素的属性超过 {MaxAttributes} 个");
        if (_attributeCount == _attributes.Length) Array.Resize(ref _attributes, 2 * _attributeCount);
        _attributes[_attributeCount++] = new XmlAttribute(name, value);
    }

    private bool ReadEnd()
    {
        var rest = _buffer.AsSpan(_at + 2, _length - _at - 2);
        if (Depth == 0 || !rest.StartsWith(Span(_open[Depth - 1]))) throw Bad("首尾标记不配对");
        _at += 2 + _open[Depth - 1].Length;
        SkipSpace();
        if (At(_at++) != '>') throw Bad("标记没有写完");
        Node = XmlNode.End;
        return true;
    }

    private bool ReadInstruction()
    {
        var declaration = At(_at + 2) == 'x' && At(_at + 3) == 'm' && At(_at + 4) == 'l'
            && At(_at + 5) is ' ' or '\t' or '\r' or '\n' or '?';
        if (declaration && _at > 0) throw Bad("声明不在开头");
        _at = IndexAfter("?>", _at + 2);
        return false;
    }

    private bool ReadDeclaration()
    {
        var rest = _buffer.AsSpan(_at, _length - _at);
        if (rest.StartsWith("<!--"))
        {
            var end = IndexAfter("--", _at + 4);
            if (At(end) != '>') throw Bad("注释有误");
            _at = end + 1;
            return false;
        }
        if (!rest.StartsWith("<![CDATA[") || Depth == 0) throw Bad("含有 DTD 或其他声明");
        var text = _at + "<![CDATA[".Length;
        var next = IndexAfter("]]>", text);
        return Text(new Slice(text, next - 3 - text), next, literal: true);
    }

    private int IndexAfter(string mark, int from)
    {
        var at = from > _length ? -1 : _buffer.AsSpan(from, _length - from).IndexOf(mark);
        return at < 0 ? throw Bad("没有写完") : from + at + mark.Length;
    }

    private Slice ReadName(int start)
    {
        var chars = _buffer.AsSpan(0, _length);
        var at = start;
        while (at < chars.Length && IsNameChar(chars[at])) at++;
        if (at == start || char.IsAsciiDigit(chars[start]) || chars[start] is '-' or '.') throw Bad("有不合规的名字");
        return new Slice(start, at - start);
    }

    private Slice Local(Slice name)
    {
        var colon = Span(name).IndexOf(':') + 1;
        return new Slice(name.Start + colon, name.Length - colon);
    }

    private static bool IsNameChar(char c) => c >= 0x80 || NameChars[c];

    private void SkipSpace()
    {
        while (At(_at) is ' ' or '\t' or '\r' or '\n') _at++;
    }

    // beyond the end there is a character no part can hold
    private char At(int at) => at < _length ? _buffer[at] : '\0';

    private ReadOnlySpan<char> Span(Slice slice) => _buffer.AsSpan(slice.Start, slice.Length);

    private ReadOnlySpan<char> Value(XmlAttribute attribute)
    {
        var raw = Span(attribute.Value);
        if (!raw.ContainsAny("&\r\n\t")) return raw;
        _decoded.Clear();
        // a line end or tab inside an attribute is a blank; an escaped one stays
        AppendDecoded(
            raw.ToString().Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' '),
            literal: false);
        return _decoded.ToString();
    }

    private void AppendDecoded(ReadOnlySpan<char> piece, bool literal)
    {
        if (literal) _decoded.Append(piece.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        else if (!XmlEscapes.TryAppend(piece, _decoded)) throw Bad("含有未知的实体");
    }

    private readonly record struct Slice(int Start, int Length)
    {
        public int End => Start + Length;
    }

    private readonly record struct XmlAttribute(Slice Name, Slice Value);
}
