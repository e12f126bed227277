using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ExcelBudget.Notes.Packaging;

/// <summary>
/// A Word file as its parts. Written without times of its own (every entry says 1980-01-01), so that the same parts give the
/// same bytes.
/// </summary>
internal static class DocxPackage
{
    private const ushort FirstDayOfZip = (1 << 5) | 1;
    private const ushort Utf8Names = 0x0800;

    /// <summary>The parts in the file's order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no zip file.</exception>
    public static List<(string Name, byte[] Content)> Read(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }

        return parts;
    }

    /// <summary>The Word file of the parts, in their order.</summary>
    public static byte[] Write(IReadOnlyList<PackedPart> parts)
    {
        var size = 22 + parts.Sum(part => part.Deflated.Length + 76 + (2 * Encoding.UTF8.GetByteCount(part.Name)));
        var file = new byte[size];
        var offsets = new int[parts.Count];
        var at = 0;
        for (var index = 0; index < parts.Count; index++)
        {
            offsets[index] = at;
            at += WriteEntry(file.AsSpan(at), parts[index]);
        }

        var directory = at;
        for (var index = 0; index < parts.Count; index++) at += WriteDirectoryEntry(file.AsSpan(at), parts[index], offsets[index]);
        WriteEnd(file.AsSpan(at), parts.Count, directory, at - directory);
        return file;
    }

    private static int WriteEntry(Span<byte> to, PackedPart part)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, 0x04034b50);
        var name = WriteCommon(to[4..], part, to[30..]);
        part.Deflated.Span.CopyTo(to[(30 + name)..]);
        return 30 + name + part.Deflated.Length;
    }

    private static int WriteDirectoryEntry(Span<byte> to, PackedPart part, int offset)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], 20);
        var name = WriteCommon(to[6..], part, to[46..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[42..], offset);
        return 46 + name;
    }

    /// <summary>The 26 bytes that an entry and its line in the directory share, and the name; returns the name's length.</summary>
    private static int WriteCommon(Span<byte> to, PackedPart part, Span<byte> nameTo)
    {
        var name = Encoding.UTF8.GetBytes(part.Name, nameTo);
        BinaryPrimitives.WriteUInt16LittleEndian(to, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], 8);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], FirstDayOfZip);
        BinaryPrimitives.WriteUInt32LittleEndian(to[10..], part.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(to[14..], part.Deflated.Length);
        BinaryPrimitives.WriteInt32LittleEndian(to[18..], part.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(to[22..], (ushort)name);
        return name;
    }

    private static void WriteEnd(Span<byte> to, int count, int directory, int length)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(to[10..], (ushort)count);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], length);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], directory);
    }
}
