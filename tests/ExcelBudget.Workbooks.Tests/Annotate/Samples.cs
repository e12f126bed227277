using System.IO.Compression;
using System.Text;
using ExcelBudget.Workbooks.Annotate;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>Workbooks as an accountant might drop them, and what is to be said about them.</summary>
internal static class Samples
{
    public const string Author = "预算校验";
    public const string Report = "校验结果";
    public const string Person = "李会计";

    /// <summary>
    /// Three tables and a hidden one, with all that a form carries: merges, names, validations, formats, protection, comments.
    /// </summary>
    public static byte[] Budget()
    {
        using var package = new ExcelPackage();
        AddIncome(package);
        AddExpenditure(package);
        AddOverview(package);
        package.Workbook.Worksheets.Add("字典").Hidden = eWorkSheetHidden.VeryHidden;
        package.Workbook.Worksheets["字典"].Cells["A1"].Value = "2013101";
        package.Workbook.Names.Add("科目", package.Workbook.Worksheets["字典"].Cells["A1:A9"]);
        package.Workbook.Properties.SetCustomPropertyValue("工作簿", "wb-1");
        package.Workbook.Protection.LockStructure = true;
        return package.GetAsByteArray();
    }

    /// <summary>A workbook with one sheet whose parts are given as they stand.</summary>
    public static byte[] WithParts(byte[] workbook, params (string Part, Func<string, string> Change)[] changes)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (part, change) in changes)
            {
                var old = archive.GetEntry(part);
                var text = change(old is null ? "" : Text(old));
                old?.Delete();
                using var target = archive.CreateEntry(part, System.IO.Compression.CompressionLevel.Fastest).Open();
                target.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    public static CellNote Note(string sheet, string cell, string text) => new(sheet, cell, text, Author);

    public static IReadOnlyList<CellNote> Notes() =>
    [
        Note("收入总表", "C6", "“合计”1,693.10 与各行之和 1,683.10 相差 10.00 万元。请核对 C7 至 C9。"),
        Note("支出总表", "D7", "2013101 行政运行：基本支出与项目支出之和 318.02 与合计 318.03 不符。"),
        Note("支出总表", "B5", "科目编码 2013199 不在 2023 年政府收支分类科目中。请从下拉列表中选择。"),
    ];

    public static ReportSheet Findings() => new(Report, [FindingsSection()])
    {
        Title = "2023 年部门预算校验结果",
        Subtitle = "201 魏县县委办公室　错误 2 项，疑点 1 项，提示 1 项",
        NoteAuthor = Author,
    };

    public static ReportSection FindingsSection() => new(
        "一、需要处理的问题",
        [
            new("级别", 8), new("表", 14), new("单元格", 9), new("问题", 52), new("应为", 13), new("实为", 13), new("差额", 11), new("答复", 26),
        ],
        [
            Row(ReportCellStyle.Error, "错误", "收入总表", "C6", "“合计”1,693.10 与各行之和 1,683.10 相差 10.00 万元。请核对 C7 至 C9，最可能的原因是 C8 多录了 10.00。",
                1683.10m, 1693.10m, 10.00m),
            Row(ReportCellStyle.Error, "错误", "支出总表", "D7", "2013101 行政运行：基本支出与项目支出之和与合计不符。", 318.02m, 318.03m, 0.01m),
            Row(ReportCellStyle.Warning, "疑点", "支出总表", "B5", "科目编码 2013199 一般不用于本单位。请说明理由，或从下拉列表中另选。", null, null, null),
            Row(ReportCellStyle.Info, "提示", "已删除的表", "A1", "2.18、31.80、15.90 之和为 49.88，表中为 49.89，属于四舍五入的尾差，不需要处理。", 49.88m, 49.89m, 0.01m),
        ])
    {
        Intro = "请在原表中改正错误；疑点如属实，在“答复”栏写明理由后重新报送。点击单元格一栏可以跳到原表。",
    };

    public static ReportSection Changes() => new(
        "二、改动过的预填数",
        [new("表", 8), new("项目", 14), new("单元格", 9), new("说明", 30), new("下发时", 13), new("报送时", 13)],
        [[new("收入总表"), new("一般公共预算拨款"), new("C7", Link: new("收入总表", "C7")), new("下发后改动"), ReportCell.Of(1683.1m),
            ReportCell.Of(1693.1m)]]);

    private static ReportCell[] Row(
        ReportCellStyle style, string severity, string sheet, string cell, string message, decimal? expected, decimal? actual,
            decimal? difference) =>
    [
        new(severity, style), new(sheet), new(cell, Link: new CellTarget(sheet, cell)), new(message),
        Figure(expected), Figure(actual), Figure(difference), new("", ReportCellStyle.Answer),
    ];

    private static ReportCell Figure(decimal? number) => number is { } value ? ReportCell.Of(value) : new("");

    private static void AddIncome(ExcelPackage package)
    {
        var sheet = package.Workbook.Worksheets.Add("收入总表");
        sheet.Cells["A1:C1"].Merge = true;
        sheet.Cells["A1"].Value = "部门预算收入总表";
        sheet.Cells["A1"].Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        sheet.Cells["A6"].Value = "合计";
        sheet.Cells["C6"].Formula = "SUM(C7:C9)";
        sheet.Cells["C7"].Value = 1683.1;
        sheet.Cells["A7:A9"].Merge = true;
        sheet.Column(2).Width = 30;
        sheet.Row(7).Height = 40;
        sheet.Cells["C8"].AddComment("这里多拨了 10 万元，\n已与国库核对。", Person);
        sheet.Protection.IsProtected = true;
        sheet.Names.Add("收入合计", sheet.Cells["C6"]);
        sheet.PrinterSettings.RepeatRows = sheet.Cells["1:5"];
        sheet.View.FreezePanes(6, 1);
    }

    private static void AddExpenditure(ExcelPackage package)
    {
        var sheet = package.Workbook.Worksheets.Add("支出总表");
        sheet.Cells["B5"].Value = "2013199";
        sheet.Cells["D7"].Value = 318.03;
        var list = sheet.DataValidations.AddListValidation("B5:B40");
        list.Formula.ExcelFormula = "字典!$A$1:$A$9";
        list.ShowErrorMessage = true;
        var red = sheet.ConditionalFormatting.AddExpression(sheet.Cells["D5:D40"]);
        red.Formula = "$D5<0";
        red.Style.Font.Color.Color = System.Drawing.Color.Red;
        sheet.Cells["A1"].Hyperlink = new ExcelHyperLink("收入总表!A1", "到收入总表");
        sheet.PrinterSettings.RepeatRows = sheet.Cells["1:4"];
        sheet.HeaderFooter.OddFooter.CenteredText = "第 &P 页";
    }

    private static void AddOverview(ExcelPackage package)
    {
        var sheet = package.Workbook.Worksheets.Add("情况'说明");
        sheet.Cells["A1"].Value = "职责";
        var table = sheet.Tables.Add(sheet.Cells["A3:C6"], "清单");
        table.ShowTotal = false;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
