using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>The lines of a workbook's 校验 sheet as anyone reads them.</summary>
internal sealed record CheckSheetLine(
    int Number, string Forms, string Title, string Scope, decimal? Left, decimal? Right, decimal? Gap, string Verdict, string LeftCell)
{
    private const int VerdictColumn = 9;

    /// <summary>All lines, below the list of what is to be mended.</summary>
    public static IReadOnlyList<CheckSheetLine> Of(FlatWorkbook workbook) => Of(workbook, Tops(workbook)[^1]);

    /// <summary>The list of what is to be mended.</summary>
    public static IReadOnlyList<CheckSheetLine> TopOf(FlatWorkbook workbook) => Of(workbook, Tops(workbook)[0]);

    private static int[] Tops(FlatWorkbook workbook) =>
        [.. workbook.Sheet("校验")!.Cells.Where(cell => cell is { Column: 1, Text: "序号" }).Select(cell => cell.Row)];

    private static List<CheckSheetLine> Of(FlatWorkbook workbook, int top)
    {
        var sheet = workbook.Sheet("校验")!;
        return
        [
            .. Enumerable.Range(top + 1, sheet.LastRow - top)
                .TakeWhile(row => sheet[row, 1]?.Number is not null)
                .Select(row => new CheckSheetLine(
                    (int)sheet[row, 1]!.Number!.Value, Text(sheet, row, 3), Text(sheet, row, 4), Text(sheet, row, 5),
                    Figure(sheet, row, 6), Figure(sheet, row, 7), Figure(sheet, row, 8), Text(sheet, row, VerdictColumn),
                        Text(sheet, row, 11))),
        ];
    }

    private static decimal? Figure(FlatSheet sheet, int row, int column) =>
        sheet[row, column]?.Number is { } number ? decimal.Round(number, 6) : null;

    private static string Text(FlatSheet sheet, int row, int column) => sheet[row, column]?.Text ?? "";
}
