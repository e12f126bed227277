using System.Buffers.Binary;
using System.Text;
using ExcelBudget.OfficePackages.Limits;
using static ExcelBudget.OfficePackages.Limits.UnreadableException;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>
/// Reads a zip's central directory straight from memory. Our own, because the guard needs each entry's place in the file:
/// it counts packed bytes as they are consumed, and unchanged entries are later copied as they are.
/// </summary>
internal static class ZipDirectory
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private const uint EndMark = 0x06054b50;
    private const uint End64Mark = 0x06064b50;
    private const uint Locator64Mark = 0x07064b50;
    private const uint EntryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;

    /// <summary>The entries in directory order.</summary>
    public static List<ZipEntry> Read(ReadOnlySpan<byte> file, PackageLimits limits)
    {
        var at = DirectoryStart(file, out var count);
        if (count > limits.Entries) throw TooLarge($"压缩包内有 {count} 个条目，上限 {limits.Entries} 个");
        var entries = new List<ZipEntry>((int)count);
        for (var i = 0; i < count; i++) entries.Add(ReadEntry(file, ref at));
        return entries;
    }

    private static int DirectoryStart(ReadOnlySpan<byte> file, out long count)
    {
        var end = FindEnd(file);
        count = U16(file, end + 10);
        long start = U32(file, end + 16);
        if (count == ushort.MaxValue || start == uint.MaxValue) (count, start) = ReadEnd64(file, end, count, start);
        if (start < 0 || start > end) throw Damaged("压缩包目录的位置不对");
        return (int)start;
    }

    private static int FindEnd(ReadOnlySpan<byte> file)
    {
        // the end record is the last thing but for a comment of at most 65,535 bytes
        for (var at = file.Length - EndLength; at >= 0 && at >= file.Length - EndLength - ushort.MaxValue; at--)
        {
            if (U32(file, at) == EndMark && at + EndLength + U16(file, at + 20) <= file.Length) return at;
        }
        throw Damaged("压缩包没有结尾，文件不完整");
    }

    private static (long Count, long Start) ReadEnd64(ReadOnlySpan<byte> file, int end, long count, long start)
    {
        var locator = end - 20;
        if (locator < 0 || U32(file, locator) != Locator64Mark) return (count, start);
        var at = U64(file, locator + 8);
        if (at < 0 || at > locator - 56 || U32(file, (int)at) != End64Mark) throw Damaged("压缩包的 Zip64 结尾不对");
        return (Math.Max(0, U64(file, (int)at + 32)), U64(file, (int)at + 48));
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> file, ref int at)
    {
        if (at > file.Length - EntryLength || U32(file, at) != EntryMark) throw Damaged("压缩包目录不完整");
        int flags = U16(file, at + 8), method = U16(file, at + 10);
        int nameLength = U16(file, at + 28), extraLength = U16(file, at + 30), commentLength = U16(file, at + 32);
        var next = at + EntryLength + nameLength + extraLength + commentLength;
        if (next > file.Length) throw Damaged("压缩包目录不完整");
        var name = NameOf(file.Slice(at + EntryLength, nameLength));
        if ((flags & 1) != 0) throw Damaged($"压缩包条目 {name} 带有 Zip 密码");
        if (method is not (0 or 8)) throw Damaged($"压缩包条目 {name} 的压缩方法 {method} 不受支持");
        var (length, packed, local) = Sizes(file, at, file.Slice(at + EntryLength + nameLength, extraLength));
        if (length < 0) throw Damaged($"压缩包条目 {name} 的长度不对");
        var start = ContentStart(file, local, packed, name);
        var entry = new ZipEntry(name, method == 8, start, (int)packed, length, U32(file, at + 16));
        at = next;
        return entry;
    }

    // Windows packs names in the system's own encoding, which is GBK where this program is used
    private static string NameOf(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? Chinese.GetString(name) : text;
    }

    // a field of all ones says that the true value stands in the Zip64 extra field, in this order
    private static (long Length, long Packed, long Local) Sizes(ReadOnlySpan<byte> file, int at, ReadOnlySpan<byte> extra)
    {
        long length = U32(file, at + 24), packed = U32(file, at + 20), local = U32(file, at + 42);
        var wide = Zip64Field(extra);
        if (length == uint.MaxValue) length = Take(ref wide);
        if (packed == uint.MaxValue) packed = Take(ref wide);
        if (local == uint.MaxValue) local = Take(ref wide);
        return (length, packed, local);
    }

    private static ReadOnlySpan<byte> Zip64Field(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int size = U16(extra, 2);
            if (size > extra.Length - 4) break;
            if (U16(extra, 0) == 1) return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        return default;
    }

    private static long Take(ref ReadOnlySpan<byte> wide)
    {
        if (wide.Length < 8) throw Damaged("压缩包条目缺少 Zip64 长度");
        var value = U64(wide, 0);
        wide = wide[8..];
        return value;
    }

    private static int ContentStart(ReadOnlySpan<byte> file, long local, long packed, string name)
    {
        if (local < 0 || local > file.Length - LocalLength || U32(file, (int)local) != LocalMark) throw Damaged($"压缩包条目 {name} 的位置不对");
        var start = local + LocalLength + U16(file, (int)local + 26) + U16(file, (int)local + 28);
        if (packed < 0 || packed > file.Length - start) throw Damaged($"压缩包条目 {name} 不完整");
        return (int)start;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
