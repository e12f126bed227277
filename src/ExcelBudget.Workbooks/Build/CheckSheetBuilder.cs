using System.Drawing;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes the 校验 sheet's frame: heading, counts, the list of what is to be mended, one prototype line.</summary>
internal static class CheckSheetBuilder
{
    private const int TopHeadingRow = 5;
    private const int TopRow = TopHeadingRow + 2;
    private const int LinesHeadingRow = TopRow + HelperSheet.TopLines + 1;

    /// <summary>Row of the prototype line in the template.</summary>
    public const int LineRow = LinesHeadingRow + 2;

    private static readonly Color Red = Color.FromArgb(0xFF, 0xC7, 0xCE);
    private static readonly Color DarkRed = Color.FromArgb(0x9C, 0x00, 0x06);
    private static readonly Color Amber = Color.FromArgb(0xFF, 0xEB, 0x9C);
    private static readonly Color DarkAmber = Color.FromArgb(0x7F, 0x60, 0x00);
    private static readonly Color Grey = Color.FromArgb(0xE3, 0xE3, 0xE3);
    private static readonly Color DarkGrey = Color.FromArgb(0x59, 0x59, 0x59);

    private static int Width => CheckColumns.All.Count;

    public static void Build(ExcelWorkbook workbook)
    {
        var sheet = workbook.Worksheets.Add(TemplateNames.CheckSheet);
        foreach (var (column, _, width) in CheckColumns.All) sheet.Column((int)column).Width = width;
        Heading(sheet);
        Section(sheet, TopHeadingRow, "需要处理的");
        sheet.Workbook.Names.Add(TemplateNames.CheckTopHeading, sheet.Cells[TopHeadingRow, 1]);
        Titles(sheet, TopHeadingRow + 1);
        Section(sheet, LinesHeadingRow, "全部校验关系（可以筛选）");
        Titles(sheet, LineRow - 1);
        Line(sheet.Cells[LineRow, 1, LineRow, Width]);
        sheet.Row(LineRow).Height = 21;
        sheet.Workbook.Names.Add(TemplateNames.CheckLines, sheet.Cells[LineRow, 1, LineRow, Width]);
        Colours(sheet, LineRow, LineRow);
        Top(sheet);
        sheet.Cells[LineRow - 1, 1, LineRow, Width].AutoFilter = true;
        sheet.View.FreezePanes(3, 1);
        SheetSettings.Page(sheet, isPortrait: false, LineRow - 1, LineRow - 1);
        SheetSettings.DoNotPrint(sheet, Width);
        SheetSettings.Protect(sheet);
        sheet.TabColor = Look.CheckTab;
    }

    private static void Heading(ExcelWorksheet sheet)
    {
        Merged(sheet, 1, 34, Look.Title).Value = "校 验";
        var summary = Merged(sheet, 2, 24, cells => Look.Cell(cells, ExcelHorizontalAlignment.Center));
        summary.Style.Font.Bold = true;
        sheet.Workbook.Names.Add(TemplateNames.CheckSummary, summary);
        Merged(sheet, 3, 32, Look.Guidance).Value = "填表时自动校验。差额是左边减右边，一条关系涉及许多行时，显示差得最多的一行。“尾差”是四舍五入造成的，不用处理；" +
            "“不通过”的请点单元格名称去核对，级别为“错误”的必须改正，“疑点”请核实；“未检查”是因为需要的单元格里有文字或错误值，或者插入的行太多；“未填”是相关的表都还没有数。";
        sheet.Row(4).Height = 6;
    }

    private static ExcelRange Merged(ExcelWorksheet sheet, int row, double height, Action<ExcelRange> look)
    {
        var cells = sheet.Cells[row, 1, row, Width];
        cells.Merge = true;
        look(cells);
        sheet.Row(row).Height = height;
        return sheet.Cells[row, 1];
    }

    private static void Section(ExcelWorksheet sheet, int row, string words)
    {
        sheet.Row(row - 1).Height = 8;
        Merged(sheet, row, 22, Look.Section).Value = words;
    }

    private static void Titles(ExcelWorksheet sheet, int row)
    {
        foreach (var (column, title, _) in CheckColumns.All) sheet.Cells[row, (int)column].Value = title;
        Look.Header(sheet.Cells[row, 1, row, Width]);
        sheet.Row(row).Height = 22;
    }

    private static void Line(ExcelRange cells)
    {
        var sheet = cells.Worksheet;
        ExcelRange Columns(CheckColumn first, CheckColumn last) => sheet.Cells[cells.Start.Row, (int)first, cells.End.Row, (int)last];
        Look.Cell(Columns(CheckColumn.Number, CheckColumn.Forms), ExcelHorizontalAlignment.Center);
        Look.Cell(Columns(CheckColumn.Title, CheckColumn.Scope), ExcelHorizontalAlignment.Left);
        Look.Cell(Columns(CheckColumn.Left, CheckColumn.Gap), ExcelHorizontalAlignment.Right, isWrapped: false);
        Columns(CheckColumn.Left, CheckColumn.Gap).Style.Numberformat.Format = Look.CheckFormat;
        Look.Cell(Columns(CheckColumn.Verdict, CheckColumn.RightCell), ExcelHorizontalAlignment.Center, isWrapped: false);
        var links = Columns(CheckColumn.LeftCell, CheckColumn.RightCell).Style.Font;
        links.UnderLine = true;
        links.Color.SetColor(Color.FromArgb(0x1F, 0x4E, 0x9E));
    }

    /// <summary>The list of what is to be mended: rows with pale lines until something stands in them.</summary>
    private static void Top(ExcelWorksheet sheet)
    {
        var last = TopRow + HelperSheet.TopLines - 1;
        var cells = sheet.Cells[TopRow, 1, last, Width];
        Line(cells);
        // what a row lists changes while people type and its height does not: long words are written smaller
        cells.Style.WrapText = false;
        cells.Style.ShrinkToFit = true;
        foreach (var side in new[] { cells.Style.Border.Left, cells.Style.Border.Right }) side.Style = ExcelBorderStyle.None;
        foreach (var side in new[] { cells.Style.Border.Top, cells.Style.Border.Bottom })
        {
            side.Style = ExcelBorderStyle.Hair;
            side.Color.SetColor(Grey);
        }

        for (var row = TopRow; row <= last; row++) sheet.Row(row).Height = 19;
        sheet.Workbook.Names.Add(TemplateNames.CheckTop, cells);
        Colours(sheet, TopRow, last);
        var rule = sheet.ConditionalFormatting.AddExpression(sheet.Cells[TopRow, 1, last, Width]);
        rule.Formula = CheckColumn.Number.Cell(TopRow) + "<>\"\"";
        foreach (var side in new[] { rule.Style.Border.Top, rule.Style.Border.Bottom, rule.Style.Border.Left, rule.Style.Border.Right })
        {
            side.Style = ExcelBorderStyle.Thin;
            side.Color.Color = Color.FromArgb(0x40, 0x40, 0x40);
        }
    }

    /// <summary>不通过 red, as 疑点 and 尾差 amber, 未检查, 不适用 and 未填 grey; the forms' own colouring uses red and amber too.</summary>
    private static void Colours(ExcelWorksheet sheet, int firstRow, int lastRow)
    {
        var verdicts = sheet.Cells[firstRow, (int)CheckColumn.Verdict, lastRow, (int)CheckColumn.Verdict];
        var (verdict, grade) = (CheckColumn.Verdict.Cell(firstRow), CheckColumn.Grade.Cell(firstRow));
        Look.Colour(sheet, verdicts, $"AND({verdict}=\"不通过\",{grade}=\"错误\")", Red, DarkRed);
        Look.Colour(sheet, verdicts, $"OR({verdict}=\"不通过\",{verdict}=\"尾差\")", Amber, DarkAmber);
        Look.Colour(
            sheet, verdicts, $"OR({verdict}=\"未检查\",{verdict}=\"不适用\",{verdict}=\"未填\")", Grey, DarkGrey);
    }
}
