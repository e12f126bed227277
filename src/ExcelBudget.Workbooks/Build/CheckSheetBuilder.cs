using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes the 校验 sheet's frame: heading, counts, one prototype line.</summary>
internal static class CheckSheetBuilder
{
    /// <summary>Row of the prototype line in the template.</summary>
    public const int LineRow = 6;

    private static readonly (string Title, double Width)[] Columns =
    [
        ("序号", 6), ("类型", 7), ("表", 12), ("关系", 50), ("范围", 26), ("左边", 14), ("右边", 14), ("差额", 12), ("结论", 10), ("级别", 8), ("查看", 8),
    ];

    public static void Build(ExcelWorkbook workbook)
    {
        var sheet = workbook.Worksheets.Add(TemplateNames.CheckSheet);
        for (var index = 0; index < Columns.Length; index++) sheet.Column(index + 1).Width = Columns[index].Width;
        Heading(sheet);
        Line(sheet);
        Colours(sheet);
        sheet.View.FreezePanes(LineRow, 1);
        SheetSettings.Page(sheet, isPortrait: false, LineRow - 1, LineRow - 1);
        SheetSettings.Protect(sheet);
        sheet.TabColor = Look.CheckTab;
    }

    private static void Heading(ExcelWorksheet sheet)
    {
        var title = sheet.Cells[1, 1, 1, Columns.Length];
        title.Merge = true;
        sheet.Cells[1, 1].Value = "校 验";
        Look.Title(title);
        sheet.Row(1).Height = 34;
        var summary = sheet.Cells[2, 1, 2, Columns.Length];
        summary.Merge = true;
        Look.Cell(summary, ExcelHorizontalAlignment.Center);
        summary.Style.Font.Bold = true;
        sheet.Row(2).Height = 24;
        sheet.Workbook.Names.Add(TemplateNames.CheckSummary, sheet.Cells[2, 1]);
        var words = sheet.Cells[3, 1, 3, Columns.Length];
        words.Merge = true;
        sheet.Cells[3, 1].Value = "填表时自动校验。“尾差”是四舍五入造成的，不用处理；“不通过”的请点“查看”到相应单元格核对，级别为“错误”的必须改正，“疑点”请核实；“未检查”是因为需要的单元格里有文字或错误值。";
        Look.Guidance(words);
        sheet.Row(3).Height = 32;
        sheet.Row(4).Height = 6;
        for (var index = 0; index < Columns.Length; index++) sheet.Cells[LineRow - 1, index + 1].Value = Columns[index].Title;
        Look.Header(sheet.Cells[LineRow - 1, 1, LineRow - 1, Columns.Length]);
        sheet.Row(LineRow - 1).Height = 24;
    }

    private static void Line(ExcelWorksheet sheet)
    {
        Look.Cell(sheet.Cells[LineRow, 1, LineRow, 3], ExcelHorizontalAlignment.Center);
        Look.Cell(sheet.Cells[LineRow, 4, LineRow, 5], ExcelHorizontalAlignment.Left);
        Look.Cell(sheet.Cells[LineRow, 6, LineRow, 8], ExcelHorizontalAlignment.Right, isWrapped: false);
        sheet.Cells[LineRow, 6, LineRow, 8].Style.Numberformat.Format = Look.CheckFormat;
        Look.Cell(sheet.Cells[LineRow, 9, LineRow, 11], ExcelHorizontalAlignment.Center);
        var link = sheet.Cells[LineRow, 11].Style.Font;
        link.UnderLine = true;
        link.Color.SetColor(System.Drawing.Color.FromArgb(0x1F, 0x4E, 0x9E));
        sheet.Row(LineRow).Height = 21;
        sheet.Workbook.Names.Add(TemplateNames.CheckLines, sheet.Cells[LineRow, 1, LineRow, Columns.Length]);
    }

    /// <summary>不通过 red, as 疑点 and 尾差 amber, 未检查 and 不适用 grey; the forms' own colouring uses red and amber too.</summary>
    private static void Colours(ExcelWorksheet sheet)
    {
        var verdict = sheet.Cells[LineRow, 9];
        Colour(sheet, verdict, "AND($I6=\"不通过\",$J6=\"错误\")", System.Drawing.Color.FromArgb(0xFF, 0xC7, 0xCE), System.Drawing.Color.FromArgb(0x9C, 0x00, 0x06));
        Colour(sheet, verdict, "OR($I6=\"不通过\",$I6=\"尾差\")", System.Drawing.Color.FromArgb(0xFF, 0xEB, 0x9C), System.Drawing.Color.FromArgb(0x7F, 0x60, 0x00));
        Colour(sheet, verdict, "OR($I6=\"未检查\",$I6=\"不适用\")", System.Drawing.Color.FromArgb(0xE3, 0xE3, 0xE3), System.Drawing.Color.FromArgb(0x59, 0x59, 0x59));
    }

    private static void Colour(ExcelWorksheet sheet, ExcelAddress address, string formula, System.Drawing.Color fill, System.Drawing.Color font)
    {
        var rule = sheet.ConditionalFormatting.AddExpression(address);
        rule.Formula = formula;
        rule.Style.Fill.PatternType = ExcelFillStyle.Solid;
        rule.Style.Fill.BackgroundColor.Color = fill;
        rule.Style.Font.Color.Color = font;
    }
}
