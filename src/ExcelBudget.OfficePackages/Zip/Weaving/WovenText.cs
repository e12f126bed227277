using System.Buffers;
using System.Runtime.CompilerServices;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>
/// A text with holes of which everything is known but what they hold: what repeats was looked for and the code chosen once. Writing one
/// costs no search but in its holes. Thread-safe.
/// </summary>
internal sealed class WovenText
{
    // room for the piece behind a hole to stay whole
    private const int MostAhead = 128;

    private readonly FixedPiece[] _pieces;

    // for each piece how far up its bytes stand in the fixed text, and in which stretch; no way for bytes as they are
    private readonly (int Distance, int Stretch)[] _sources;
    private readonly int[] _firstPieces;
    private readonly DeflateCode _code;

    /// <param name="part">A part as it is written once.</param>
    /// <param name="holes">Begin and end of each of its holes in turn.</param>
    public WovenText(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        Text = FixedText.Of(part, holes);
        _pieces = [.. new FixedMatches(Text, HoleSums(holes)).Pieces()];
        _sources = Array.ConvertAll(_pieces, piece => piece.Source < 0 ? (0, 0) : (piece.At - piece.Source, StretchOf(piece.Source)));
        _firstPieces = [.. Text.Ends.Select((_, stretch) => FirstPieceFrom(stretch == 0 ? 0 : Text.Ends[stretch - 1])), _pieces.Length];
        var counts = new DeflateCounts();
        var joiner = new PieceJoiner<DeflateCounts>(counts);
        Walk(ref joiner, part, holes);
        _code = new DeflateCode(counts);
    }

    /// <summary>The fixed bytes.</summary>
    public FixedText Text { get; }

    /// <summary>Deflates a part that has these fixed bytes.</summary>
    /// <param name="part">The part.</param>
    /// <param name="holes">Begin and end of each hole in turn.</param>
    public byte[] Deflate(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        // no piece takes more than two bytes for each of its own
        var room = ArrayPool<byte>.Shared.Rent((8 * _code.Header.Length) + (part.Length * 2) + 64);
        try
        {
            var joiner = new PieceJoiner<DeflateSink>(new DeflateSink(room, _code));
            Walk(ref joiner, part, holes);
            return room.AsSpan(0, joiner.Sink.Close()).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private void Walk<TSink>(ref PieceJoiner<TSink> joiner, ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
        where TSink : IPieceSink, allows ref struct
    {
        Span<int> heads = stackalloc int[HoleMatcher.Room];
        heads.Clear();
        var matcher = new HoleMatcher(heads);
        var (before, bytes) = (HoleSums(holes), Text.Fixed);
        for (var stretch = 0; stretch < Text.Ends.Length; stretch++)
        {
            var (first, last) = (_firstPieces[stretch], _firstPieces[stretch + 1]);
            for (var index = first; index < last; index++)
            {
                ref readonly var piece = ref _pieces[index];
                var distance = DistanceOf(index, stretch, before);
                if (distance is > 0 and <= DeflateSymbols.Window) joiner.Match(piece.Length, distance);
                else if (piece.Length == 1) joiner.Literal(bytes[piece.At]);
                else foreach (var literal in bytes.AsSpan(piece.At, piece.Length)) joiner.Literal(literal);
            }

            if (stretch == Text.Holes) continue;
            var (from, to) = (holes[2 * stretch], holes[(2 * stretch) + 1]);
            var next = _firstPieces[stretch + 1];
            var ahead = next < _firstPieces[stretch + 2] ? DistanceOf(next, stretch + 1, before) : 0;
            var end = ahead is > 0 and <= DeflateSymbols.Window ? to - AlikeAtEnd(part, from, to, ahead) : to;
            Fill(ref joiner, part, from, end, matcher);
            matcher.Skip(part, end, to, to);
            if (end < to) joiner.Match(to - end, ahead);
        }

        joiner.Flush();
    }

    /// <summary>How far up a piece stands with the holes as they are; 0 for bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int DistanceOf(int piece, int stretch, int[] before) => _sources[piece] is ( > 0 and var distance, var source)
        ? distance + before[stretch] - before[source] : 0;

    /// <summary>How many bytes at the end of a hole belong to the piece behind it, because the same stand before its source.</summary>
    private static int AlikeAtEnd(ReadOnlySpan<byte> part, int from, int to, int distance)
    {
        var at = to;
        from = Math.Max(from, to - MostAhead);
        while (at > from && at > distance && part[at - 1] == part[at - 1 - distance]) at--;
        return to - at;
    }

    /// <summary>A hole: first whether it goes on like what stands before it, then what it holds for itself.</summary>
    private static void Fill<TSink>(
        ref PieceJoiner<TSink> joiner, scoped ReadOnlySpan<byte> part, int from, int to, scoped HoleMatcher matcher)
        where TSink : IPieceSink, allows ref struct
    {
        var at = from;
        if (joiner.Growth is > 0 and var growth)
        {
            var more = part[at..Math.Min(to, at + growth)].CommonPrefixLength(part[(at - joiner.Distance)..]);
            joiner.Grow(more);
            matcher.Skip(part, at, at + more, to);
            at += more;
        }

        while (at < to)
        {
            var (length, distance) = matcher.Next(part, at, to);
            if (distance == 0) joiner.Literal(part[at]);
            else joiner.Match(length, distance);
            at += length;
        }
    }

    private int[] HoleSums(ReadOnlySpan<int> holes)
    {
        var sums = new int[Text.Ends.Length];
        for (var hole = 0; hole < Text.Holes; hole++) sums[hole + 1] = sums[hole] + holes[(2 * hole) + 1] - holes[2 * hole];
        return sums;
    }

    private int FirstPieceFrom(int at)
    {
        var (low, high) = (0, _pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pieces[middle].At < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private int StretchOf(int at)
    {
        var found = Array.BinarySearch(Text.Ends, at + 1);
        if (found < 0) return ~found;
        // empty stretches end where the one before them does
        while (found > 0 && Text.Ends[found - 1] > at) found--;
        return found;
    }
}
