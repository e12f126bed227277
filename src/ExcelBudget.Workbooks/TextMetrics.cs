namespace ExcelBudget.Workbooks;

/// <summary>
/// How much room text needs. There is no font engine on a server: East Asian characters count two, others one, in units of the
/// default font's digit width, which is what Excel's column width counts.
/// </summary>
public static class TextMetrics
{
    /// <summary>Height of a line of 11 pt text in points.</summary>
    public const double LineHeight = 15;

    /// <summary>The highest row Excel allows, in points.</summary>
    public const double HighestRow = 409;

    /// <summary>Width of a text in column-width units.</summary>
    public static int Units(ReadOnlySpan<char> text)
    {
        var units = 0;
        foreach (var symbol in text) units += symbol < 0x2000 ? 1 : 2;
        return units;
    }

    /// <summary>Lines a wrapped text takes in a column of the given width.</summary>
    public static int Lines(string text, double width)
    {
        // characters do not break evenly, and cell padding takes about one unit
        var room = Math.Max(2, width - 1.5);
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines()) lines += Math.Max(1, (int)Math.Ceiling(Units(line) / room));
        return lines;
    }

    /// <summary>Height of a row in points that shows so many lines.</summary>
    public static double Height(int lines) => Math.Min(HighestRow, Math.Max(1, lines) * LineHeight + 6);
}
