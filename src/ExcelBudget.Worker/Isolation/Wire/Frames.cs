using System.Buffers.Binary;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>Messages on a pipe: four bytes of length, then the message.</summary>
internal static class Frames
{
    /// <summary>Writes a message and flushes it.</summary>
    public static void Write(Stream pipe, ReadOnlySpan<byte> message)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        pipe.Write(length);
        pipe.Write(message);
        pipe.Flush();
    }

    /// <summary>The next message; null when the other side is gone.</summary>
    public static byte[]? Read(Stream pipe)
    {
        Span<byte> length = stackalloc byte[4];
        if (pipe.ReadAtLeast(length, 4, throwOnEndOfStream: false) < 4) return null;
        var message = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        return pipe.ReadAtLeast(message, message.Length, throwOnEndOfStream: false) < message.Length ? null : message;
    }
}
