using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>Writes a zip from parts that are already deflated. Times are fixed, so the same parts give the same bytes.</summary>
public static class PackageWriter
{
    private const uint LocalHeader = 0x04034B50;
    private const uint DirectoryHeader = 0x02014B50;
    private const uint EndOfDirectory = 0x06054B50;
    private const int LocalLength = 30;
    private const int EntryLength = 46;
    private const int EndLength = 22;
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    private const ushort DeflateMethod = 8;
    private const ushort StoredMethod = 0;

    /// <summary>1 January 1980, the first day a zip can tell.</summary>
    private const ushort FirstDay = 0x21;

    /// <summary>The parts as a zip package in the given order, the same bytes each time.</summary>
    public static byte[] Write(IReadOnlyList<PackedPart> parts)
    {
        var zip = new byte[LengthOf(parts)];
        Put(parts, zip);
        return zip;
    }

    /// <summary>Writes the parts as a zip package in the given order, the same bytes each time, and all at once.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="target">Takes the package; it stays open.</param>
    public static void Write(IReadOnlyList<PackedPart> parts, Stream target)
    {
        var length = LengthOf(parts);
        var room = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Put(parts, room);
            target.Write(room, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static int LengthOf(IReadOnlyList<PackedPart> parts) => EndLength
        + parts.Sum(part => LocalLength + EntryLength + part.Deflated.Length + (2 * Encoding.UTF8.GetByteCount(part.Name)));

    private static void Put(IReadOnlyList<PackedPart> parts, byte[] zip)
    {
        using var target = new MemoryStream(zip);
        var names = parts.Select(part => Encoding.UTF8.GetBytes(part.Name)).ToArray();
        var fields = new byte[Math.Max(EndLength, EntryLength + names.Select(name => name.Length).DefaultIfEmpty().Max())];
        var (starts, at) = (new int[parts.Count], 0);
        for (var index = 0; index < parts.Count; index++)
        {
            starts[index] = at;
            var length = Entry(fields, LocalHeader, parts[index], names[index], null);
            target.Write(fields.AsSpan(0, length));
            target.Write(parts[index].Deflated.Span);
            at += length + parts[index].Deflated.Length;
        }

        var directory = at;
        for (var index = 0; index < parts.Count; index++)
        {
            var length = Entry(fields, DirectoryHeader, parts[index], names[index], starts[index]);
            target.Write(fields.AsSpan(0, length));
            at += length;
        }

        fields.AsSpan(0, EndLength).Clear();
        End(fields, parts.Count, directory, at - directory);
        target.Write(fields.AsSpan(0, EndLength));
    }

    private static int Entry(Span<byte> fields, uint signature, PackedPart part, byte[] name, int? start)
    {
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
        return (start is null ? LocalLength : EntryLength) + name.Length;
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
