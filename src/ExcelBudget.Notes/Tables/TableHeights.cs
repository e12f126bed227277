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
                CellLines.Count(words, widths.AsSpan(first, span).ToArray().Sum() - CellMargins, frame.HalfPoints) * frame.Pitch) + Border;
        var rows = cells.Select(row => row.Select((words, column) => Height(words, column, 1)).Max()).ToArray();
        var heading = header.Sum(row => row.Where(cell => cell.Rows == 1).Select(cell => Height(cell.Title, cell.Column, cell.Columns))
            .DefaultIfEmpty(frame.RowHeight + Border).Max());
        return new TableHeights(widths, rows, heading + rows.Sum());
    }
}
