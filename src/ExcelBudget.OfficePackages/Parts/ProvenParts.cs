using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>
/// What a part is known by: its packed bytes and how they are packed, what the zip claims, the limits it was held to. Of the hash four
/// numbers are kept and not two wide ones: what holds a UInt128 is not compiled ahead, and every start would compile it.
/// </summary>
internal readonly record struct PartKey((ulong, ulong, ulong, ulong) Hash, uint Crc, long Length, bool IsDeflated, PackageLimits Limits)
{
    public static PartKey Of(ZipEntry entry, ReadOnlySpan<byte> packed, PackageLimits limits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(packed, hash);
        var words = MemoryMarshal.Cast<byte, ulong>(hash);
        return new((words[0], words[1], words[2], words[3]), entry.ClaimedCrc, entry.ClaimedLength, entry.Deflated, limits);
    }
}

/// <summary>
/// Parts that were proven whole and well formed, known by the hash of their packed bytes: workbooks issued with the same rows share the
/// sheets that hold checks and codes, half of all their XML. The last few hundred are remembered. Thread-safe.
/// </summary>
internal static class ProvenParts
{
    // below it proving is as quick as hashing
    private const int Smallest = 2 << 10;
    private const int Most = 512;

    private static readonly ConcurrentDictionary<PartKey, bool> Known = [];

    /// <summary>Was a part of these very bytes proven under these limits?</summary>
    public static bool Contains(ZipEntry entry, ReadOnlySpan<byte> packed, PackageLimits limits) =>
        IsWorthwhile(entry) && Known.ContainsKey(PartKey.Of(entry, packed, limits));

    /// <summary>Remembers a part that was proven.</summary>
    public static void Add(ZipEntry entry, ReadOnlySpan<byte> packed, PackageLimits limits)
    {
        if (!IsWorthwhile(entry)) return;
        if (Known.Count >= Most) Known.Clear();
        Known[PartKey.Of(entry, packed, limits)] = true;
    }

    private static bool IsWorthwhile(ZipEntry entry) => entry.Deflated && entry.PackedLength >= Smallest;
}
