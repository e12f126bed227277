namespace ExcelBudget.Notes.Pages;

/// <summary>How many lines words take. Chinese characters are as wide as their size, digits and Latin letters half of it.</summary>
internal static class TextLines
{
    /// <summary>Lines of a text; «\n» breaks.</summary>
    /// <param name="text">The words.</param>
    /// <param name="width">Width of a line in twips.</param>
    /// <param name="firstLine">Indentation of the first line.</param>
    /// <param name="halfPoints">Size of the letters.</param>
    public static int Count(ReadOnlySpan<char> text, int width, int firstLine, int halfPoints)
    {
        // most cells and many paragraphs say less than a line
        if (firstLine + (text.Length * 10 * halfPoints) <= width && firstLine >= 0 && text.IndexOf('\n') < 0) return 1;
        var lines = 1;
        var used = firstLine;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\n')
            {
                (lines, used, at) = (lines + 1, 0, at + 1);
                continue;
            }

            var length = Unbreakable(text, at);
            var wide = Width(text.Slice(at, length), halfPoints);
            if (used + wide > width && used > 0) (lines, used) = (lines + 1, 0);
            // a figure longer than the line is broken where it ends
            lines += Math.Max(0, (used + wide - 1) / width);
            used = (used + wide) % (width + 1);
            at += length;
        }

        return lines;
    }

    /// <summary>How wide words are on one line, in twips.</summary>
    public static int Width(ReadOnlySpan<char> words, int halfPoints)
    {
        var wide = 0;
        foreach (var symbol in words) wide += symbol < '\u2000' ? 5 : 10;
        return wide * halfPoints;
    }

    private static int Unbreakable(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is > ' ' and < '\u2000') end++;
        return Math.Max(1, end - at);
    }
}
