namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>How often each symbol is used.</summary>
internal sealed class DeflateCounts : IPieceSink
{
    /// <summary>Literals, the end and lengths; each at least once, because any byte may stand in a hole.</summary>
    public int[] Literals { get; } = [.. Enumerable.Repeat(1, DeflateSymbols.Literals)];

    /// <summary>Distances.</summary>
    public int[] Distances { get; } = [.. Enumerable.Repeat(1, DeflateSymbols.Distances)];

    /// <inheritdoc />
    public void Literal(byte literal) => Literals[literal]++;

    /// <inheritdoc />
    public void Match(int length, int distance)
    {
        Literals[DeflateSymbols.OfLength(length).Symbol]++;
        Distances[DeflateSymbols.OfDistance(distance).Symbol]++;
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
        _lengths = [.. Enumerable.Range(0, DeflateSymbols.LongestMatch + 1).Select(length => length < 3 ? default : LengthOf(length))];
        Header = HeaderOf(Literals.Lengths, _distances.Lengths);
    }

    /// <summary>Code of literals, the end and lengths.</summary>
    public HuffmanCode Literals { get; }

    /// <summary>What stands before the block: that it is the last one, and its code.</summary>
    public (ulong Bits, int Count)[] Header { get; }

    /// <summary>Bits of a length.</summary>
    public (ulong Bits, int Count) Length(int length) => _lengths[length];

    /// <summary>Bits of a distance.</summary>
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

    private static (ulong, int)[] HeaderOf(byte[] literals, byte[] distances)
    {
        byte[] lengths = [.. literals, .. distances];
        var runs = Runs(lengths);
        var counts = new int[LengthSymbols];
        foreach (var (symbol, _, _) in runs) counts[symbol]++;
        var code = new HuffmanCode(counts, LongestOfLengths);
        var told = LengthSymbols;
        while (told > 4 && code.Lengths[LengthOrder[told - 1]] == 0) told--;
        return
        [
            // the last block, with a code of its own
            (0b101, 3),
            ((ulong)(literals.Length - 257), 5),
            ((ulong)(distances.Length - 1), 5),
            ((ulong)(told - 4), 4),
            .. LengthOrder.Take(told).Select(symbol => ((ulong)code.Lengths[symbol], 3)),
            .. runs.Select(run => (code.Codes[run.Symbol] | ((ulong)run.Value << code.Lengths[run.Symbol]),
                code.Lengths[run.Symbol] + run.Bits)),
        ];
    }

    /// <summary>Lengths as they are told: one by one, or the one before three to six times more.</summary>
    private static List<(int Symbol, int Bits, int Value)> Runs(byte[] lengths)
    {
        var runs = new List<(int, int, int)>();
        for (var at = 0; at < lengths.Length;)
        {
            runs.Add((lengths[at], 0, 0));
            var alike = 0;
            while (at + 1 + alike < lengths.Length && lengths[at + 1 + alike] == lengths[at]) alike++;
            at++;
            while (alike >= 3)
            {
                var told = Math.Min(alike, 6);
                runs.Add((16, 2, told - 3));
                (alike, at) = (alike - told, at + told);
            }
        }

        return runs;
    }
}
