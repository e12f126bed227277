using System.Buffers.Binary;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>
/// Messages on a pipe: four bytes of length, four of the number that an answer has in common with its question, the message.
/// </summary>
internal static class Frames
{
    /// <summary>The number of a message that nobody answers: a workbook of which nothing more will be asked.</summary>
    public const int NoTicket = 0;

    private const int Head = 8;

    // most questions and answers without the content of a file
    private const int Short = 1 << 10;

    // no file is larger than that; whoever says more does not speak this language
    private const int Longest = 1_100 << 20;

    /// <summary>Writes a message and flushes it; one at a time.</summary>
    public static void Write(Stream pipe, int number, WireWriter message)
    {
        var isFirst = true;
        foreach (var piece in message.Pieces)
        {
            if (isFirst) WriteFirst(pipe, number, (int)message.Length, piece.Span);
            else pipe.Write(piece.Span);
            isFirst = false;
        }

        pipe.Flush();
    }

    // in one write with what follows, since each wakes the reader
    private static void WriteFirst(Stream pipe, int number, int length, ReadOnlySpan<byte> piece)
    {
        Span<byte> first = stackalloc byte[Head + Short];
        var begun = piece.Length > Short ? 0 : piece.Length;
        BinaryPrimitives.WriteInt32LittleEndian(first, length);
        BinaryPrimitives.WriteInt32LittleEndian(first[4..], number);
        piece[..begun].CopyTo(first[Head..]);
        pipe.Write(first[..(Head + begun)]);
        if (begun < piece.Length) pipe.Write(piece[begun..]);
    }

    /// <summary>The next message and its number; null when the other side is gone or does not speak in messages.</summary>
    public static (int Number, byte[] Message)? Read(Stream pipe) =>
        Read(pipe, static length => new byte[length]) is var (number, message) ? (number, message.Array!) : null;

    /// <summary>The same in memory that may have been used before, and may be given back (<see cref="FileBuffers"/>).</summary>
    public static (int Number, ArraySegment<byte> Message)? ReadRented(Stream pipe) => Read(pipe, FileBuffers.Rent);

    private static (int Number, ArraySegment<byte> Message)? Read(Stream pipe, Func<int, ArraySegment<byte>> room)
    {
        Span<byte> head = stackalloc byte[Head];
        if (pipe.ReadAtLeast(head, Head, throwOnEndOfStream: false) < Head) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Longest) return null;
        var message = room(length);
        var isWhole = pipe.ReadAtLeast(message, message.Count, throwOnEndOfStream: false) == message.Count;
        return isWhole ? (BinaryPrimitives.ReadInt32LittleEndian(head[4..]), message) : null;
    }
}
