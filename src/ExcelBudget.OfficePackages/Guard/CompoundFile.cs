using System.Buffers.Binary;
using System.Text;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>The stream names of an OLE compound document: enough to tell an encrypted workbook from an old one.</summary>
internal static class CompoundFile
{
    private const int EntrySize = 128;
    private const int HeaderChains = 109;
    private const int MaxSectors = 4_096;
    private const uint None = uint.MaxValue;

    // what can be told even where the directory is gone
    private const string EncryptedPackage = "EncryptedPackage";

    /// <summary>Is it one? .xls, .et, .doc, .wps, or an encrypted .xlsx.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>
    /// Names of the streams that stand in the root itself: an old workbook with an embedded Word object has a «WordDocument» too, but
    /// further
    /// down. A damaged file yields fewer names, or all it has where it does not tell which stand in the root; never an exception.
    /// </summary>
    public static IReadOnlyCollection<string> RootStreams(ReadOnlySpan<byte> file)
    {
        var entries = Entries(file);
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (entries.Count == 0) return Holds(file, EncryptedPackage) ? [EncryptedPackage] : names;
        var seen = new HashSet<uint>();
        var open = new Stack<uint>([entries[0].Child]);
        while (open.TryPop(out var index))
        {
            // the root is nobody's brother or child
            if (index == 0 || index >= entries.Count || !seen.Add(index)) continue;
            var entry = entries[(int)index];
            names.Add(entry.Name);
            open.Push(entry.Left);
            open.Push(entry.Right);
        }
        if (names.Count == 0) names.UnionWith(entries.Select(entry => entry.Name));
        return names;
    }

    private static bool Holds(ReadOnlySpan<byte> file, string name) => file.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    private static List<Entry> Entries(ReadOnlySpan<byte> file)
    {
        var entries = new List<Entry>();
        if (file.Length < 512) return entries;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        if (shift is not (9 or 12)) return entries;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(file[48..]);
        for (var count = 0; count < MaxSectors && TrySector(file, sector, shift, out var content); count++)
        {
            for (var at = 0; at + EntrySize <= content.Length; at += EntrySize) entries.Add(Entry.Read(content.Slice(at, EntrySize)));
            sector = Next(file, sector, shift);
        }
        return entries;
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
        if (table >= HeaderChains) return None;
        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(file[(76 + 4 * (int)table)..]);
        var offset = 4 * (int)(sector % perTable);
        if (!TrySector(file, tableSector, shift, out var content) || content.Length < offset + 4) return None;
        return BinaryPrimitives.ReadUInt32LittleEndian(content[offset..]);
    }

    /// <summary>A stream or folder; brothers form a tree, the child is the root of the tree inside.</summary>
    private readonly record struct Entry(string Name, uint Left, uint Right, uint Child)
    {
        public static Entry Read(ReadOnlySpan<byte> entry)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            var name = length is >= 2 and <= 64 ? Encoding.Unicode.GetString(entry[..(length - 2)]) : "";
            return new(name, U32(entry, 68), U32(entry, 72), U32(entry, 76));
        }

        private static uint U32(ReadOnlySpan<byte> entry, int at) => BinaryPrimitives.ReadUInt32LittleEndian(entry[at..]);
    }
}
