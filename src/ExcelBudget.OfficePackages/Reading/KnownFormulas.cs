using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>
/// Texts of formulas by the bytes they were written in: all workbooks of a pack with the same rows have the same ones, and each need be
/// decoded once. 10,000 of up to 400 bytes are kept. Thread-safe.
/// </summary>
internal static class KnownFormulas
{
    private const int Most = 10_000;
    private const int Longest = 400;

    private static readonly ConcurrentDictionary<byte[], string> Known = new(new BytesComparer());
    private static readonly ConcurrentDictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> ByBytes =
        Known.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The formula of some bytes; null when they did not come before.</summary>
    public static string? Find(ReadOnlySpan<byte> written) =>
        written.Length <= Longest && ByBytes.TryGetValue(written, out var formula) ? formula : null;

    /// <summary>Keeps a formula.</summary>
    public static void Add(ReadOnlySpan<byte> written, string formula)
    {
        // what strangers make up must not fill the memory
        if (written.Length <= Longest && Known.Count < Most) ByBytes.TryAdd(written, formula);
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        // seeded anew in each process, so that nobody can make up formulas of one hash
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
