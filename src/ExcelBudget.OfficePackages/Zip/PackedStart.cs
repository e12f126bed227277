using System.IO.Compression;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>
/// The beginning of a part that many packages share: deflated once, however the part goes on. What follows is deflated by itself.
/// </summary>
/// <param name="Checksum">CRC-32 of the plain bytes.</param>
/// <param name="PlainLength">Length of the plain bytes.</param>
/// <param name="Deflated">The deflated bytes, up to the end of a byte and without an end of the stream.</param>
/// <param name="Level">How hard to deflate.</param>
public sealed record PackedStart(uint Checksum, int PlainLength, ReadOnlyMemory<byte> Deflated, CompressionLevel Level)
{
    /// <summary>Deflates the beginning of a part.</summary>
    /// <param name="plain">The plain bytes.</param>
    /// <param name="level">How hard to deflate.</param>
    /// <param name="cuts">
    /// Where in ascending order the bytes change their kind (formulas written out, formulas shared): each stretch has a code of its own.
    /// </param>
    public static PackedStart Pack(ReadOnlySpan<byte> plain, CompressionLevel level, IReadOnlyList<int> cuts)
    {
        using var target = new MemoryStream(Math.Max(256, plain.Length / 4));
        using var deflate = PackedPart.Deflating(target, level);
        var from = 0;
        foreach (var cut in cuts.Append(plain.Length))
        {
            deflate.Write(plain[from..cut]);
            // what is flushed ends with a whole byte; closing would add an end of the stream behind it
            deflate.Flush();
            from = cut;
        }

        return new PackedStart(Crc32.Append(0, plain), plain.Length, target.ToArray(), level);
    }

    /// <summary>A part that begins so and ends with the bytes given.</summary>
    public PackedPart With(string name, ReadOnlySpan<byte> rest)
    {
        var end = PackedPart.Pack(name, rest, Level);
        return new PackedPart(
            name, Crc32.Append(Checksum, rest), PlainLength + rest.Length, (byte[])[.. Deflated.Span, .. end.Deflated.Span]);
    }
}
