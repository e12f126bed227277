using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Template;

/// <summary>UTF-8 text of a part under way. Reused from note to note by its thread.</summary>
internal sealed class XmlBuffer
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
            + "\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    [ThreadStatic]
    private static XmlBuffer? BufferOfThread;

    private byte[] _bytes = new byte[1 << 18];

    /// <summary>This thread's buffer, emptied.</summary>
    public static XmlBuffer OfThread()
    {
        var buffer = BufferOfThread ??= new XmlBuffer();
        buffer.Length = 0;
        return buffer;
    }

    /// <summary>How many bytes were written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The elements of what was written so far, until more is.</summary>
    public MarkupTree Tree() => new(_bytes, Length);

    /// <summary>Forgets what was written after a position.</summary>
    public void CutBackTo(int position) => Length = position;

    /// <summary>Puts bytes in the place of others.</summary>
    public void Splice(int start, int end, ReadOnlySpan<byte> bytes)
    {
        var tail = Length - end;
        _ = Free(bytes.Length);
        _bytes.AsSpan(end, tail).CopyTo(_bytes.AsSpan(start + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(start));
        Length = start + bytes.Length + tail;
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
