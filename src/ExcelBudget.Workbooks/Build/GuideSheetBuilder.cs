using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes the 填报说明 sheet: whose workbook this is, four steps, and the list of forms with links.</summary>
internal static class GuideSheetBuilder
{
    private static string[] Steps(Pack pack) =>
    [
        "浅黄色的单元格由单位填写，其余单元格由公式自动计算，请不要改动表头、项目名称和合计。",
        GuideAmounts.Of(pack) + "没有的项目空着，不要填 0。",
        "行不够时，在表中间选中一整行（点行号），右键“插入”即可；不要的行，选中整行，右键“删除”。合计行、项目的标题行不能删；不要的项目把内容清空。"
            + string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"每张表最多插入 {FormBlock.SpareRowsWhenFilled} 行（下发时没有数的空白表 {FormBlock.SpareRows} 行），再多的表不能自动校验，“校验”表上写“未检查”和原因。"),
        "已有的类、款自动汇总；自己增加的类、款行也要填写金额，等于下级科目之和。文字一行放不下（超过 409 磅）的，接着写在下一行，第一栏写“（续）”。",
        "打印整个工作簿时，只打印各张表；要打印“校验”或“科目目录”，请在该表上取消打印区域（页面布局—打印区域—取消）。",
        "每张表上方显示本表的校验情况；全部关系在“校验”表。有“不通过”的，点单元格名称到相应的位置核对；“未填”是相关的表都还没有数。",
        "保存后把本文件放入财政局指定的报送文件夹。程序检查后，会把通过的生成情况说明，有错误的标注后退回。",
    ];

    public static void Build(Pack pack, ExcelWorkbook workbook)
    {
        var sheet = workbook.Worksheets.Add(TemplateNames.GuideSheet);
        (sheet.Column(1).Width, sheet.Column(2).Width, sheet.Column(3).Width, sheet.Column(4).Width) = (8, 30, 50, 36);
        Heading(sheet);
        var row = 4;
        foreach (var step in Steps(pack)) Step(sheet, row, (row++ - 3).ToString(System.Globalization.CultureInfo.InvariantCulture), step);
        row = SignOffRows(sheet, row + 1);
        row = State(sheet, row);
        (sheet.Cells[row, 1].Value, sheet.Cells[row, 2].Value, sheet.Cells[row, 3].Value, sheet.Cells[row, 4].Value) =
            ("序号", "工作表", "表名", "校验情况");
        Look.Header(sheet.Cells[row, 1, row, 4]);
        var number = 1;
        foreach (var form in Prototype.SheetForms(pack))
        {
            Link(sheet, ++row, number++, form.Sheet, form.Title);
            sheet.Workbook.Names.Add(TemplateNames.GuideForm(form.Id), sheet.Cells[row, 4]);
        }

        Link(sheet, ++row, number, TemplateNames.CheckSheet, "勾稽关系自动校验");
        SheetSettings.Page(sheet, isPortrait: true, 1, 0);
        SheetSettings.Protect(sheet);
    }

    private static void Heading(ExcelWorksheet sheet)
    {
        sheet.Cells[1, 1, 1, 4].Merge = true;
        sheet.Cells[1, 1].Value = "部门预算公开填报工作簿";
        Look.Title(sheet.Cells[1, 1, 1, 4]);
        sheet.Row(1).Height = 40;
        sheet.Cells[2, 1, 2, 4].Merge = true;
        Look.SecondLine(sheet.Cells[2, 1, 2, 4], ExcelHorizontalAlignment.Center);
        Look.Font(sheet.Cells[2, 1, 2, 4], "宋体", 14);
        sheet.Row(2).Height = 28;
        sheet.Workbook.Names.Add(TemplateNames.GuideUnit, sheet.Cells[2, 1]);
        sheet.Row(3).Height = 8;
    }

    private static void Step(ExcelWorksheet sheet, int row, string number, string words)
    {
        sheet.Cells[row, 1].Value = number;
        sheet.Cells[row, 2].Value = words;
        sheet.Cells[row, 2, row, 4].Merge = true;
        Look.Cell(sheet.Cells[row, 1], ExcelHorizontalAlignment.Center);
        Look.Cell(sheet.Cells[row, 2, row, 4], ExcelHorizontalAlignment.Left);
        sheet.Row(row).Height = TextMetrics.Height(TextMetrics.Lines(words, 116));
    }

    /// <summary>签字。Who answers for the workbook; what is typed beside a title is read back by that title.</summary>
    private static int SignOffRows(ExcelWorksheet sheet, int row)
    {
        foreach (var (title, words) in new[]
        {
            (SignOff.PreparerTitle, ""), (SignOff.ReviewerTitle, "与填报人不是同一人"), (SignOff.HeadTitle, "对填报内容负责的单位领导"),
        })
        {
            (sheet.Cells[row, 2].Value, sheet.Cells[row, 4].Value) = (title, words);
            Look.Cell(sheet.Cells[row, 2, row, 4], ExcelHorizontalAlignment.Left);
            Look.Entry(sheet.Cells[row, 3]);
            sheet.Cells[row, 3].Style.Locked = false;
            sheet.Row(row++).Height = 21;
        }

        sheet.Row(row).Height = 8;
        return row + 1;
    }

    /// <summary>The state of the whole workbook, with a link to the 校验 sheet.</summary>
    private static int State(ExcelWorksheet sheet, int row)
    {
        var cells = sheet.Cells[row, 1, row, 4];
        cells.Merge = true;
        Look.Cell(cells, ExcelHorizontalAlignment.Center);
        cells.Style.Font.Bold = true;
        Look.StatusColours(sheet, cells, "$A$" + row.ToString(System.Globalization.CultureInfo.InvariantCulture));
        sheet.Row(row).Height = 26;
        sheet.Workbook.Names.Add(TemplateNames.GuideState, sheet.Cells[row, 1]);
        sheet.Row(row + 1).Height = 8;
        return row + 2;
    }

    private static void Link(ExcelWorksheet sheet, int row, int number, string target, string title)
    {
        sheet.Cells[row, 1].Value = number;
        sheet.Cells[row, 2].Hyperlink = new ExcelHyperLink($"'{target}'!A1", target);
        sheet.Cells[row, 3].Value = title;
        Look.Cell(sheet.Cells[row, 1], ExcelHorizontalAlignment.Center);
        Look.Cell(sheet.Cells[row, 2, row, 4], ExcelHorizontalAlignment.Left);
        Look.StatusColours(sheet, sheet.Cells[row, 4], sheet.Cells[row, 4].Address);
        sheet.Cells[row, 2].Style.Font.UnderLine = true;
        sheet.Cells[row, 2].Style.Font.Color.SetColor(System.Drawing.Color.FromArgb(0x1F, 0x4E, 0x9E));
        sheet.Row(row).Height = 21;
    }
}
