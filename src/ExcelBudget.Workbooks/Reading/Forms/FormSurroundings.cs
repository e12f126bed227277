using ExcelBudget.Domain.Findings;
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

    /// <summary>Reports everything.</summary>
    public void Report()
    {
        var numbers = sheet.Cells.Where(cell => cell.Row > header.LastRow && IsTypedFigure(cell)).ToArray();
        ReportBelow([.. numbers.Where(cell => cell.Row > lastRow && _columns.ContainsKey(cell.Column))]);
        ReportBeside([.. numbers.Where(cell => !_columns.ContainsKey(cell.Column) && !header.Columns.Values.Contains(cell.Column))]);
        ReportHidden();
        foreach (var merge in sheet.Merges) ReportMerged(merge);
    }

    private void ReportBelow(FlatCell[] cells)
    {
        if (cells.Length == 0) return;
        Add("STRUCTURE-OUTSIDE", Severity.Error, cells,
            $"表格下面的{Named(cells)}填了 {cells[0].Text.Trim()}，不在表内，没有计入。请把金额填到表内相应的行（需要时在表内插入行）；不需要的请清空。");
    }

    private void ReportBeside(FlatCell[] cells)
    {
        if (cells.Length == 0) return;
        Add("STRUCTURE-OUTSIDE", Severity.Warning, cells,
            $"表格旁边的{Named(cells)}填了 {cells[0].Text.Trim()}，不属于表中任何一栏，没有计入。应计入的请填到相应的栏；只是草稿的请删除，以免一并公开。");
    }

    private void ReportHidden()
    {
        if (sheet.Visibility != SheetVisibility.Visible)
        {
            Add("STRUCTURE-HIDDEN", Severity.Warning, [], $"工作表“{sheet.Name}”被隐藏了，其中的数仍然参加检查。请取消隐藏，核对后再报送。");
        }

        var cells = sheet.Cells.Where(cell => cell.Row > header.LastRow && cell.Row <= lastRow && _columns.TryGetValue(cell.Column, out var column) && column.IsFigure && ShowsFigure(cell)).ToArray();
        var inRows = cells.Where(cell => sheet.IsRowHidden(cell.Row)).DistinctBy(cell => cell.Row).ToArray();
        if (inRows.Length > 0)
        {
            Add("STRUCTURE-HIDDEN", Severity.Warning, inRows,
                $"第 {inRows[0].Row} 行{(inRows.Length > 1 ? $"等 {inRows.Length} 行" : "")}被隐藏（也可能是筛选造成的），其中的数仍计入合计，公开时却看不见。请清除筛选、取消隐藏，再核对这些行。");
        }

        var inColumns = cells.Where(cell => sheet.IsColumnHidden(cell.Column)).DistinctBy(cell => cell.Column).ToArray();
        if (inColumns.Length == 0) return;
        var titles = string.Join("、", inColumns.Select(cell => $"“{_columns[cell.Column].Title}”"));
        Add("STRUCTURE-HIDDEN", Severity.Warning, inColumns, $"{titles}栏被隐藏，其中的数仍计入合计，公开时却看不见。请取消隐藏，再核对这些数。");
    }

    /// <summary>A merged area shows one figure where the form has several cells: nobody can tell whose it is.</summary>
    private void ReportMerged(CellRange merge)
    {
        if (merge.FirstRow <= header.LastRow || merge.LastRow > lastRow) return;
        // a note below the table is merged across it; an amount that is merged begins in a column of figures
        if (!_columns.TryGetValue(merge.FirstColumn, out var first) || first is not { IsFigure: true, IsMerged: false }) return;
        var shown = sheet.Text(merge.FirstRow, merge.FirstColumn).Trim();
        log.Add("STRUCTURE-MERGED", Category.StructureChanged, Severity.Error,
            $"填数的单元格 {merge} 被合并了，{(shown.Length == 0 ? "其中的数已丢失" : $"{shown} 只计入左上角一格")}。请取消合并，逐格填写。",
            new Place(sheet.Name, merge.TopLeft.ToString(), new CellAddress(form.Id, default, first.Id)), shown);
    }

    private static string Named(FlatCell[] cells) => cells.Length == 1 ? $"单元格 {cells[0].Reference} " : $"单元格 {cells[0].Reference} 等 {cells.Length} 处";

    private void Add(string rule, Severity severity, FlatCell[] cells, string message)
    {
        var places = cells.Select(cell => new Place(sheet.Name, cell.Reference.ToString(), new CellAddress(form.Id, default, _columns.TryGetValue(cell.Column, out var column) ? column.Id : default))).ToArray();
        log.Add(rule, Category.StructureChanged, severity, message, places.FirstOrDefault() ?? new Place(sheet.Name, "A1", new CellAddress(form.Id, default, default)),
            cells.Length == 0 ? null : cells[0].Text.Trim(), related: [.. places.Skip(1)]);
    }

    /// <summary>A number someone typed; formulas beside a table are scratch work or helpers and hide no amount.</summary>
    private static bool IsTypedFigure(FlatCell cell) => cell is { Kind: FlatCellKind.Number, HasFormula: false, IsDateFormat: false } && cell.Number is not 0m;

    private static bool ShowsFigure(FlatCell cell) => cell.HasFormula ? cell is { Kind: FlatCellKind.Number, Number: not 0m } : cell.Text.Trim().Length > 0 && cell.Number is not 0m;
}
