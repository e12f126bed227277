namespace ExcelBudget.Notes.Tables;

/// <summary>Lines that words take in a cell. Chinese characters are as wide as their size, digits and Latin letters half of it.</summary>
internal static class CellLines
{
    /// <summary>Lines of a text; «\n» breaks.</summary>
    /// <param name="words">The words.</param>
    /// <param name="width">Width of a line in twips.</param>
    /// <param name="halfPoints">Size of the letters.</param>
    public static int Count(string words, int width, int halfPoints)
    {
        // most cells say less than a line
        if (words.Length * 10 * halfPoints <= width && !words.Contains('\n')) return 1;
        var (lines, used) = (1, 0);
        foreach (var symbol in words)
        {
            var wide = (symbol < '\u2000' ? 5 : 10) * halfPoints;
            if (symbol == '\n' || (used + wide > width && used > 0)) (lines, used) = (lines + 1, 0);
            if (symbol != '\n') used += wide;
        }

        return lines;
    }
}
