using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>
/// 序号。The printed numbers of rows are not read, and are published all the same: what is no number there, or out of order, is told.
/// </summary>
internal static class RowNumbers
{
    /// <summary>One remark for a form, at the first number that is odd. Blank ones, as inserted rows have them, are none.</summary>
    public static void Report(FormDefinition form, FlatSheet sheet, FormHeader header, int last, ReadingLog log)
    {
        if (form.Columns.FirstOrDefault(column => column.IsRowNumber) is not { } column
            || !header.Columns.TryGetValue(column.Id, out var place)) return;
        var cells = Enumerable.Range(header.LastRow + 1, Math.Max(0, last - header.LastRow)).Select(row => sheet[row, place])
            .OfType<FlatCell>().Where(cell => cell.Text.Trim().Length > 0).ToArray();
        var odd = Odd(cells).ToArray();
        if (odd.Length == 0) return;
        Place At(FlatCell cell) =>
            new(sheet.Name, new CellReference(cell.Row, cell.Column).ToString(), new CellAddress(form.Id, default, column.Id));
        log.Add(RowFindings.NumberOdd.At(At(odd[0]), ("actual", odd[0].Text.Trim()), ("count", new FindingValue.Count(odd.Length)))
            with
        { Related = [.. odd.Skip(1).Select(At)] });
    }

    private static IEnumerable<FlatCell> Odd(FlatCell[] cells)
    {
        var above = 0;
        for (var at = 0; at < cells.Length; at++)
        {
            var number = Number(cells[at]);
            var below = cells.Skip(at + 1).Select(Number).FirstOrDefault(next => next is not null);
            // one too large for its place stands above a number that goes on from the row above
            if (number is not { } own || own <= above || (below is { } next && own > next && next > above)) yield return cells[at];
            else above = own;
        }
    }

    private static int? Number(FlatCell cell) =>
        int.TryParse(cell.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
