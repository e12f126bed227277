using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ExcelBudget.Domain.Datasets;

/// <summary>
/// Rows of a table as bytes: words that stand in many rows by their number, everything else as it is. <see cref="PackedRowReader"/> reads.
/// </summary>
/// <param name="shape">The table's columns.</param>
internal sealed class PackedRowWriter(RowShape shape)
{
    // a table's words: codes, sources, levels, signs, units of measure
    private const int MostWords = 2_000;
    private const int LongestWord = 64;

    // a decimal tells its scale behind sixteen unused bits
    private const int ScaleBits = 16;

    private ArrayBufferWriter<byte> _bytes = new();
    private readonly List<FieldValue> _words = [];
    private Dictionary<string, int>? _numbers = new(StringComparer.Ordinal);

    /// <summary>The words in the order of their numbers.</summary>
    public IReadOnlyList<FieldValue> Words => _words;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Begins anew with nothing written; the words stay.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Lets go of what only writing needs.</summary>
    public void Forget() => (_numbers, _bytes) = (null, new ArrayBufferWriter<byte>());

    /// <summary>Writes a row.</summary>
    /// <param name="row">A row of the table.</param>
    /// <param name="unit">Whose it is: its reader will know.</param>
    /// <exception cref="ArgumentException">It has other columns than the table.</exception>
    public void Write(DatasetRow row, string unit)
    {
        if (row.Shape != shape) throw new ArgumentException("A row of another table", nameof(row));
        Write(row.Line);
        foreach (var value in row.Values) Write(value, unit);
    }

    private void Write(FieldValue value, string unit)
    {
        if (value.IsBlank) Write((int)Kept.Blank);
        else if (value.Year is { } year) Write(Kept.Year, year);
        else if (value.Day is { } day) Write(Kept.Day, day.DayNumber);
        else if (value.Number is { } figure) WriteFigure(figure);
        else WriteText(value.Text, unit);
    }

    private void WriteText(string text, string unit)
    {
        if (text == unit) Write((int)Kept.Unit);
        else if (NumberOf(text) is { } number) Write((int)Kept.Word + number);
        else if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            Write(Kept.Text, Encoding.UTF8.GetByteCount(text));
            Encoding.UTF8.GetBytes(text, _bytes);
        }
        else
        {
            // a worksheet may hold half a character, which no encoding takes
            Write(Kept.Characters, text.Length);
            foreach (var character in text) BinaryPrimitives.WriteUInt16LittleEndian(Room(sizeof(ushort)), character);
        }
    }

    private void WriteFigure(decimal figure)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(figure, parts);
        if (parts is [>= 0, 0, 0, >= 0])
        {
            // an amount in yuan up to twenty million of them, with two decimals or without
            Write(Kept.SmallFigure, parts[3] >> ScaleBits);
            Write(parts[0]);
            return;
        }

        Write((int)Kept.Figure);
        foreach (var part in parts) BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), part);
    }

    private void Write(Kept kind, int content)
    {
        Write((int)kind);
        Write(content);
    }

    /// <summary>A number that is not negative, seven bits to a byte.</summary>
    private void Write(int number)
    {
        for (; number >= 0x80; number >>= 7) Room(1)[0] = (byte)(number | 0x80);
        Room(1)[0] = (byte)number;
    }

    private Span<byte> Room(int bytes)
    {
        var room = _bytes.GetSpan(bytes)[..bytes];
        _bytes.Advance(bytes);
        return room;
    }

    private int? NumberOf(string text)
    {
        if (text.Length > LongestWord) return null;
        if (_numbers!.TryGetValue(text, out var known)) return known;
        if (_words.Count >= MostWords) return null;
        _words.Add(FieldValue.Of(text));
        return _numbers[text] = _words.Count - 1;
    }
}
