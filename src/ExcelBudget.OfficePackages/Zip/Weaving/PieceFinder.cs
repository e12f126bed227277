using System.Buffers.Binary;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>
/// Cuts a part into pieces: where a mark says so, else where the same sixteen or the same four bytes stood last. What is short may give
/// way to something longer a byte later.
/// </summary>
internal readonly ref struct PieceFinder
{
    private const int Shortest = 4;
    private const int Long = 16;
    private const int HashBits = 14;

    // four bytes from far away cost as much as they save
    private const int FarForShortest = 4_096;

    // of what is long the beginning and the end are enough to find it again
    private const int Remembered = 8;

    [ThreadStatic]
    private static int[]? MemoryOfThread;

    private readonly ReadOnlySpan<byte> _part;
    private readonly ReadOnlySpan<PieceMark> _marks;
    private readonly PieceList _pieces;
    private readonly Span<int> _shorts;
    private readonly Span<int> _longs;
    private readonly int _last;

    /// <param name="part">The part.</param>
    /// <param name="marks">Places whose bytes stand further up as well, in order.</param>
    /// <param name="pieces">Takes the pieces.</param>
    public PieceFinder(ReadOnlySpan<byte> part, ReadOnlySpan<PieceMark> marks, PieceList pieces)
    {
        _part = part;
        _marks = marks;
        _pieces = pieces;
        _last = part.Length - Long;
        var memory = MemoryOfThread ??= new int[2 << HashBits];
        memory.AsSpan().Clear();
        _shorts = memory.AsSpan(0, 1 << HashBits);
        _longs = memory.AsSpan(1 << HashBits);
    }

    /// <summary>Cuts the part.</summary>
    public void Cut()
    {
        var (at, mark, next) = (0, 0, default((int Length, int Distance)));
        while (at < _part.Length)
        {
            var best = next.Length > 0 ? next : Best(at, ref mark);
            next = default;
            if (best.Length is >= Shortest and < Long && at < _last)
            {
                next = Find(at + 1);
                if (next.Length > best.Length) best = default;
                else next = default;
            }

            if (best.Length < Shortest)
            {
                _pieces.Literal(_part[at++]);
                continue;
            }

            Remember(at + 1, at + best.Length);
            Tell(best.Length, best.Distance);
            at += best.Length;
        }
    }

    private (int Length, int Distance) Best(int at, ref int mark)
    {
        var best = default((int Length, int Distance));
        if (mark < _marks.Length && _marks[mark].At <= at)
        {
            while (mark + 1 < _marks.Length && _marks[mark + 1].At <= at) mark++;
            var distance = _marks[mark].At - _marks[mark].Source;
            mark++;
            if (distance is > 0 and <= DeflateSymbols.Window && distance <= at) best = (Alike(at, at - distance), distance);
        }

        if (at > _last) return best;
        if (best.Length >= Long)
        {
            Remember(at, at + 1);
            return best;
        }

        return Find(at) is var found && found.Length > best.Length ? found : best;
    }

    private (int Length, int Distance) Find(int at)
    {
        var (first, second) = Words(at);
        ref var shorts = ref _shorts[ShortHash(first)];
        ref var longs = ref _longs[LongHash(first, second)];
        var (near, far) = (shorts - 1, longs - 1);
        shorts = longs = at + 1;
        var best = default((int Length, int Distance));
        if (far >= 0 && at - far <= DeflateSymbols.Window) best = (Alike(at, far), at - far);
        if (best.Length < Long && near >= 0 && near != far && at - near <= DeflateSymbols.Window
            && BinaryPrimitives.ReadUInt32LittleEndian(_part[near..]) == (uint)first
            && Alike(at, near) is var length && length > best.Length) best = (length, at - near);
        return best.Length == Shortest && best.Distance > FarForShortest ? default : best;
    }

    private int Alike(int at, int source) => _part[at..].CommonPrefixLength(_part[source..]);

    private void Remember(int from, int to)
    {
        if (to - from > 2 * Remembered)
        {
            RememberAll(from, from + Remembered);
            from = to - Remembered;
        }

        RememberAll(from, to);
    }

    private void RememberAll(int from, int to)
    {
        if (to > _last + 1) to = _last + 1;
        for (; from < to; from++)
        {
            var (first, second) = Words(from);
            _shorts[ShortHash(first)] = _longs[LongHash(first, second)] = from + 1;
        }
    }

    private void Tell(int length, int distance)
    {
        while (length > 0)
        {
            // what is left over must not be shorter than a piece can be
            var piece = length <= DeflateSymbols.LongestMatch ? length : Math.Min(DeflateSymbols.LongestMatch, length - 3);
            _pieces.Match(piece, distance);
            length -= piece;
        }
    }

    private (ulong First, ulong Second) Words(int at)
    {
        var bytes = _part.Slice(at, Long);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    private static int ShortHash(ulong first) => (int)(((uint)first * 0x9E3779B1) >> (32 - HashBits));

    private static int LongHash(ulong first, ulong second) =>
        (int)(((first * 0x9E3779B185EBCA87) ^ (second * 0xC2B2AE3D27D4EB4F)) >> (64 - HashBits));
}
