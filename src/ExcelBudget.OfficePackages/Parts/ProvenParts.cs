using System.Collections.Concurrent;
using System.Security.Cryptography;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>What a part is known by: its packed bytes and how they are packed, what the zip claims, the limits it was held to.</summary>
internal readonly record struct PartKey(PartHash Hash, uint Crc, long Length, bool IsDeflated, PackageLimits Limits)
{
    public static PartKey Of(ZipEntry entry, ReadOnlySpan<byte> packed, PackageLimits limits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(packed, hash);
        return new(PartHash.Of(hash), entry.ClaimedCrc, entry.ClaimedLength, entry.Deflated, limits);
    }
}

/// <summary>A SHA-256, as four numbers: code that holds UInt128 cannot be compiled ahead.</summary>
internal readonly record struct PartHash(ulong First, ulong Second, ulong Third, ulong Last)
{
    public static PartHash Of(ReadOnlySpan<byte> hash) => new(
        BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]),
        BitConverter.ToUInt64(hash[16..]), BitConverter.ToUInt64(hash[24..]));
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
