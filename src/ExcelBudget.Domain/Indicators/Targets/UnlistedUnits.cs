using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// 600发, 24炷: a figure and a unit that no list knows. Among other words nothing tells it from a name that holds a figure; in a column of
/// targets it is one.
/// </summary>
internal static class UnlistedUnits
{
    private const int LongestUnit = 2;
    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789.,");

    /// <summary>Figure and unit of a stretch that holds nothing else; null for other words, and for 0投诉, which is a result.</summary>
    public static (string Value, string Unit)? Read(string text, int start, int end)
    {
        var said = text.AsSpan(start, end - start);
        var digits = said.IndexOfAnyExcept(Figures);
        if (digits <= 0 || !char.IsAsciiDigit(said[digits - 1]) || said[..digits] is "0") return null;
        var unit = said[digits..];
        return unit.Length <= LongestUnit && TextScan.IsHan(unit[0]) && TextScan.IsHan(unit[^1])
            ? (said[..digits].ToString(), unit.ToString()) : null;
    }

    /// <summary>True for a figure and one sign: two may be the beginning of a name (110接警).</summary>
    public static bool IsFigure(string text, int start, int end) =>
        Read(text, start, end) is { Unit.Length: 1 };
}
