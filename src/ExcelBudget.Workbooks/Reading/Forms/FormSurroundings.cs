using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>
/// What stands on a form's sheet and is not where the form has its figures: amounts below or beside the table, figures that hidden
/// rows and columns keep from the reader, amounts in merged cells. Each is told once for a sheet.
/// </summary>
internal sealed class FormSurroundings(FormDefinition form, FlatSheet sheet, FormHeader header, int lastRow, ReadingLog log)
{
    private readonly Dictionary<int, FormColumn> _columns = header.Columns
        .Where(column => form.Column(column.Key) is { IsRowNumber: false })
        .DistinctBy(column => column.Value)
        .ToDictionary(column => column.Value, column => form.Column(column.Key)!);

    public void Report()
    {
        var (below, beside) = (new List<FlatCell>(), new List<FlatCell>());
        for (var row = header.LastRow + 1; row <= sheet.LastRow; row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                if (!IsTypedFigure(cell)) continue;
                if (!_columns.ContainsKey(cell.Column)) beside.Add(cell);
                else if (row > lastRow) below.Add(cell);
            }
        }

        ReportBelow([.. below]);
        ReportBeside([.. beside.Where(cell => !header.Columns.Values.Contains(cell.Column))]);
        ReportHidden();
        foreach (var merge in sheet.Merges) ReportMerged(merge);
    }

    private void ReportBelow(FlatCell[] cells)
    {
        if (cells.Length == 0) return;
        Add(SheetFindings.AmountBelow, cells, ("cells", Named(cells)));
    }

    private void ReportBeside(FlatCell[] cells)
    {
        if (cells.Length == 0) return;
        Add(SheetFindings.AmountBeside, cells, ("cells", Named(cells)));
    }

    private void ReportHidden()
    {
        // a form that not every unit prints is judged when the workbook is read: what the unit says of itself decides
        if (sheet.Visibility != SheetVisibility.Visible && form.When is null) Add(SheetFindings.SheetHidden, [], ("sheet", sheet.Name));
        if (!sheet.HidesCells) return;
        var cells = sheet.Cells.Where(cell =>
            cell.Row > header.LastRow && cell.Row <= lastRow && _columns.TryGetValue(cell.Column, out var column) && column.IsFigure
            && ShowsFigure(cell)).ToArray();
        var inRows = cells.Where(cell => sheet.IsRowHidden(cell.Row)).DistinctBy(cell => cell.Row).ToArray();
        if (inRows.Length > 0)
        {
            var kind = inRows.Length == 1 ? SheetFindings.RowHidden : SheetFindings.RowsHidden;
            Add(kind, inRows, ("row", new FindingValue.Count(inRows[0].Row)), ("count", new FindingValue.Count(inRows.Length)));
        }

        var inColumns = cells.Where(cell => sheet.IsColumnHidden(cell.Column)).DistinctBy(cell => cell.Column).ToArray();
        if (inColumns.Length == 0) return;
        var titles = string.Join("、", inColumns.Select(cell => $"“{_columns[cell.Column].Title}”"));
        Add(SheetFindings.ColumnsHidden, inColumns, ("columns", titles));
    }

    /// <summary>A merged area shows one figure where the form has several cells: nobody can tell whose it is.</summary>
    private void ReportMerged(CellRange merge)
    {
        if (merge.FirstRow <= header.LastRow || merge.LastRow > lastRow) return;
        // a note below the table is merged across it; an amount that is merged begins in a column of figures
        if (!_columns.TryGetValue(merge.FirstColumn, out var first) || first is not { IsFigure: true, IsMerged: false }) return;
        var shown = sheet.Text(merge.FirstRow, merge.FirstColumn).Trim();
        var place = new Place(sheet.Name, merge.TopLeft.ToString(), new CellAddress(form.Id, default, first.Id));
        log.Add((shown.Length == 0 ? SheetFindings.FigureMergedAway
            : SheetFindings.FigureMerged).At(place, ("range", merge.ToString()), ("actual", shown)) with
        { Related = [.. Swallowed(merge).Select(cell => new Place(sheet.Name, cell.ToString()))] });
    }

    /// <summary>The cells of a merged area but for the first, which has the figure.</summary>
    private static IEnumerable<CellReference> Swallowed(CellRange merge) =>
        from row in Enumerable.Range(merge.FirstRow, merge.LastRow - merge.FirstRow + 1)
        from column in Enumerable.Range(merge.FirstColumn, merge.LastColumn - merge.FirstColumn + 1)
        let cell = new CellReference(row, column)
        where cell != merge.TopLeft
        select cell;

    private static string Named(FlatCell[] cells) =>
        cells.Length == 1 ? $"单元格 {cells[0].Reference} " : $"单元格 {cells[0].Reference} 等 {cells.Length} 处";

    private void Add(FindingKind kind, FlatCell[] cells, params (string Slot, FindingValue? Value)[] values)
    {
        var places = cells.Select(cell =>
            new Place(sheet.Name, cell.Reference.ToString(),
            new CellAddress(form.Id, default, _columns.TryGetValue(cell.Column, out var column) ? column.Id : default))).ToArray();
        var place = places.FirstOrDefault() ?? new Place(sheet.Name, "A1", new CellAddress(form.Id, default, default));
        log.Add(kind.At(place, [.. values,
            ("actual", cells.Length == 0 ? null : cells[0].Text.Trim())]) with
        { Related = [.. places.Skip(1)] });
    }

    /// <summary>A number someone typed; formulas beside a table are scratch work or helpers and hide no amount.</summary>
    private static bool IsTypedFigure(FlatCell cell) =>
        cell is { Kind: FlatCellKind.Number, HasFormula: false, IsDateFormat: false } && cell.Number is not 0m;

    private static bool ShowsFigure(FlatCell cell) =>
        cell.HasFormula ? cell is { Kind: FlatCellKind.Number, Number: not 0m } : cell.Text.Trim().Length > 0 && cell.Number is not 0m;
}
