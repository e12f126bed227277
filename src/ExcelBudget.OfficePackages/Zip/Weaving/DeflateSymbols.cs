namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>Lengths and distances as deflate names them (RFC 1951, 3.2.5): a symbol and the bits behind it.</summary>
internal static class DeflateSymbols
{
    /// <summary>Literals, the end of a block and lengths.</summary>
    public const int Literals = 286;

    /// <summary>Distances.</summary>
    public const int Distances = 30;

    /// <summary>The end of a block.</summary>
    public const int End = 256;

    /// <summary>Longest match.</summary>
    public const int LongestMatch = 258;

    /// <summary>Farthest match.</summary>
    public const int Window = 32_768;

    private const int FirstLength = 257;

    private static readonly int[] LengthStarts =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static readonly int[] DistanceStarts =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289,
            16385, 24577];

    private static readonly byte[] LengthSymbols = [.. Enumerable.Range(0, LongestMatch + 1).Select(length =>
        (byte)Math.Max(0, Array.FindLastIndex(LengthStarts, start => start <= length)))];

    // distances up to 256 one by one, those beyond by their 128s: no two symbols share one of these
    private static readonly byte[] NearSymbols = [.. Enumerable.Range(1, 256).Select(SymbolOf)];
    private static readonly byte[] FarSymbols = [.. Enumerable.Range(0, 256).Select(part => SymbolOf((part << 7) + 1))];

    /// <summary>A length as symbol, further bits and their value.</summary>
    public static (int Symbol, int Bits, int Value) OfLength(int length)
    {
        var symbol = LengthSymbols[length];
        return (FirstLength + symbol, LengthBits[symbol], length - LengthStarts[symbol]);
    }

    /// <summary>A distance as symbol, further bits and their value.</summary>
    public static (int Symbol, int Bits, int Value) OfDistance(int distance)
    {
        int symbol = distance <= 256 ? NearSymbols[distance - 1] : FarSymbols[(distance - 1) >> 7];
        return (symbol, symbol < 4 ? 0 : (symbol >> 1) - 1, distance - DistanceStarts[symbol]);
    }

    private static byte SymbolOf(int distance) => (byte)Array.FindLastIndex(DistanceStarts, start => start <= distance);
}
