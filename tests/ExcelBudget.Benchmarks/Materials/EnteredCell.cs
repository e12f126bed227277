using System.Globalization;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>A cell that the dataset enters: a figure or a text.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Cell">Place on the sheet, such as «D9».</param>
/// <param name="Number">The figure as the sheet holds it; null for a text.</param>
/// <param name="Text">The text; the figure's digits for a figure.</param>
internal sealed record EnteredCell(string Sheet, string Cell, decimal? Number, string Text)
{
    private const char Field = '\u001F';
    private const char Record = '\u001E';

    /// <summary>Writes cells to a file.</summary>
    public static void Write(string path, IEnumerable<EnteredCell> cells) =>
        File.WriteAllText(
            path, string.Join(
            Record, cells.Select(cell => string.Join(Field, cell.Sheet, cell.Cell, cell.Number is null ? "t" : "n", cell.Text))));

    /// <summary>Reads cells from a file.</summary>
    public static IReadOnlyList<EnteredCell> Read(string path) => [.. File.ReadAllText(path).Split(Record).Select(Parse)];

    private static EnteredCell Parse(string line)
    {
        var fields = line.Split(Field);
        decimal? number = fields[2] == "n" ? decimal.Parse(fields[3], NumberStyles.Float, CultureInfo.InvariantCulture) : null;
        return new EnteredCell(fields[0], fields[1], number, fields[3]);
    }
}
