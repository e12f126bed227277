using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>The lines of a workbook's 校验 sheet as anyone reads them.</summary>
internal sealed record CheckSheetLine(int Number, string Forms, string Title, string Column, string Verdict)
{
    public static IReadOnlyList<CheckSheetLine> Of(FlatWorkbook workbook)
    {
        var sheet = workbook.Sheet("校验")!;
        var top = sheet.Cells.First(cell => cell is { Column: 1, Text: "序号" }).Row;
        return
        [
            .. Enumerable.Range(top + 1, sheet.LastRow - top)
                .Where(row => sheet[row, 1]?.Number is not null)
                .Select(row => new CheckSheetLine((int)sheet[row, 1]!.Number!.Value, Text(sheet, row, 3), Text(sheet, row, 4), Text(sheet, row, 5), Text(sheet, row, 9))),
        ];
    }

    private static string Text(FlatSheet sheet, int row, int column) => sheet[row, column]?.Text ?? "";
}
