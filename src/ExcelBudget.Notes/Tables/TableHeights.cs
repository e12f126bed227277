using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tables;

/// <summary>How wide and how high a table will be in one size.</summary>
/// <param name="Widths">Widths of its columns in twips.</param>
/// <param name="Rows">Heights of its rows below the heading in twips.</param>
/// <param name="Total">Height of the whole table in twips.</param>
internal sealed record TableHeights(int[] Widths, IReadOnlyList<int> Rows, int Total)
{
    private const int CellMargins = 160;
    private const int Border = 10;

    public static TableHeights Of(
        FormDefinition form, IReadOnlyList<string[]> cells, HeaderCell[][] header, int width, TableFrame frame,
        bool asDeclared)
    {
        var widths = ColumnWidths.Fit(form, cells, width, frame.HalfPoints, asDeclared);
        int Height(string words, int first, int span) =>
            Math.Max(
                frame.RowHeight,
                CellLines.Count(words, Width(widths, first, span) - CellMargins, frame.HalfPoints) * frame.Pitch) + Border;
        var rows = new int[cells.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < widths.Length; column++)
                rows[row] = Math.Max(rows[row], Height(cells[row][column], column, 1));
        }

        var heading = header.Sum(row => row.Where(cell => cell.Rows == 1).Select(cell => Height(cell.Title, cell.Column, cell.Columns))
            .DefaultIfEmpty(frame.RowHeight + Border).Max());
        return new TableHeights(widths, rows, heading + rows.Sum());
    }

    private static int Width(int[] widths, int first, int span)
    {
        var width = 0;
        for (var column = first; column < first + span; column++) width += widths[column];
        return width;
    }
}
