using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tables;

/// <summary>A cell of a form's merged heading.</summary>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="Columns">How many columns it covers.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="Title">Its words, with {year} slots.</param>
internal sealed record HeaderCell(int Row, int Column, int Columns, int Rows, string Title);

/// <summary>The heading of a form as rows of cells: groups over their columns, a column's title down to the last row, then 栏次.</summary>
internal static class HeaderCells
{
    /// <summary>The cells of each row, from left to right; a merged cell stands in its first row only.</summary>
    public static IReadOnlyList<IReadOnlyList<HeaderCell>> Of(FormDefinition form)
    {
        var depth = form.Columns.Max(column => column.Groups.Count) + 1;
        var rows = Enumerable.Range(0, depth).Select(row => (IReadOnlyList<HeaderCell>)[.. Row(form, row, depth)]).ToList();
        if (form.PrintsColumnNumbers)
            rows.Add([.. form.Columns.Select(
            (column, index) => new HeaderCell(depth, index, 1, 1, form.NumberOf(column)))]);
        return rows;
    }

    private static IEnumerable<HeaderCell> Row(FormDefinition form, int row, int depth)
    {
        for (var column = 0; column < form.Columns.Count; column++)
        {
            var groups = form.Columns[column].Groups;
            if (row == groups.Count)
            {
                yield return new HeaderCell(row, column, 1, depth - row, form.Columns[column].Title);
            }
            else if (row < groups.Count)
            {
                var width = 1;
                while (column + width < form.Columns.Count && SharesGroup(groups, form.Columns[column + width].Groups, row)) width++;
                yield return new HeaderCell(row, column, width, 1, groups[row]);
                column += width - 1;
            }
        }
    }

    private static bool SharesGroup(IReadOnlyList<string> groups, IReadOnlyList<string> others, int row) =>
        others.Count > row && groups.Take(row + 1).SequenceEqual(others.Take(row + 1));
}
