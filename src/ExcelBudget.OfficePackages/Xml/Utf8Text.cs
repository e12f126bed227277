using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>Text written straight as the bytes a part holds. Its room is borrowed: dispose of it. Not thread-safe.</summary>
public sealed class Utf8Text : IDisposable
{
    private const int FirstRoom = 64 << 10;
    private const int FirstHoles = 4 << 10;
    private const int MostBytesOfNumber = 11;
    private const int MostBytesOfLong = 20;
    private const int MostBytesOfDouble = 32;

    // ten to the nineteenth is the largest power that a long holds
    private const int MostDecimals = 19;
    private static readonly ulong[] PowersOfTen = [.. Powers()];

    // no character of UTF-16 needs more than three bytes
    private const int MostBytesOfCharacter = 3;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstRoom);
    private int[] _holes = [];
    private int _holeEnds;

    /// <summary>The bytes written; valid until the next is.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>Begin and end in turn of what is another text in each workbook; valid until more is written.</summary>
    internal ReadOnlySpan<int> Holes => _holes.AsSpan(0, _holeEnds);

    /// <summary>From here on, up to <see cref="EndHole"/>, stands what is another text in each workbook. Holes do not nest.</summary>
    public void BeginHole()
    {
        if (_holeEnds + 2 > _holes.Length) MoreHoles();
        _holes[_holeEnds] = Length;
    }

    private void MoreHoles()
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(FirstHoles, 2 * _holes.Length));
        Holes.CopyTo(larger);
        if (_holes.Length > 0) ArrayPool<int>.Shared.Return(_holes);
        _holes = larger;
    }

    /// <summary>Ends what <see cref="BeginHole"/> has begun.</summary>
    public void EndHole()
    {
        _holes[_holeEnds + 1] = Length;
        _holeEnds += 2;
    }

    /// <summary>Writes text that is ready.</summary>
    public Utf8Text Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
        return this;
    }

    /// <summary>Writes three texts that are ready, one behind the other.</summary>
    public void Append(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        var room = Room(first.Length + second.Length + third.Length);
        first.CopyTo(room);
        second.CopyTo(room[first.Length..]);
        third.CopyTo(room[(first.Length + second.Length)..]);
        Length += first.Length + second.Length + third.Length;
    }

    /// <summary>Writes text.</summary>
    public Utf8Text Append(string text) => Append(text.AsSpan());

    /// <summary>Writes text.</summary>
    public Utf8Text Append(ReadOnlySpan<char> text)
    {
        Length += Encoding.UTF8.GetBytes(text, Room(text.Length * MostBytesOfCharacter));
        return this;
    }

    /// <summary>
    /// Writes text as the text of an element: markup is escaped, and nothing else (quotation marks of formulas stay as they are). What no
    /// part may hold is left out.
    /// </summary>
    public Utf8Text AppendEscaped(string text)
    {
        var left = LegalText.Legal(text).AsSpan();
        for (int at; (at = left.IndexOfAny('&', '<', '>')) >= 0; left = left[(at + 1)..])
            Append(left[..at]).Append(left[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, _ => "&gt;"u8 });
        return Append(left);
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

    /// <summary>Writes a measure such as the height of a row as short as it reads back the same.</summary>
    public Utf8Text Append(double measure)
    {
        measure.TryFormat(Room(MostBytesOfDouble), out var length, provider: CultureInfo.InvariantCulture);
        Length += length;
        return this;
    }

    /// <summary>Writes a figure in full, without trailing zeros and with a point.</summary>
    public Utf8Text Append(decimal figure)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(figure, parts);
        var decimals = (parts[3] >> 16) & 0xFF;
        var digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        if (parts[2] != 0 || decimals > MostDecimals) return Append(Figures.Plain(figure));
        for (; decimals > 0 && digits % 10 == 0; decimals--) digits /= 10;
        if (digits == 0) return Append('0');
        if (parts[3] < 0) Append('-');
        var (whole, rest) = Math.DivRem(digits, PowersOfTen[decimals]);
        whole.TryFormat(Room(MostBytesOfLong), out var length, provider: CultureInfo.InvariantCulture);
        Length += length;
        if (decimals == 0) return this;
        Append('.');
        var room = Room(decimals)[..decimals];
        for (var at = decimals - 1; at >= 0; at--) (rest, room[at]) = (rest / 10, (byte)('0' + (rest % 10)));
        Length += decimals;
        return this;
    }

    /// <summary>Forgets what is written and keeps the room.</summary>
    public void Clear() => (Length, _holeEnds) = (0, 0);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        if (_holes.Length > 0) ArrayPool<int>.Shared.Return(_holes);
        (_bytes, _holes) = ([], []);
        (Length, _holeEnds) = (0, 0);
    }

    private static IEnumerable<ulong> Powers()
    {
        var power = 1UL;
        for (var decimals = 0; decimals <= MostDecimals; decimals++, power = unchecked(power * 10)) yield return power;
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
