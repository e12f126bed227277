using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tables;

/// <summary>
/// Widths of a table's columns: the form's own proportions, widened where a figure or code would not fit on one line, at the
/// cost of the columns whose words can wrap.
/// </summary>
internal static class ColumnWidths
{
    private const int CellMargins = 190;
    private const int LongestKept = 18;

    /// <summary>Widths in twips; their sum is <paramref name="width"/>.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cells">What the columns print.</param>
    /// <param name="width">Width of the table in twips.</param>
    /// <param name="halfPoints">Size of the letters; half a Chinese character is five twips for each half point.</param>
    public static int[] Fit(FormDefinition form, IReadOnlyList<string[]> cells, int width, int halfPoints)
    {
        var declared = form.Columns.Sum(column => column.Width);
        var widths = form.Columns.Select(column => (int)(width * column.Width / declared)).ToArray();
        var needed = widths.Select((_, index) => Needed(form.Columns[index], cells, index, halfPoints)).ToArray();
        var missing = widths.Select((share, index) => Math.Max(0, needed[index] - share)).Sum();
        var spare = widths.Select((share, index) => Math.Max(0, share - needed[index])).ToArray();
        var scale = spare.Sum() == 0 ? 0d : Math.Min(1d, missing / (double)spare.Sum());
        for (var index = 0; index < widths.Length; index++) widths[index] = Math.Max(widths[index] - (int)(spare[index] * scale), needed[index]);
        return Normalise(widths, width);
    }

    private static int Needed(FormColumn column, IReadOnlyList<string[]> cells, int index, int halfPoints)
    {
        var longest = column.IsRowNumber ? 4 : 3;
        foreach (var row in cells) longest = Math.Max(longest, column.IsFigure ? row[index].Length : LongestWord(row[index]));
        return (Math.Min(longest, LongestKept) * halfPoints * 5) + CellMargins;
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
        var widest = Array.IndexOf(widths, widths.Max());
        widths[widest] += width - widths.Sum();
        return widths;
    }
}
