using System.Buffers;

namespace ExcelBudget.Workbooks;

/// <summary>
/// How much room text needs. There is no font engine on a server: East Asian characters count two, others one, in units of the
/// default font's digit width, which is what Excel's column width counts.
/// </summary>
public static class TextMetrics
{
    /// <summary>Height of a line of 11 pt text in points; fonts that stand in for 宋体 need up to 16.</summary>
    public const double LineHeight = 16;

    /// <summary>The highest row Excel allows, in points.</summary>
    public const double HighestRow = 409;

    private const int WidestSign = 2;

    // what ends a line for the framework, and no other sign
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    /// <summary>Width of a text's longest line in column-width units.</summary>
    public static int Width(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var width = 0;
            foreach (var symbol in line) width += Units(symbol);
            longest = Math.Max(longest, width);
        }

        return longest;
    }

    /// <summary>Lines a wrapped text takes in a column of the given width.</summary>
    public static int Lines(string text, double width)
    {
        // cell padding takes about one unit, and no line is filled to its last
        return LinesWithin(text, Math.Max(2, (int)(width - 1.5)));
    }

    /// <summary>Lines a text takes when wrapped at so many units.</summary>
    public static int LinesWithin(string text, int room)
    {
        // most texts fit on their line however wide their signs are
        if (text.Length <= room / WidestSign && text.AsSpan().IndexOfAny(LineEnds) < 0) return 1;
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines()) lines += LinesOf(line, Math.Max(WidestSign, room));
        return lines;
    }

    private static int LinesOf(ReadOnlySpan<char> line, int room)
    {
        var (lines, used) = (1, 0);
        foreach (var symbol in line)
        {
            var units = Units(symbol);
            if (used + units > room) (lines, used) = (lines + 1, 0);
            used += units;
        }

        return lines;
    }

    // from Hangul Jamo on nearly everything is full width; so are the quotes, dashes and signs that Chinese fonts draw wide
    private static int Units(char symbol) => symbol >= 0x1100 || symbol is '×' or '÷' or '±' ? 2 : 1;

    /// <summary>Height of a row in points that shows so many lines.</summary>
    public static double Height(int lines) => Math.Min(HighestRow, Math.Max(1, lines) * LineHeight + 5);
}
