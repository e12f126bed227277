using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>
/// 打印区域。Spreadsheet programs move a print area down when a row is inserted above its first one, and keep one that was set by hand
/// whatever is added below: what a published form then does not print is told.
/// </summary>
internal static class PrintedAreas
{
    private const string PrintArea = "_xlnm.Print_Area";

    /// <summary>Tells the rows of a form that its print area leaves out; nothing where the sheet has none, or several.</summary>
    public static void Report(FoundForm found, FlatWorkbook workbook, ReadingLog log)
    {
        var (form, sheet) = (found.Form, found.Sheet);
        if (!form.Published || sheet.Visibility != SheetVisibility.Visible || found.TitleRow == 0) return;
        if (AreaOf(sheet, workbook) is not { } area) return;
        var above = Cells(sheet, 1, Math.Min(found.TitleRow, area.FirstRow) - 1)
            .Where(cell => IsTyped(cell) && !IsStatus(form, cell, workbook)).ToArray();
        if (above.Length > 0) Add(SheetFindings.NotPrinted, above);
        var region = log.Regions.Find(region => region.Sheet == sheet && region.Form.Id == form.Id);
        if (region is null || area.FirstRow > region.FirstRow || area.LastRow >= region.LastRow) return;
        var outside = Cells(sheet, Math.Max(region.FirstRow, area.LastRow + 1), region.LastRow)
            .Where(cell => region.Columns.TryGetValue(cell.Column, out var column)
            && column is { IsFigure: true, IsHidden: false } && cell is { Kind: FlatCellKind.Number, Number: not 0m }).ToArray();
        if (outside.Length > 0) Add(SheetFindings.FiguresNotPrinted, outside);

        void Add(FindingKind kind, FlatCell[] cells) => log.Add(kind.At(
            new Place(sheet.Name, cells[0].Reference.ToString(), new CellAddress(form.Id, default, default)),
            ("rows", Rows(cells)), ("actual", cells[0].Text.Trim())));
    }

    private static NamedArea? AreaOf(FlatSheet sheet, FlatWorkbook workbook)
    {
        foreach (var name in workbook.Names)
        {
            if (name.Name == PrintArea && name.Sheet == sheet.Name) return AreaText.Parse(name.Value);
        }

        return null;
    }

    private static IEnumerable<FlatCell> Cells(FlatSheet sheet, int firstRow, int lastRow)
    {
        for (var row = firstRow; row <= lastRow; row++)
        {
            for (var at = 0; at < sheet.Row(row).Length; at++) yield return sheet.Row(row)[at];
        }
    }

    private static string Rows(FlatCell[] cells)
    {
        var (first, last) = (cells.Min(cell => cell.Row), cells.Max(cell => cell.Row));
        return first == last ? $"第 {first} 行" : $"第 {first}—{last} 行";
    }

    private static bool IsTyped(FlatCell cell) => !cell.HasFormula && !string.IsNullOrWhiteSpace(cell.Text);

    /// <summary>The state of the form's checks is not to be printed.</summary>
    private static bool IsStatus(FormDefinition form, FlatCell cell, FlatWorkbook workbook) => workbook.Names
        .Where(name => name.Name == TemplateNames.Status(form.Id)).Select(name => AreaText.Parse(name.Value))
        .Any(area => area is not null && area.FirstRow == cell.Row);
}
