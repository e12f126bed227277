using System.IO.Compression;

namespace ExcelBudget.Notes.Packaging;

/// <summary>A part of a Word file, deflated and ready to be copied into any number of packages.</summary>
/// <param name="Name">Name in the package, without a leading slash.</param>
/// <param name="Deflated">Deflated content.</param>
/// <param name="Crc">Checksum of the content.</param>
/// <param name="Size">Size of the content in bytes.</param>
internal readonly record struct PackedPart(string Name, ReadOnlyMemory<byte> Deflated, uint Crc, int Size)
{
    public static PackedPart Of(string name, ReadOnlySpan<byte> content)
    {
        using var deflated = new MemoryStream((content.Length / 6) + 256);
        using (var deflater = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true)) deflater.Write(content);
        return new PackedPart(name, deflated.GetBuffer().AsMemory(0, (int)deflated.Length), Crc32.Of(content), content.Length);
    }
}
