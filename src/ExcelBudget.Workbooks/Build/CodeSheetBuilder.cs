using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes the 科目目录 sheet: every code list side by side, for dropdowns and for typed codes to bring their names.</summary>
internal static class CodeSheetBuilder
{
    /// <summary>Low rows: the longest list has more than a thousand codes.</summary>
    private const double RowHeight = 13.5;

    public static void Build(Pack pack, ExcelWorkbook workbook)
    {
        var sheet = workbook.Worksheets.Add(TemplateNames.CodeSheet);
        var left = 1;
        foreach (var list in pack.Forms.Where(form => form.Tree is not null).GroupBy(form => form.Tree!.CodeList))
        {
            Write(pack, list.Key, TitleOf(list.First()), sheet, left);
            left += 3;
        }

        sheet.View.FreezePanes(3, 1);
        SheetSettings.Page(sheet, isPortrait: true, 1, 2);
        SheetSettings.DoNotPrint(sheet, left);
        SheetSettings.Protect(sheet);
        sheet.TabColor = Look.WorkTab;
    }

    private static string TitleOf(FormDefinition form) =>
        form.Column(form.Tree!.Column)!.Groups is [var group, ..] ? group : form.Tree.CodeList;

    private static void Write(Pack pack, string id, string title, ExcelWorksheet sheet, int left)
    {
        var entries = pack.CodeLists[id].Entries.OrderBy(entry => entry.Code, StringComparer.Ordinal).ToArray();
        sheet.Cells[1, left].Value = title;
        sheet.Cells[1, left, 1, left + 1].Merge = true;
        Look.Section(sheet.Cells[1, left, 1, left + 1]);
        (sheet.Cells[2, left].Value, sheet.Cells[2, left + 1].Value) = ("科目编码", "科目名称");
        Look.Header(sheet.Cells[2, left, 2, left + 1]);
        var last = entries.Length + 2;
        Look.Cell(sheet.Cells[3, left, last, left], ExcelHorizontalAlignment.Left, isWrapped: false);
        Look.Cell(sheet.Cells[3, left + 1, last, left + 1], ExcelHorizontalAlignment.Left, isWrapped: false);
        Look.Font(sheet.Cells[3, left, last, left + 1], "宋体", 9);
        for (var row = 3; row <= last; row++) sheet.Row(row).Height = RowHeight;
        sheet.Cells[3, left, last, left].Style.Numberformat.Format = "@";
        for (var index = 0; index < entries.Length; index++)
        {
            sheet.Cells[index + 3, left].Value = entries[index].Code;
            sheet.Cells[index + 3, left + 1].Value = entries[index].Name;
        }

        (sheet.Column(left).Width, sheet.Column(left + 1).Width, sheet.Column(left + 2).Width) = (12, 46, 3);
        sheet.Workbook.Names.Add(TemplateNames.Codes(id), sheet.Cells[3, left, last, left]);
        sheet.Workbook.Names.Add(TemplateNames.CodeTable(id), sheet.Cells[3, left, last, left + 1]);
    }
}
