using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelBudget.Notes.Markup;
using ExcelBudget.OfficePackages.Zip.Weaving;

namespace ExcelBudget.Notes.Template;

/// <summary>UTF-8 text of a part under way. Reused from note to note by its thread.</summary>
internal sealed class XmlBuffer
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
            + "\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    // what is no character of XML, and ends of lines, of which XML knows one
    private static readonly SearchValues<char> ReadOtherwise = SearchValues.Create(
        "\r\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
            + "\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    [ThreadStatic]
    private static XmlBuffer? BufferOfThread;

    private byte[] _bytes = new byte[1 << 18];
    private PieceMark[] _marks = new PieceMark[1 << 12];
    private int _marked;

    /// <summary>This thread's buffer, emptied.</summary>
    public static XmlBuffer OfThread()
    {
        var buffer = BufferOfThread ??= new XmlBuffer();
        (buffer.Length, buffer._marked) = (0, 0);
        return buffer;
    }

    /// <summary>How many bytes were written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Where what was written stands further up as well, as far as is known without a search.</summary>
    public ReadOnlySpan<PieceMark> Marks => _marks.AsSpan(0, _marked);

    /// <summary>The elements of what was written so far, until more is.</summary>
    /// <param name="passedOver">Where elements begin and end that nobody wants to look into.</param>
    public MarkupTree Tree(IReadOnlyList<(int Start, int End)>? passedOver) => new(_bytes, Length, passedOver);

    /// <summary>Forgets what was written after a position.</summary>
    public void CutBackTo(int position)
    {
        Length = position;
        while (_marked > 0 && _marks[_marked - 1].At >= position) _marked--;
    }

    /// <summary>Writes again what was written before.</summary>
    /// <param name="source">Where it stands.</param>
    /// <param name="length">How many bytes.</param>
    public void Again(int source, int length)
    {
        Mark(source);
        _ = Free(length);
        _bytes.AsSpan(source, length).CopyTo(_bytes.AsSpan(Length));
        Length += length;
    }

    /// <summary>Says that what is written next was written before.</summary>
    /// <param name="source">Where it stands.</param>
    public void Mark(int source)
    {
        if (_marked == _marks.Length) Array.Resize(ref _marks, 2 * _marked);
        _marks[_marked++] = new PieceMark(Length, source);
    }

    /// <summary>Words as whoever reads the XML has them: without what XML cannot carry, lines ended as XML ends them.</summary>
    public static string AsRead(string words)
    {
        if (words.AsSpan().IndexOfAny(ReadOtherwise) < 0) return words;
        var read = words.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return string.Concat(read.Where(symbol => !ReadOtherwise.Contains(symbol)));
    }

    /// <summary>Puts bytes in the place of others.</summary>
    public void Splice(int start, int end, ReadOnlySpan<byte> bytes)
    {
        var tail = Length - end;
        _ = Free(bytes.Length);
        _bytes.AsSpan(end, tail).CopyTo(_bytes.AsSpan(start + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(start));
        Length = start + bytes.Length + tail;
        var moved = bytes.Length - (end - start);
        for (var mark = 0; mark < _marked; mark++)
        {
            var (at, source) = _marks[mark];
            _marks[mark] = new PieceMark(at >= end ? at + moved : at, source >= end ? source + moved : source);
        }
    }

    /// <summary>Writes bytes as they stand.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes a whole number.</summary>
    public void Number(int value)
    {
        value.TryFormat(Free(12), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes words, escaped; characters that XML cannot carry are left out.</summary>
    public void Words(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            Plain(text[..at]);
            Raw(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => default,
            });
            text = text[(at + 1)..];
        }

        Plain(text);
    }

    /// <summary>Writes words; «\n» breaks the line.</summary>
    public void Lines(ReadOnlySpan<char> words)
    {
        while (words.IndexOf('\n') is var at and >= 0)
        {
            Words(words[..at]);
            Raw("</w:t><w:br/><w:t xml:space=\"preserve\">"u8);
            words = words[(at + 1)..];
        }

        Words(words);
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty) Length += Encoding.UTF8.GetBytes(text, Free(text.Length * 3));
    }

    private Span<byte> Free(int wanted)
    {
        if (_bytes.Length - Length < wanted) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + wanted));
        return _bytes.AsSpan(Length);
    }
}
