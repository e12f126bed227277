namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// How much room a text takes, estimated without fonts: a Chinese character is two units wide, any other one. There is no font engine on a server,
/// and the accountant's machine has other fonts than ours anyway.
/// </summary>
internal static class TextMetrics
{
    /// <summary>Width of the longest line in units.</summary>
    public static int Width(string text) => text.Split('\n').Max(line => line.Sum(Units));

    /// <summary>Number of lines when wrapped at <paramref name="width"/> units.</summary>
    public static int Lines(string text, int width) => text.Split('\n').Sum(line => LinesOf(line, Math.Max(2, width)));

    private static int LinesOf(string line, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var character in line)
        {
            var units = Units(character);
            if (used + units > width)
            {
                lines++;
                used = 0;
            }

            used += units;
        }

        return lines;
    }

    // from Hangul Jamo on nearly everything is full width; so are the quotes, dashes and signs that Chinese fonts draw wide
    private static int Units(char character) => character >= 0x1100 || character is '“' or '”' or '‘' or '’' or '—' or '…' or '×' or '÷' or '±' ? 2 : 1;
}
