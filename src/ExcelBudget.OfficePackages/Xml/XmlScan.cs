using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>
/// Walks a part over its bytes, as long as it is written as programs write parts: UTF-8, nothing before the root but a declaration, no
/// comment, CDATA or instruction, one blank before each attribute, no carriage return. Whatever else comes, right or wrong, ends the walk
/// (false), and <see cref="XmlCursor"/> reads the part from its beginning: it is what says why a part is refused. What is read here is
/// well formed and within the depth allowed, and means what the cursor would read.
/// </summary>
internal ref struct XmlScan
{
    private const int MostAttributes = 32;
    private const int UsualDepth = 256;

    // what readers of sheets and texts go down to without counting
    private const int LeastDepth = 16;

    private static readonly SearchValues<byte> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Select(c => (byte)c)]);

    private static readonly bool[] NameBytes =
        [.. Enumerable.Range(0, 0x100)
            .Select(c => c >= 0x80 || char.IsAsciiLetterOrDigit((char)c) || (char)c is ':' or '_' or '-' or '.')];

    private readonly ReadOnlySpan<byte> _xml;
    private readonly int _maxDepth;
    private AttributeList _attributes;
    private int _attributeCount;
    private (int Start, int Length) _name;
    private int _at;

    private XmlScan(ReadOnlySpan<byte> xml, int maxDepth)
    {
        _xml = xml;
        _maxDepth = maxDepth;
    }

    /// <summary>The name, prefix included, of the element last started.</summary>
    public readonly ReadOnlySpan<byte> Name => _xml.Slice(_name.Start, _name.Length);

    /// <summary>The element last started has no content: &lt;a/&gt;.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The tag that follows is an end.</summary>
    public readonly bool IsAtEnd => At(_at + 1) == '/';

    /// <summary>Begins at the root's start tag; false for a part that is not of the usual form.</summary>
    /// <param name="part">The part's bytes.</param>
    /// <param name="maxDepth">Elements that may stand inside one another.</param>
    /// <param name="scan">The walk.</param>
    public static bool TryBegin(ReadOnlySpan<byte> part, int maxDepth, out XmlScan scan)
    {
        scan = default;
        if (maxDepth < LeastDepth) return false;
        if (part.StartsWith<byte>([0xEF, 0xBB, 0xBF])) part = part[3..];
        if (!Utf8.IsValid(part) || HasNoCharacter(part)) return false;
        if (part.StartsWith("<?xml "u8))
        {
            var end = part.IndexOf("?>"u8);
            if (end < 0 || part[..end].ContainsAny(Forbidden)) return false;
            part = part[(end + 2)..];
        }

        part = part.TrimStart(" \t\r\n"u8);
        if (part.IsEmpty || part[0] != '<' || part.ContainsAny(Forbidden) || part.IndexOf("]]>"u8) >= 0) return false;
        scan = new XmlScan(part, maxDepth);
        return true;
    }

    /// <summary>Is a whole part well formed and of the usual form?</summary>
    public static bool IsSound(ReadOnlySpan<byte> part, int maxDepth) =>
        TryBegin(part, maxDepth, out var scan) && scan.ReadStart() && scan.Skip(1) && scan.IsOver();

    /// <summary>Reads a start tag and its attributes; the walk must stand before it.</summary>
    public bool ReadStart()
    {
        var start = _at + 1;
        var end = NameEnd(start);
        if (At(_at) != '<' || end < 0) return false;
        _name = (start, end - start);
        _at = end;
        _attributeCount = 0;
        return ReadAttributes();
    }

    /// <summary>
    /// Reads a start tag as nearly all cells have it: <c>&lt;c r="D9" s="1" t="s"&gt;</c>, in this order, the latter two there or not.
    /// False, and nothing read, for any other.
    /// </summary>
    public bool TryCellStart(out ReadOnlySpan<byte> place, out ReadOnlySpan<byte> style, out ReadOnlySpan<byte> type)
    {
        var at = _at;
        style = type = default;
        if (!TryPlain(" r=\""u8, at + 2, ref at, out place) || _xml[_at + 1] != 'c') return false;
        TryPlain(" s=\""u8, at, ref at, out style);
        TryPlain(" t=\""u8, at, ref at, out type);
        var isEmpty = At(at) == '/';
        if (isEmpty) at++;
        if (At(at) != '>') return false;
        (_name, IsEmpty, _attributeCount, _at) = ((_at + 1, 1), isEmpty, 0, at + 1);
        return true;
    }

    /// <summary>Reads a whole element of one letter without attributes, up to its end; false, and nothing read, for any other.</summary>
    public bool TryLeaf(byte name, out ReadOnlySpan<byte> text)
    {
        text = default;
        var rest = _xml[_at..];
        if (rest.Length < 7 || rest[1] != name || rest[2] != '>') return false;
        rest = rest[3..];
        var length = rest.IndexOf((byte)'<');
        if (length < 0 || rest.Length < length + 4 || rest[length + 1] != '/' || rest[length + 2] != name || rest[length + 3] != '>')
            return false;
        text = rest[..length];
        _at += length + 7;
        return true;
    }

    /// <summary>Goes to the next tag, over text.</summary>
    public bool ToTag()
    {
        if (At(_at) == '<') return true;
        var text = _xml[_at..].IndexOf((byte)'<');
        _at += Math.Max(0, text);
        return text >= 0;
    }

    /// <summary>Reads the end tag of an element.</summary>
    public bool ReadEnd(ReadOnlySpan<byte> name)
    {
        var tag = _xml[_at..];
        if (tag.Length < name.Length + 3 || tag[1] != '/' || tag[name.Length + 2] != '>' || !tag.Slice(2, name.Length).SequenceEqual(name))
            return false;
        _at += name.Length + 3;
        return true;
    }

    /// <summary>From behind a start tag: the text up to its end tag; false when elements stand in it.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="text">The text with its entities as they stand.</param>
    public bool ReadText(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (IsEmpty) return true;
        var start = _at;
        if (!ToTag()) return false;
        text = _xml[start.._at];
        return ReadEnd(name);
    }

    /// <summary>From behind a start tag: goes over the whole element.</summary>
    /// <param name="depth">The element's depth, the root's being 1.</param>
    public bool Skip(int depth)
    {
        if (IsEmpty) return true;
        var open = _maxDepth <= UsualDepth ? stackalloc (int Start, int Length)[UsualDepth] : new (int Start, int Length)[_maxDepth];
        var first = depth;
        if (depth > _maxDepth) return false;
        open[depth - 1] = _name;
        while (ToTag())
        {
            if (IsAtEnd)
            {
                var (start, length) = open[depth - 1];
                if (!ReadEnd(_xml.Slice(start, length))) return false;
                if (--depth < first) return true;
            }
            else
            {
                if (depth == _maxDepth || !ReadStart()) return false;
                if (!IsEmpty) open[depth++] = _name;
            }
        }

        return false;
    }

    /// <summary>Behind the root's end: nothing but blanks follows.</summary>
    public readonly bool IsOver() => !_xml[_at..].ContainsAnyExcept(" \t\n"u8);

    /// <summary>The value of an attribute, empty when absent; false when it has entities or line ends, left to the cursor.</summary>
    public readonly bool Attribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var attribute = ref _attributes[i];
            if (attribute.NameLength != name.Length || !_xml.Slice(attribute.Name, name.Length).SequenceEqual(name)) continue;
            value = _xml.Slice(attribute.Value, attribute.ValueLength);
            return !value.ContainsAny("&\n\t"u8);
        }

        return true;
    }

    /// <summary>The value of an attribute with a prefix, such as r:id, whatever the prefix; like <see cref="Attribute"/>.</summary>
    public readonly bool PrefixedAttribute(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var attribute = ref _attributes[i];
            var full = _xml.Slice(attribute.Name, attribute.NameLength);
            if (!full.EndsWith(name) || full.Length <= name.Length + 1 || full[full.Length - name.Length - 1] != ':') continue;
            value = _xml.Slice(attribute.Value, attribute.ValueLength);
            return !value.ContainsAny("&\n\t"u8);
        }

        return true;
    }

    /// <summary>A true or false attribute, false when absent.</summary>
    public readonly bool Flag(ReadOnlySpan<byte> name, out bool flag)
    {
        var isPlain = Attribute(name, out var value);
        flag = value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);
        return isPlain;
    }

    /// <summary>An attribute with nothing but letters and digits in it; goes behind it.</summary>
    private readonly bool TryPlain(
        ReadOnlySpan<byte> beginning, int from, scoped ref int at, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (from > _xml.Length || !_xml[from..].StartsWith(beginning)) return false;
        var start = from + beginning.Length;
        var end = start;
        while (end < _xml.Length && char.IsAsciiLetterOrDigit((char)_xml[end])) end++;
        if (At(end) != '"') return false;
        value = _xml[start..end];
        at = end + 1;
        return true;
    }

    private bool ReadAttributes()
    {
        while (true)
        {
            switch (At(_at))
            {
                case (byte)'>':
                    (_at, IsEmpty) = (_at + 1, false);
                    return true;
                case (byte)'/':
                    if (At(_at + 1) != '>') return false;
                    (_at, IsEmpty) = (_at + 2, true);
                    return true;
                case (byte)' ' when At(_at + 1) is (byte)'/' or (byte)'>':
                    _at++;
                    break;
                case (byte)' ':
                    if (!ReadAttribute()) return false;
                    break;
                default:
                    return false;
            }
        }
    }

    private bool ReadAttribute()
    {
        var name = _at + 1;
        var end = NameEnd(name);
        if (end < 0 || At(end) != '=' || _attributeCount == MostAttributes) return false;
        var quote = At(end + 1);
        if (quote is not ((byte)'"' or (byte)'\'')) return false;
        var value = end + 2;
        var length = _xml[value..].IndexOfAny(quote, (byte)'<');
        if (length < 0 || _xml[value + length] != quote || IsKnown(_xml[name..end])) return false;
        _attributes[_attributeCount++] = new AttributePlace(name, end - name, value, length);
        _at = value + length + 1;
        return true;
    }

    private readonly bool IsKnown(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _attributeCount; i++)
        {
            ref readonly var other = ref _attributes[i];
            if (other.NameLength == name.Length && _xml.Slice(other.Name, name.Length).SequenceEqual(name)) return true;
        }

        return false;
    }

    /// <summary>Where a name ends; -1 where none begins.</summary>
    private readonly int NameEnd(int start)
    {
        var at = start;
        while (at < _xml.Length && NameBytes[_xml[at]]) at++;
        return at == start || char.IsAsciiDigit((char)_xml[start]) || _xml[start] is (byte)'-' or (byte)'.' ? -1 : at;
    }

    // beyond the end there is a byte no part can hold
    private readonly byte At(int at) => (uint)at < (uint)_xml.Length ? _xml[at] : (byte)0;

    /// <summary>U+FFFE and U+FFFF are no characters of XML.</summary>
    private static bool HasNoCharacter(ReadOnlySpan<byte> part)
    {
        for (int at; (at = part.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF])) >= 0; part = part[(at + 2)..])
        {
            if (at + 2 < part.Length && part[at + 2] is 0xBE or 0xBF) return true;
        }

        return false;
    }

    private readonly record struct AttributePlace(int Name, int NameLength, int Value, int ValueLength);

    [InlineArray(MostAttributes)]
    private struct AttributeList
    {
        private AttributePlace _first;
    }
}
