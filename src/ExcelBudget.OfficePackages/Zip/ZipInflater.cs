using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Limits;
using static ExcelBudget.OfficePackages.Limits.UnreadableException;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>
/// Inflates entries while counting: the limits hold whatever the zip claims, and a bomb is refused before it fills the memory.
/// </summary>
internal sealed class ZipInflater
{
    private const int ScratchLength = 64 << 10;

    private readonly PackageLimits _limits;
    private readonly ArraySegment<byte> _file;
    // above this a claimed length is proven by counting before so much memory is taken
    private readonly int _trustedLength;
    private readonly HashSet<ZipEntry> _counted = new(ReferenceEqualityComparer.Instance);
    private long _totalPacked;

    /// <summary>An inflater over a whole file.</summary>
    public ZipInflater(ReadOnlyMemory<byte> file, PackageLimits limits)
    {
        _limits = limits;
        _trustedLength = Math.Min(4 << 20, limits.EntryBytes);
        _file = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
    }

    /// <summary>Bytes inflated so far, over all entries, each counted once.</summary>
    public long Total { get; private set; }

    /// <summary>The entry's bytes, proven against its claimed length and checksum.</summary>
    public InflatedPart Inflate(ZipEntry entry)
    {
        if (entry.ClaimedLength > _trustedLength) Verify(entry);
        else if (_counted.Add(entry)) CountAtOnce(entry);
        var claimed = (int)entry.ClaimedLength;
        var buffer = ArrayPool<byte>.Shared.Rent(claimed + 1);
        // one byte more than claimed, to notice that there is more
        if (Fill(entry, buffer.AsSpan(0, claimed + 1)) == claimed && Crc32.Append(0, buffer.AsSpan(0, claimed)) == entry.ClaimedCrc)
            return new InflatedPart(buffer, claimed);
        ArrayPool<byte>.Shared.Return(buffer);
        Verify(entry);
        throw Differs(entry);
    }

    /// <summary>Counts an entry that is known to be what it claims; false for one so large that it is to be proven each time.</summary>
    public bool CountProven(ZipEntry entry)
    {
        if (entry.ClaimedLength > _trustedLength) return false;
        if (_counted.Add(entry)) CountAtOnce(entry);
        return true;
    }

    /// <summary>Proves an entry within the limits, whole and unchanged, without keeping its bytes.</summary>
    public void Verify(ZipEntry entry)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchLength);
        try
        {
            long length = 0;
            var crc = 0u;
            var isNew = _counted.Add(entry);
            var packed = Packed(entry);
            using var stream = Open(entry, packed);
            for (int read; (read = Read(stream, scratch, entry)) > 0;)
            {
                length += read;
                if (length > _limits.EntryBytes) throw TooMuch(entry, length, packed.Position, _limits.EntryBytes);
                if (IsBomb(length, packed.Position)) throw Bomb(entry, length, packed.Position);
                if (isNew) Count(read, packed.Position, entry);
                crc = Crc32.Append(crc, scratch.AsSpan(0, read));
            }
            if (isNew) _totalPacked += entry.PackedLength;
            if (length != entry.ClaimedLength || crc != entry.ClaimedCrc) throw Differs(entry);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private int Fill(ZipEntry entry, Span<byte> target)
    {
        using var stream = Open(entry, Packed(entry));
        var length = 0;
        for (int read; length < target.Length && (read = Read(stream, target[length..], entry)) > 0; length += read)
        {
        }
        return length;
    }

    /// <summary>The entry's bytes as they stand in the file.</summary>
    public ReadOnlyMemory<byte> PackedBytes(ZipEntry entry) => _file.AsMemory(entry.Start, entry.PackedLength);

    private MemoryStream Packed(ZipEntry entry) => new(_file.Array!, _file.Offset + entry.Start, entry.PackedLength, writable: false);

    private static Stream Open(ZipEntry entry, MemoryStream packed) =>
        entry.Deflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;

    private static int Read(Stream stream, Span<byte> target, ZipEntry entry)
    {
        try
        {
            return stream.Read(target);
        }
        catch (InvalidDataException)
        {
            throw Damaged($"压缩包条目 {entry.Name} 无法解压");
        }
    }

    private void CountAtOnce(ZipEntry entry)
    {
        Count(entry.ClaimedLength, entry.PackedLength, entry);
        _totalPacked += entry.PackedLength;
    }

    private void Count(long bytes, long packed, ZipEntry entry)
    {
        Total += bytes;
        packed += _totalPacked;
        if (Total > _limits.TotalBytes) throw TooMuch(entry, Total, packed, _limits.TotalBytes);
        if (IsBomb(Total, packed)) throw Bomb(entry, Total, packed);
    }

    private bool IsBomb(long length, long packed) =>
        length > _limits.RatioFreeBytes && length / Math.Max(1, packed) > _limits.ExpansionRatio;

    private UnreadableException TooMuch(ZipEntry entry, long length, long packed, long limit) =>
        length / Math.Max(1, packed) > _limits.ExpansionRatio
        ? Bomb(entry, length, packed)
        : TooLarge($"解压到条目 {entry.Name} 时已有 {length} 字节，上限 {limit} 字节");

    private UnreadableException Bomb(ZipEntry entry, long length, long packed) => new(
        UnreadableReason.ZipBomb, $"解压到条目 {entry.Name} 时 {packed} 字节已变成 {length} 字节，上限 {_limits.ExpansionRatio} 倍");

    private static UnreadableException Differs(ZipEntry entry) => Damaged($"压缩包条目 {entry.Name} 的长度或校验和不符");
}
