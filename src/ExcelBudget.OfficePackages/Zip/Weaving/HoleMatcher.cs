using System.Buffers.Binary;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>
/// Looks for what a hole holds further up, in a hurry: where the same four bytes stood last in a hole. What it finds ends with the hole,
/// because what follows is ready.
/// </summary>
/// <param name="heads">Its memory, <see cref="Room"/> numbers, all 0.</param>
internal readonly ref struct HoleMatcher(Span<int> heads)
{
    /// <summary>How many numbers it remembers.</summary>
    public const int Room = 1 << Bits;

    private const int Bits = 12;
    private const int Shortest = 4;

    private readonly Span<int> _heads = heads;

    /// <summary>The next piece of a hole.</summary>
    /// <param name="part">The part.</param>
    /// <param name="at">Where in it the piece begins.</param>
    /// <param name="end">Where the hole ends.</param>
    /// <returns>How many bytes, and how far up they stand; one byte and 0 for a byte as it is.</returns>
    public (int Length, int Distance) Next(scoped ReadOnlySpan<byte> part, int at, int end)
    {
        if (end - at < Shortest) return (1, 0);
        var source = Enter(part, at);
        if (source < 0 || at - source > DeflateSymbols.Window) return (1, 0);
        var length = part[at..Math.Min(end, at + DeflateSymbols.LongestMatch)].CommonPrefixLength(part[source..]);
        if (length < Shortest) return (1, 0);
        Skip(part, at + 1, at + length, end);
        return (length, at - source);
    }

    /// <summary>Remembers bytes that were told otherwise.</summary>
    /// <param name="part">The part.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="until">Where they end.</param>
    /// <param name="end">Where the hole ends.</param>
    public void Skip(scoped ReadOnlySpan<byte> part, int at, int until, int end)
    {
        for (; at < until && end - at >= Shortest; at++) Enter(part, at);
    }

    /// <summary>Remembers that a piece begins here.</summary>
    /// <returns>Where one began that is perhaps alike; negative for nowhere.</returns>
    private int Enter(scoped ReadOnlySpan<byte> part, int at)
    {
        ref var head = ref _heads[(int)((BinaryPrimitives.ReadUInt32LittleEndian(part[at..]) * 0x9E3779B1) >> (32 - Bits))];
        var source = head - 1;
        head = at + 1;
        return source;
    }
}
