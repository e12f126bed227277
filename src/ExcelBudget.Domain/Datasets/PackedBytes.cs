using System.IO.Compression;

namespace ExcelBudget.Domain.Datasets;

/// <summary>Bytes kept small: the first says whether the others are compressed.</summary>
internal static class PackedBytes
{
    private const byte Plain = 0;
    private const byte Compressed = 1;

    // fewer bytes are not worth a call, which costs what packing some thousand does
    private const int Fewest = 1_000;

    // quick rather than small: a unit's rows are packed once and unpacked once
    private const int Quality = 1;
    private const int Window = 16;

    /// <summary>The bytes packed.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= Fewest)
        {
            var packed = new byte[bytes.Length];
            BitConverter.TryWriteBytes(packed.AsSpan(1), bytes.Length);
            const int head = 1 + sizeof(int);
            if (BrotliEncoder.TryCompress(bytes, packed.AsSpan(head), out var written, Quality, Window))
            {
                packed[0] = Compressed;
                return packed[..(head + written)];
            }
        }

        return [Plain, .. bytes];
    }

    /// <summary>The bytes as they were.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed[0] == Plain) return packed[1..];
        var bytes = new byte[BitConverter.ToInt32(packed, 1)];
        var isWhole = BrotliDecoder.TryDecompress(packed.AsSpan(1 + sizeof(int)), bytes, out var written) && written == bytes.Length;
        return isWhole ? bytes : throw new InvalidOperationException("Packed bytes do not unpack");
    }
}
