using System.Buffers;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>A piece of fixed text: one byte as it is, or a stretch that stands further up as well.</summary>
/// <param name="At">Where it begins in the fixed bytes.</param>
/// <param name="Length">How many bytes; 1 for a byte as it is.</param>
/// <param name="Source">Where the same bytes stand in the fixed bytes; -1 for a byte as it is.</param>
internal readonly record struct FixedPiece(int At, int Length, int Source);

/// <summary>
/// Looks for what repeats in fixed text, once and therefore thoroughly. What repeats lies within one stretch, because nobody knows what
/// a hole will hold, and near enough that holes may grow.
/// </summary>
internal sealed class FixedMatches
{
    private const int Shortest = 3;
    private const int MostTries = 32;
    private const int HashBits = 15;

    // the window less what holes may grow by; beyond it a piece is written out
    private const int Farthest = DeflateSymbols.Window - 4_096;

    private readonly byte[] _bytes;
    private readonly int[] _stretch;
    private readonly int[] _ends;
    private readonly int[] _before;
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly int[] _links;

    /// <param name="text">The text.</param>
    /// <param name="before">What the holes before each stretch hold together, in bytes, as a rule.</param>
    public FixedMatches(FixedText text, int[] before)
    {
        (_bytes, _ends, _before) = (text.Fixed, text.Ends, before);
        // both are larger than what the collector takes young
        _stretch = ArrayPool<int>.Shared.Rent(_bytes.Length);
        _links = ArrayPool<int>.Shared.Rent(_bytes.Length);
        Array.Fill(_heads, -1);
        for (int stretch = 0, at = 0; stretch < _ends.Length; stretch++)
        {
            for (; at < _ends[stretch]; at++) _stretch[at] = stretch;
        }
    }

    /// <summary>The text in pieces; to be asked once.</summary>
    public List<FixedPiece> Pieces()
    {
        try
        {
            return Found();
        }
        finally
        {
            ArrayPool<int>.Shared.Return(_stretch);
            ArrayPool<int>.Shared.Return(_links);
        }
    }

    private List<FixedPiece> Found()
    {
        var pieces = new List<FixedPiece>();
        var best = Find(0);
        for (var at = 0; at < _bytes.Length;)
        {
            Enter(at);
            var next = at + 1 < _bytes.Length && best.Length < 64 ? Find(at + 1) : default;
            if (best.Length < Shortest || next.Length > best.Length)
            {
                pieces.Add(new FixedPiece(at, 1, -1));
                best = next;
                at++;
                continue;
            }

            pieces.Add(best);
            for (var inside = at + 1; inside < at + best.Length; inside++) Enter(inside);
            at += best.Length;
            best = Find(at);
        }

        return pieces;
    }

    private FixedPiece Find(int at)
    {
        var best = new FixedPiece(at, 0, -1);
        if (at >= _bytes.Length) return best;
        var most = Math.Min(DeflateSymbols.LongestMatch, _ends[_stretch[at]] - at);
        if (most < Shortest) return best;
        var tries = MostTries;
        for (var source = _heads[Hash(at)]; source >= 0 && tries-- > 0; source = _links[source])
        {
            var distance = at - source + _before[_stretch[at]] - _before[_stretch[source]];
            if (distance > Farthest) break;
            // nothing longer begins where the byte behind the best so far differs
            if (best.Length > 0 && source + best.Length < _bytes.Length && _bytes[source + best.Length] != _bytes[at + best.Length])
                continue;
            var length = Alike(source, at, most);
            // three bytes from far away cost more than they save
            if (length <= best.Length || (length == Shortest && distance > 2_048)) continue;
            best = new FixedPiece(at, length, source);
            if (length == most) break;
        }

        return best;
    }

    private int Alike(int source, int at, int most)
    {
        // within its own stretch a piece may run into itself
        if (_stretch[source] != _stretch[at]) most = Math.Min(most, _ends[_stretch[source]] - source);
        return _bytes.AsSpan(at, most).CommonPrefixLength(_bytes.AsSpan(source));
    }

    private void Enter(int at)
    {
        if (at + Shortest > _bytes.Length) return;
        var hash = Hash(at);
        (_links[at], _heads[hash]) = (_heads[hash], at);
    }

    private int Hash(int at) => at + Shortest > _bytes.Length ? 0
        : (int)((uint)((_bytes[at] | (_bytes[at + 1] << 8) | (_bytes[at + 2] << 16)) * 0x9E3779B1) >> (32 - HashBits));
}
