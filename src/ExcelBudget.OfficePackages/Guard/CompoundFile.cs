using System.Buffers.Binary;
using System.Text;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>The stream names of an OLE compound document: enough to tell an encrypted workbook from an old one.</summary>
internal static class CompoundFile
{
    private const int EntrySize = 128;
    private const int HeaderChains = 109;
    private const int MaxSectors = 4_096;

    /// <summary>Names in the directory, as far as it can be read. A damaged file yields fewer, never an exception.</summary>
    public static IReadOnlyList<string> StreamNames(ReadOnlySpan<byte> file)
    {
        var names = new List<string>();
        if (file.Length < 512) return names;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        if (shift is not (9 or 12)) return names;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(file[48..]);
        for (var count = 0; count < MaxSectors && TrySector(file, sector, shift, out var content); count++)
        {
            for (var at = 0; at + EntrySize <= content.Length; at += EntrySize) AddName(content.Slice(at, EntrySize), names);
            sector = Next(file, sector, shift);
        }
        return names;
    }

    private static bool TrySector(ReadOnlySpan<byte> file, uint sector, int shift, out ReadOnlySpan<byte> content)
    {
        var start = ((long)sector + 1) << shift;
        content = start < file.Length ? file[(int)start..] : default;
        if (content.Length > 1 << shift) content = content[..(1 << shift)];
        return !content.IsEmpty;
    }

    // the allocation table tells each sector's successor; its own sectors are listed in the header
    private static uint Next(ReadOnlySpan<byte> file, uint sector, int shift)
    {
        var perTable = (uint)(1 << shift) / 4;
        var table = sector / perTable;
        if (table >= HeaderChains) return uint.MaxValue;
        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(file[(76 + 4 * (int)table)..]);
        var offset = 4 * (int)(sector % perTable);
        if (!TrySector(file, tableSector, shift, out var content) || content.Length < offset + 4) return uint.MaxValue;
        return BinaryPrimitives.ReadUInt32LittleEndian(content[offset..]);
    }

    private static void AddName(ReadOnlySpan<byte> entry, List<string> names)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (length is >= 2 and <= 64) names.Add(Encoding.Unicode.GetString(entry[..(length - 2)]));
    }
}
