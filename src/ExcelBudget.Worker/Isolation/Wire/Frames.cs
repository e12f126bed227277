using System.Buffers.Binary;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>
/// Messages on a pipe: four bytes of length, four of the number that an answer has in common with its question, the message.
/// </summary>
internal static class Frames
{
    private const int Head = 8;

    // no file is larger than that; whoever says more does not speak this language
    private const int Longest = 1_100 << 20;

    /// <summary>Writes a message and flushes it; one at a time.</summary>
    public static void Write(Stream pipe, int number, ReadOnlySpan<byte> message)
    {
        Span<byte> head = stackalloc byte[Head];
        BinaryPrimitives.WriteInt32LittleEndian(head, message.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], number);
        pipe.Write(head);
        pipe.Write(message);
        pipe.Flush();
    }

    /// <summary>The next message and its number; null when the other side is gone or does not speak in messages.</summary>
    public static (int Number, byte[] Message)? Read(Stream pipe)
    {
        Span<byte> head = stackalloc byte[Head];
        if (pipe.ReadAtLeast(head, Head, throwOnEndOfStream: false) < Head) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Longest) return null;
        var message = new byte[length];
        var isWhole = pipe.ReadAtLeast(message, message.Length, throwOnEndOfStream: false) == message.Length;
        return isWhole ? (BinaryPrimitives.ReadInt32LittleEndian(head[4..]), message) : null;
    }
}
