using System.Text;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Notes.Markup;

/// <summary>
/// The elements of WordprocessingML in one pass over its bytes: no objects, no strings. For XML that was written by this program or
/// is known to be sound; elements are known by number, in the order of their start tags. Give it back by disposing.
/// </summary>
internal sealed class MarkupTree : IDisposable
{
    /// <summary>No such element.</summary>
    public const int None = -1;

    private static readonly byte[] MainNamespace = Encoding.UTF8.GetBytes(WordXml.W.NamespaceName);

    private const int FirstRoom = 1 << 12;
    private const int MostKept = 1 << 15;

    // the room of the last tree, for the next
    [ThreadStatic]
    private static Item[]? RoomOfThread;

    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly Scopes _scopes = new();
    private readonly IReadOnlyList<(int Start, int End)> _passedOver;
    private Item[] _items;
    private int _count;

    /// <summary>Reads XML; the bytes must not change while the tree is used.</summary>
    /// <param name="bytes">Holds it from its first byte on.</param>
    /// <param name="length">Its length.</param>
    /// <param name="passedOver">Where elements begin and end, in order, that nobody wants to look into.</param>
    public MarkupTree(byte[] bytes, int length, IReadOnlyList<(int Start, int End)>? passedOver = null)
    {
        (_bytes, _length, _passedOver) = (bytes, length, passedOver ?? []);
        _items = RoomOfThread ?? new Item[FirstRoom];
        RoomOfThread = null;
        Read();
    }

    /// <summary>The tree of a document.</summary>
    public static MarkupTree Of(XDocument document)
    {
        var bytes = XmlTree.ToBytes(document);
        return new MarkupTree(bytes, bytes.Length);
    }

    /// <summary>Number of elements; the first is the root.</summary>
    public int Count => _count;

    /// <summary>True when every element is of the main namespace.</summary>
    public bool IsAllMain { get; private set; } = true;

    /// <summary>The number after the last element inside one.</summary>
    public int After(int element) => _items[element].After;

    /// <summary>The first byte of an element's start tag.</summary>
    public int StartOf(int element) => _items[element].Start;

    /// <summary>True for an element whose contents were passed over.</summary>
    public bool IsPassedOver(int element) => _items[element].IsPassedOver;

    /// <summary>Is it the element of the main namespace with this name?</summary>
    public bool Is(int element, ReadOnlySpan<byte> name)
    {
        ref var item = ref _items[element];
        return item.IsMain && _bytes.AsSpan(item.Name, item.NameLength).SequenceEqual(name);
    }

    /// <summary>The first child with a name; <see cref="None"/> without one, and of none.</summary>
    public int Child(int element, ReadOnlySpan<byte> name)
    {
        if (element == None) return None;
        for (var at = element + 1; at < _items[element].After; at = _items[at].After)
        {
            if (Is(at, name)) return at;
        }

        return None;
    }

    /// <summary>Is there an element with a name inside one, at any depth?</summary>
    public bool Has(int element, ReadOnlySpan<byte> name)
    {
        for (var at = element + 1; at < _items[element].After; at++)
        {
            if (Is(at, name)) return true;
        }

        return false;
    }

    /// <summary>An attribute of the main namespace as it stands, references not resolved; empty for none and of none.</summary>
    public ReadOnlySpan<byte> Attribute(int element, ReadOnlySpan<byte> name) => Attribute(element, name, out _);

    /// <summary>The same; says whether it is there.</summary>
    public ReadOnlySpan<byte> Attribute(int element, ReadOnlySpan<byte> name, out bool isThere)
    {
        isThere = false;
        if (element == None) return default;
        ReadOnlySpan<byte> rest = _bytes.AsSpan(_items[element].Attributes, _items[element].AttributesLength);
        while (TakeAttribute(ref rest, out var qualified, out var value))
        {
            var colon = qualified.IndexOf((byte)':');
            if (colon < 0 || !qualified[(colon + 1)..].SequenceEqual(name) || !_scopes.IsMainForAttributes(qualified[..colon])) continue;
            isThere = true;
            return value;
        }

        return default;
    }

    /// <summary>An attribute as text; null when it is not there.</summary>
    public string? Text(int element, ReadOnlySpan<byte> name)
    {
        var value = Attribute(element, name, out var isThere);
        return isThere ? new MarkupText().Add(value).ToString() : null;
    }

    /// <summary>Appends the words inside an element, whatever stands around them.</summary>
    public void AddWords(int element, MarkupText target)
    {
        var rest = _bytes.AsSpan(_items[element].Content, _items[element].ContentLength);
        while (rest.IndexOf((byte)'<') is var at and >= 0)
        {
            target.Add(rest[..at]);
            rest = rest[at..];
            if (rest.StartsWith("<![CDATA["u8))
            {
                var end = rest.IndexOf("]]>"u8);
                target.AddPlain(rest[9..end]);
                rest = rest[(end + 3)..];
            }
            else
            {
                rest = rest[MarkupLength(rest)..];
            }
        }

        target.Add(rest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_items.Length is >= FirstRoom and <= MostKept) RoomOfThread = _items;
        _items = [];
    }

    private void Read()
    {
        var open = new Stack<int>();
        var (at, passed) = (0, 0);
        while (at < _length && _bytes.AsSpan(at, _length - at).IndexOf((byte)'<') is var ahead and >= 0)
        {
            at += ahead;
            var markup = _bytes.AsSpan(at, _length - at);
            var length = MarkupLength(markup);
            if (markup[1] == '/') End(open.Pop(), at);
            else if (markup[1] is not ((byte)'?' or (byte)'!')) Start(open, at, length);
            if (passed < _passedOver.Count && _passedOver[passed].Start == at)
            {
                at = _passedOver[passed++].End;
                _items[open.Pop()].IsPassedOver = true;
                continue;
            }

            at += length;
        }
    }

    private void Start(Stack<int> open, int at, int length)
    {
        var isEmpty = _bytes[at + length - 2] == '/';
        var tag = _bytes.AsSpan(at + 1, length - (isEmpty ? 3 : 2));
        var nameLength = tag.IndexOfAny(" \t\r\n"u8) is var end and >= 0 ? end : tag.Length;
        var colon = tag[..nameLength].IndexOf((byte)':');
        ReadOnlySpan<byte> attributes = tag[nameLength..];
        _scopes.Enter(open.Count);
        if (attributes.IndexOf("xmlns"u8) >= 0) Declare(attributes, open.Count);
        if (_count == _items.Length) Grow();
        _items[_count] = new Item
        {
            IsMain = _scopes.IsMain(tag[..Math.Max(0, colon)]),
            Start = at,
            Name = at + 1 + colon + 1,
            NameLength = nameLength - colon - 1,
            Attributes = at + 1 + nameLength,
            AttributesLength = attributes.Length,
            Content = at + length,
            After = _count + 1,
        };
        IsAllMain &= _items[_count].IsMain;
        if (!isEmpty) open.Push(_count);
        _count++;
    }

    private void End(int element, int at)
    {
        _items[element].After = _count;
        _items[element].ContentLength = at - _items[element].Content;
    }

    private void Declare(ReadOnlySpan<byte> attributes, int depth)
    {
        while (TakeAttribute(ref attributes, out var name, out var value))
        {
            if (name.SequenceEqual("xmlns"u8)) _scopes.Declare(default, depth, value.SequenceEqual(MainNamespace));
            else if (name.StartsWith("xmlns:"u8)) _scopes.Declare(name[6..], depth, value.SequenceEqual(MainNamespace));
        }
    }

    private void Grow()
    {
        var larger = new Item[_items.Length * 2];
        Array.Copy(_items, larger, _count);
        _items = larger;
    }

    /// <summary>Length of what begins with «&lt;»: a tag, a comment, an instruction, a section of plain characters.</summary>
    private static int MarkupLength(ReadOnlySpan<byte> markup)
    {
        if (markup.StartsWith("<!--"u8)) return markup.IndexOf("-->"u8) + 3;
        if (markup.StartsWith("<![CDATA["u8)) return markup.IndexOf("]]>"u8) + 3;
        if (markup.StartsWith("<?"u8)) return markup.IndexOf("?>"u8) + 2;
        for (var at = 1; ; at++)
        {
            at += markup[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (markup[at] == '>') return at + 1;
            at += markup[(at + 1)..].IndexOf(markup[at]) + 1;
        }
    }

    private static bool TakeAttribute(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        var equals = rest.IndexOf((byte)'=');
        if (equals < 0) return false;
        name = rest[..equals].Trim(" \t\r\n"u8);
        rest = rest[(equals + 1)..].TrimStart(" \t\r\n"u8);
        var quote = rest[0];
        rest = rest[1..];
        var end = rest.IndexOf(quote);
        value = rest[..end];
        rest = rest[(end + 1)..];
        return true;
    }

    private struct Item
    {
        public bool IsMain;
        public bool IsPassedOver;
        public int Start;
        public int Name;
        public int NameLength;
        public int Attributes;
        public int AttributesLength;
        public int Content;
        public int ContentLength;
        public int After;
    }

    /// <summary>Which prefixes stand for the main namespace where the reading is.</summary>
    private sealed class Scopes
    {
        private readonly List<(int Depth, string Prefix, bool IsMain)> _declared = [];
        private readonly HashSet<string> _everMain = [];
        private string? _lastPrefix;
        private bool _lastIsMain;

        /// <summary>An element begins at a depth: what was declared at it or deeper is over.</summary>
        public void Enter(int depth)
        {
            while (_declared.Count > 0 && _declared[^1].Depth >= depth)
            {
                _declared.RemoveAt(_declared.Count - 1);
                _lastPrefix = null;
            }
        }

        public void Declare(ReadOnlySpan<byte> prefix, int depth, bool isMain)
        {
            var name = Encoding.UTF8.GetString(prefix);
            _declared.Add((depth, name, isMain));
            if (isMain) _everMain.Add(name);
            _lastPrefix = null;
        }

        public bool IsMain(ReadOnlySpan<byte> prefix)
        {
            if (_lastPrefix is not null && Ascii.Equals(prefix, _lastPrefix)) return _lastIsMain;
            var name = Encoding.UTF8.GetString(prefix);
            (_lastPrefix, _lastIsMain) = (name, _declared.FindLast(declared => declared.Prefix == name).IsMain);
            return _lastIsMain;
        }

        /// <summary>Attributes are asked for after the reading: a prefix means the same wherever it stands, as programs write.</summary>
        public bool IsMainForAttributes(ReadOnlySpan<byte> prefix)
        {
            foreach (var name in _everMain)
            {
                if (Ascii.Equals(prefix, name)) return true;
            }

            return false;
        }
    }
}
