using System.Runtime.CompilerServices;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>How often each symbol is used.</summary>
internal sealed class DeflateCounts : IPieceSink
{
    /// <summary>Literals, the end and lengths; each at least once, because any byte may stand in a hole.</summary>
    public int[] Literals { get; } = Ones(DeflateSymbols.Literals);

    /// <summary>Distances.</summary>
    public int[] Distances { get; } = Ones(DeflateSymbols.Distances);

    /// <inheritdoc />
    public void Literal(byte literal) => Literals[literal]++;

    /// <inheritdoc />
    public void Match(int length, int distance)
    {
        Literals[DeflateSymbols.OfLength(length).Symbol]++;
        Distances[DeflateSymbols.OfDistance(distance).Symbol]++;
    }

    private static int[] Ones(int length)
    {
        var ones = new int[length];
        Array.Fill(ones, 1);
        return ones;
    }
}

/// <summary>The code of one block of deflate (RFC 1951, 3.2.7), with the header that tells it.</summary>
internal sealed class DeflateCode
{
    private const int LongestCode = 15;
    private const int LongestOfLengths = 7;
    private const int LengthSymbols = 19;

    private static readonly int[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly HuffmanCode _distances;
    private readonly (ulong, int)[] _lengths;

    /// <param name="counts">How often each symbol is used; each at least once.</param>
    public DeflateCode(DeflateCounts counts)
    {
        Literals = new HuffmanCode(counts.Literals, LongestCode);
        _distances = new HuffmanCode(counts.Distances, LongestCode);
        _lengths = new (ulong, int)[DeflateSymbols.LongestMatch + 1];
        for (var length = 3; length < _lengths.Length; length++) _lengths[length] = LengthOf(length);
        Header = HeaderOf(Literals.Lengths, _distances.Lengths);
    }

    /// <summary>Code of literals, the end and lengths.</summary>
    public HuffmanCode Literals { get; }

    /// <summary>What stands before the block: that it is the last one, and its code.</summary>
    public BitRuns Header { get; }

    /// <summary>Bits of a length.</summary>
    public (ulong Bits, int Count) Length(int length) => _lengths[length];

    /// <summary>Bits of a distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (ulong Bits, int Count) Distance(int distance)
    {
        var (symbol, bits, value) = DeflateSymbols.OfDistance(distance);
        int length = _distances.Lengths[symbol];
        return (_distances.Codes[symbol] | ((ulong)value << length), length + bits);
    }

    private (ulong, int) LengthOf(int length)
    {
        var (symbol, bits, value) = DeflateSymbols.OfLength(length);
        int code = Literals.Lengths[symbol];
        return (Literals.Codes[symbol] | ((ulong)value << code), code + bits);
    }

    private static BitRuns HeaderOf(byte[] literals, byte[] distances)
    {
        byte[] lengths = [.. literals, .. distances];
        var runs = Runs(lengths);
        var counts = new int[LengthSymbols];
        foreach (var run in runs) counts[run & 31]++;
        var code = new HuffmanCode(counts, LongestOfLengths);
        var told = LengthSymbols;
        while (told > 4 && code.Lengths[LengthOrder[told - 1]] == 0) told--;
        var header = new BitRuns(4 + told + runs.Count);
        // the last block, with a code of its own
        header.Add(0b101, 3);
        header.Add((ulong)(literals.Length - 257), 5);
        header.Add((ulong)(distances.Length - 1), 5);
        header.Add((ulong)(told - 4), 4);
        for (var at = 0; at < told; at++) header.Add(code.Lengths[LengthOrder[at]], 3);
        foreach (var run in runs)
        {
            int length = code.Lengths[run & 31];
            header.Add(code.Codes[run & 31] | ((ulong)(run >> 8) << length), length + ((run >> 5) & 7));
        }

        return header;
    }

    /// <summary>
    /// Lengths as they are told: one by one, or the one before three to six times more. Symbol, number of further bits and their value,
    /// from the lowest bits on.
    /// </summary>
    private static List<int> Runs(byte[] lengths)
    {
        var runs = new List<int>(lengths.Length);
        for (var at = 0; at < lengths.Length;)
        {
            runs.Add(lengths[at]);
            var alike = 0;
            while (at + 1 + alike < lengths.Length && lengths[at + 1 + alike] == lengths[at]) alike++;
            at++;
            while (alike >= 3)
            {
                var told = Math.Min(alike, 6);
                runs.Add(16 | (2 << 5) | ((told - 3) << 8));
                (alike, at) = (alike - told, at + told);
            }
        }

        return runs;
    }
}

/// <summary>Bits one behind the other, up to 56 at a time.</summary>
/// <param name="room">How many times.</param>
internal sealed class BitRuns(int room)
{
    private readonly ulong[] _bits = new ulong[room];
    private readonly byte[] _counts = new byte[room];

    /// <summary>How many times bits were added.</summary>
    public int Length { get; private set; }

    /// <summary>Adds bits.</summary>
    public void Add(ulong bits, int count)
    {
        (_bits[Length], _counts[Length]) = (bits, (byte)count);
        Length++;
    }

    /// <summary>Tells them all.</summary>
    public void Tell(ref BitSink sink)
    {
        for (var at = 0; at < Length; at++) sink.Put(_bits[at], _counts[at]);
    }
}
