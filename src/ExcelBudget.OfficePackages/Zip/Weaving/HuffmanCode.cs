namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>A prefix code as deflate wants it: lengths of at most so many bits, codes given out in the order of the symbols.</summary>
internal sealed class HuffmanCode
{
    private const int MostSymbols = 1 << 10;

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
        var leaves = Leaves(counts);
        var perLength = new int[longest + 1];
        foreach (var depth in Depths(leaves)) perLength[Math.Clamp(depth, 1, longest)]++;
        Shorten(perLength, longest);
        // the most used symbols get the shortest codes
        var lengths = new byte[counts.Length];
        var at = longest;
        foreach (var leaf in leaves)
        {
            while (perLength[at] == 0) at--;
            lengths[leaf % MostSymbols] = (byte)at;
            perLength[at]--;
        }

        return lengths;
    }

    /// <summary>The symbols in use, each behind its count, the least used first.</summary>
    private static long[] Leaves(int[] counts)
    {
        var used = 0;
        foreach (var count in counts) used += count > 0 ? 1 : 0;
        var leaves = new long[used];
        for (var symbol = counts.Length - 1; symbol >= 0; symbol--)
        {
            if (counts[symbol] > 0) leaves[--used] = ((long)counts[symbol] * MostSymbols) + symbol;
        }

        Array.Sort(leaves);
        return leaves;
    }

    /// <summary>How deep each leaf hangs when always the two least used of all that is left are joined.</summary>
    private static int[] Depths(long[] leaves)
    {
        var nodes = Math.Max(0, leaves.Length - 1);
        var (weights, parents) = (new long[nodes], new int[leaves.Length + nodes]);
        var (leaf, joined) = (0, 0);
        for (var node = 0; node < nodes; node++)
        {
            weights[node] = Take(node) + Take(node);
        }

        var depths = new int[parents.Length];
        for (var at = parents.Length - 2; at >= 0; at--) depths[at] = depths[parents[at]] + 1;
        return depths[..leaves.Length];

        // of a leaf and a node as much used the leaf comes first
        long Take(int node)
        {
            var isLeaf = leaf < leaves.Length && (joined == node || leaves[leaf] / MostSymbols <= weights[joined]);
            parents[isLeaf ? leaf : leaves.Length + joined] = leaves.Length + node;
            return isLeaf ? leaves[leaf++] / MostSymbols : weights[joined++];
        }
    }

    /// <summary>Where codes were cut to the longest allowed there are too many of them: shorter ones are split until all fit.</summary>
    private static void Shorten(int[] perLength, int longest)
    {
        while (Room(perLength) > 1L << longest)
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

    private static long Room(int[] perLength)
    {
        var room = 0L;
        for (var length = 1; length < perLength.Length; length++) room += (long)perLength[length] << (perLength.Length - 1 - length);
        return room;
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
