using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tables;

/// <summary>
/// Widths of a table's columns: the form's own proportions, but no figure or code is broken across lines, and words that would
/// wrap take what other columns do not need.
/// </summary>
internal static class ColumnWidths
{
    private const int CellMargins = 200;

    // widths in twips for each half point of size; digits are half as wide as Chinese characters, a little more in fall-back fonts
    private const int Latin = 6;
    private const int Chinese = 10;

    private const int LongestHeading = 4;
    private const int LongestKept = 18 * Latin;
    private const int NarrowestFigure = 4 * Chinese;
    private const int LongestChoice = 9;

    /// <summary>Widths in twips; their sum is <paramref name="width"/>.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cells">What the columns print.</param>
    /// <param name="width">Width of the table in twips.</param>
    /// <param name="halfPoints">Size of the letters in half points.</param>
    /// <param name="asDeclared">True to keep the form's proportions as far as they can hold, so that tables in a row look alike.</param>
    public static int[] Fit(FormDefinition form, IReadOnlyList<string[]> cells, int width, int halfPoints, bool asDeclared)
    {
        var declared = form.Columns.Sum(column => column.Width);
        var widths = new int[form.Columns.Count];
        var (needed, wanted) = (new int[widths.Length], new int[widths.Length]);
        for (var index = 0; index < widths.Length; index++)
        {
            var column = form.Columns[index];
            widths[index] = (int)(width * column.Width / declared);
            needed[index] = InTwips(Unbreakable(column, cells, index), halfPoints);
            if (!asDeclared) wanted[index] = Math.Max(needed[index], InTwips(OnOneLine(column, cells, index), halfPoints));
        }

        if (!asDeclared) Move(widths, from: wanted, to: wanted);
        Move(widths, from: needed, to: needed);
        return Normalise(widths, width);
    }

    /// <summary>
    /// Takes from columns wider than <paramref name="from"/> what those narrower than <paramref name="to"/> lack, in proportion.
    /// </summary>
    private static void Move(int[] widths, int[] from, int[] to)
    {
        var (spare, missing) = (0, 0);
        for (var index = 0; index < widths.Length; index++)
        {
            spare += Math.Max(0, widths[index] - from[index]);
            missing += Math.Max(0, to[index] - widths[index]);
        }

        var moved = Math.Min(spare, missing);
        if (moved == 0) return;
        var (given, taken) = (moved / (double)spare, moved / (double)missing);
        for (var index = 0; index < widths.Length; index++)
        {
            var (less, more) = (Math.Max(0, widths[index] - from[index]), Math.Max(0, to[index] - widths[index]));
            widths[index] += (int)(more * taken) - (int)(less * given);
        }
    }

    private static int InTwips(int letters, int halfPoints) => (letters * halfPoints) + CellMargins;

    private static int Unbreakable(FormColumn column, IReadOnlyList<string[]> cells, int index)
    {
        var longest = (column.IsFigure ? 1 : Math.Min(column.Title.Length, LongestHeading)) * Chinese;
        foreach (var row in cells)
        {
            longest = Math.Max(longest, Latin * (column.IsFigure ? row[index].Length : LongestWord(row[index])));
            // 满意度指标 is one word of the form, not to be torn
            if (column.Choices.Count > 0 && row[index].Length <= LongestChoice) longest = Math.Max(longest, Chinese * row[index].Length);
        }

        return Math.Min(longest, LongestKept);
    }

    private static int OnOneLine(FormColumn column, IReadOnlyList<string[]> cells, int index)
    {
        var longest = column.IsFigure ? NarrowestFigure : 2 * Chinese;
        foreach (var row in cells)
        {
            var wide = 0;
            foreach (var symbol in row[index]) wide += symbol < '\u2000' ? Latin : Chinese;
            longest = Math.Max(longest, wide);
        }

        return longest;
    }

    /// <summary>Length of the longest stretch that cannot wrap: Latin letters and digits.</summary>
    private static int LongestWord(string text)
    {
        var (longest, current) = (0, 0);
        foreach (var symbol in text)
        {
            current = symbol is > ' ' and < '\u2000' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static int[] Normalise(int[] widths, int width)
    {
        var sum = widths.Sum();
        if (sum > width) widths = Array.ConvertAll(widths, share => (int)((long)share * width / sum));
        widths[Array.IndexOf(widths, widths.Max())] += width - widths.Sum();
        return widths;
    }
}
