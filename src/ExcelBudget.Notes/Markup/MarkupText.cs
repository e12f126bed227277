using System.Buffers;
using System.Globalization;
using System.Text;

namespace ExcelBudget.Notes.Markup;

/// <summary>Text out of XML, used again for the next: references resolved, ends of lines as XML reads them.</summary>
internal sealed class MarkupText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("&\r"u8);

    private char[] _chars = new char[256];

    /// <summary>Number of characters.</summary>
    public int Length { get; private set; }

    /// <summary>What was added since it was cleared.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public MarkupText Clear()
    {
        Length = 0;
        return this;
    }

    /// <summary>Adds one character.</summary>
    public void Add(char symbol)
    {
        Room(1)[0] = symbol;
        Length++;
    }

    /// <summary>Adds words as they are.</summary>
    public void Add(string words)
    {
        words.CopyTo(Room(words.Length));
        Length += words.Length;
    }

    /// <summary>Adds XML text.</summary>
    public MarkupText Add(ReadOnlySpan<byte> raw)
    {
        while (raw.IndexOfAny(Special) is var at and >= 0)
        {
            Decode(raw[..at]);
            raw = raw[(raw[at] == '\r' ? LineEnd(raw, at) : Reference(raw, at))..];
        }

        Decode(raw);
        return this;
    }

    /// <summary>Adds characters among which there are no references.</summary>
    public void AddPlain(ReadOnlySpan<byte> raw)
    {
        while (raw.IndexOf((byte)'\r') is var at and >= 0)
        {
            Decode(raw[..at]);
            raw = raw[LineEnd(raw, at)..];
        }

        Decode(raw);
    }

    /// <inheritdoc/>
    public override string ToString() => new(_chars, 0, Length);

    private int LineEnd(ReadOnlySpan<byte> raw, int at)
    {
        Add('\n');
        return at + 1 < raw.Length && raw[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private int Reference(ReadOnlySpan<byte> raw, int at)
    {
        var end = at + raw[at..].IndexOf((byte)';');
        var name = raw[(at + 1)..end];
        if (name[0] == '#')
        {
            var isHex = name[1] == 'x';
            var code = int.Parse(
                name[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
            Length += new Rune(code).EncodeToUtf16(Room(2));
        }
        else
        {
            Add(name switch
            {
                [(byte)'a', (byte)'m', ..] => '&',
                [(byte)'l', ..] => '<',
                [(byte)'g', ..] => '>',
                [(byte)'q', ..] => '"',
                _ => '\'',
            });
        }

        return end + 1;
    }

    private void Decode(ReadOnlySpan<byte> raw)
    {
        if (!raw.IsEmpty) Length += Encoding.UTF8.GetChars(raw, Room(raw.Length));
    }

    private Span<char> Room(int wanted)
    {
        if (_chars.Length - Length < wanted) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + wanted));
        return _chars.AsSpan(Length);
    }
}
