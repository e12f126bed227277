using System.Buffers.Binary;
using System.Text;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>Writes a zip from parts that are already deflated. Times are fixed, so the same parts give the same bytes.</summary>
public static class PackageWriter
{
    private const uint LocalHeader = 0x04034B50;
    private const uint DirectoryHeader = 0x02014B50;
    private const uint EndOfDirectory = 0x06054B50;
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    private const ushort DeflateMethod = 8;
    private const ushort StoredMethod = 0;

    /// <summary>1 January 1980, the first day a zip can tell.</summary>
    private const ushort FirstDay = 0x21;

    /// <summary>The parts as a zip package in the given order, the same bytes each time.</summary>
    public static byte[] Write(IReadOnlyList<PackedPart> parts)
    {
        var names = parts.Select(part => Encoding.UTF8.GetBytes(part.Name)).ToArray();
        var size = 22 + parts.Select((part, index) => 30 + 46 + (2 * names[index].Length) + part.Deflated.Length).Sum();
        var zip = new byte[size];
        var at = 0;
        var starts = new int[parts.Count];
        for (var index = 0; index < parts.Count; index++)
        {
            starts[index] = at;
            at = Entry(zip, at, LocalHeader, parts[index], names[index], null);
            parts[index].Deflated.Span.CopyTo(zip.AsSpan(at));
            at += parts[index].Deflated.Length;
        }

        var directory = at;
        for (var index = 0; index < parts.Count; index++) at = Entry(zip, at, DirectoryHeader, parts[index], names[index], starts[index]);
        End(zip.AsSpan(at), parts.Count, directory, at - directory);
        return zip;
    }

    private static int Entry(byte[] zip, int at, uint signature, PackedPart part, byte[] name, int? start)
    {
        var fields = zip.AsSpan(at);
        BinaryPrimitives.WriteUInt32LittleEndian(fields, signature);
        fields = fields[4..];
        if (start is not null) fields = Put(fields, Version);
        foreach (var value in (ReadOnlySpan<ushort>)[Version, Utf8Names, part.IsStored ? StoredMethod : DeflateMethod, 0, FirstDay])
            fields = Put(fields, value);
        foreach (var value in (ReadOnlySpan<uint>)[part.Checksum, (uint)part.Deflated.Length, (uint)part.PlainLength])
            fields = Put(fields, value);
        fields = Put(Put(fields, (ushort)name.Length), (ushort)0);
        if (start is { } offset)
        {
            // comment length, disk, internal attributes, external attributes
            foreach (var value in (ReadOnlySpan<ushort>)[0, 0, 0, 0, 0]) fields = Put(fields, value);
            fields = Put(fields, (uint)offset);
        }

        name.CopyTo(fields);
        return at + (start is null ? 30 : 46) + name.Length;
    }

    private static void End(Span<byte> fields, int count, int directory, int length)
    {
        fields = Put(fields, EndOfDirectory);
        foreach (var value in (ReadOnlySpan<ushort>)[0, 0, (ushort)count, (ushort)count]) fields = Put(fields, value);
        Put(Put(fields, (uint)length), (uint)directory);
    }

    private static Span<byte> Put(Span<byte> fields, ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, value);
        return fields[2..];
    }

    private static Span<byte> Put(Span<byte> fields, uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(fields, value);
        return fields[4..];
    }
}
