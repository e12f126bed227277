using System.Buffers;
using System.Globalization;
using System.Text;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>Text written straight as the bytes a part holds. Its room is borrowed: dispose of it. Not thread-safe.</summary>
public sealed class Utf8Text : IDisposable
{
    private const int FirstRoom = 64 << 10;
    private const int MostBytesOfNumber = 11;

    // no character of UTF-16 needs more than three bytes
    private const int MostBytesOfCharacter = 3;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstRoom);

    /// <summary>The bytes written; valid until the next is.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>Writes text.</summary>
    public Utf8Text Append(string text)
    {
        Length += Encoding.UTF8.GetBytes(text, Room(text.Length * MostBytesOfCharacter));
        return this;
    }

    /// <summary>Writes a character below 128.</summary>
    public Utf8Text Append(char character)
    {
        Room(1)[0] = (byte)character;
        Length++;
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    public Utf8Text Append(int number)
    {
        number.TryFormat(Room(MostBytesOfNumber), out var length, provider: CultureInfo.InvariantCulture);
        Length += length;
        return this;
    }

    /// <summary>Forgets what is written and keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }
}
