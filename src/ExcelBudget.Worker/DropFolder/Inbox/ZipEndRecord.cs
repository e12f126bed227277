using System.Buffers.Binary;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>Tells whether a zip file has its end: it is written last, so a copy under way lacks it.</summary>
internal static class ZipEndRecord
{
    private const int RecordLength = 22;
    private const int MaxComment = 65_535;

    private static ReadOnlySpan<byte> LocalHeader => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> EndHeader => "PK\u0005\u0006"u8;

    /// <summary>False for a file that begins like a zip and has no readable end record; true for every other file.</summary>
    /// <exception cref="IOException">Someone keeps the file to himself.</exception>
    public static bool IsWhole(string path)
    {
        if (new FileInfo(path).Length == 0) return true;
        using var stream = FileOperations.OpenShared(path);
        Span<byte> head = stackalloc byte[4];
        if (stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4 || !head.SequenceEqual(LocalHeader)) return true;
        var length = (int)Math.Min(stream.Length, RecordLength + MaxComment);
        var tail = new byte[length];
        stream.Seek(-length, SeekOrigin.End);
        stream.ReadExactly(tail);
        return HasEnd(tail, stream.Length);
    }

    private static bool HasEnd(ReadOnlySpan<byte> tail, long fileLength)
    {
        for (var at = tail.LastIndexOf(EndHeader); at >= 0; at = tail[..at].LastIndexOf(EndHeader))
        {
            if (tail.Length - at < RecordLength) continue;
            var record = tail[at..];
            var directory = (long)BinaryPrimitives.ReadUInt32LittleEndian(record[12..])
                + BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
            var recordAt = fileLength - tail.Length + at;
            var zip64 = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]) == uint.MaxValue;
            if (RecordLength + comment == record.Length && (zip64 || directory <= recordAt)) return true;
        }

        return false;
    }
}
