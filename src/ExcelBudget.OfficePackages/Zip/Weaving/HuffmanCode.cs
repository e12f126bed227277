namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>A prefix code as deflate wants it: lengths of at most so many bits, codes given out in the order of the symbols.</summary>
internal sealed class HuffmanCode
{
    /// <param name="counts">How often each symbol is used; symbols never used get no code.</param>
    /// <param name="longest">Most bits of a code.</param>
    public HuffmanCode(int[] counts, int longest)
    {
        Lengths = LengthsOf(counts, longest);
        Codes = CodesOf(Lengths, longest);
    }

    /// <summary>Bits of each symbol's code; 0 for none.</summary>
    public byte[] Lengths { get; }

    /// <summary>Each symbol's code, its first bit lowest, as it is written.</summary>
    public uint[] Codes { get; }

    private static byte[] LengthsOf(int[] counts, int longest)
    {
        var lengths = new byte[counts.Length];
        var queue = new PriorityQueue<int, (long Count, int Order)>();
        var parents = new List<int>();
        var symbols = new List<int>();
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            if (counts[symbol] == 0) continue;
            queue.Enqueue(symbols.Count, (counts[symbol], symbols.Count));
            symbols.Add(symbol);
            parents.Add(-1);
        }

        while (queue.Count > 1)
        {
            queue.TryDequeue(out var left, out var least);
            queue.TryDequeue(out var right, out var next);
            (parents[left], parents[right]) = (parents.Count, parents.Count);
            queue.Enqueue(parents.Count, (least.Count + next.Count, parents.Count));
            parents.Add(-1);
        }

        var depths = new int[parents.Count];
        for (var node = parents.Count - 2; node >= 0; node--) depths[node] = depths[parents[node]] + 1;
        var perLength = new int[longest + 1];
        for (var leaf = 0; leaf < symbols.Count; leaf++) perLength[Math.Clamp(depths[leaf], 1, longest)]++;
        Shorten(perLength, longest);
        // the most used symbols get the shortest codes
        var at = longest;
        foreach (var leaf in Enumerable.Range(0, symbols.Count).OrderBy(leaf => counts[symbols[leaf]]))
        {
            while (perLength[at] == 0) at--;
            lengths[symbols[leaf]] = (byte)at;
            perLength[at]--;
        }

        return lengths;
    }

    /// <summary>Where codes were cut to the longest allowed there are too many of them: shorter ones are split until all fit.</summary>
    private static void Shorten(int[] perLength, int longest)
    {
        long Room() => perLength.Select((count, length) => length == 0 ? 0L : (long)count << (longest - length)).Sum();
        while (Room() > 1L << longest)
        {
            perLength[longest]--;
            for (var length = longest - 1; length > 0; length--)
            {
                if (perLength[length] == 0) continue;
                perLength[length]--;
                perLength[length + 1] += 2;
                break;
            }
        }
    }

    private static uint[] CodesOf(byte[] lengths, int longest)
    {
        var codes = new uint[lengths.Length];
        var next = 0u;
        for (var length = 1; length <= longest; length++)
        {
            next <<= 1;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length) codes[symbol] = Reversed(next++, length);
            }
        }

        return codes;
    }

    private static uint Reversed(uint code, int length)
    {
        var reversed = 0u;
        for (var bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        return reversed;
    }
}
