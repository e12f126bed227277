using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Excel;
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
        // all rows are alike: said once
        sheet.DefaultRowHeight = RowHeight;
        var left = 1;
        foreach (var list in pack.Forms.Where(form => form.Tree is not null).GroupBy(form => Listed(pack, form)).Where(list =>
            list.Key.Length > 0))
        {
            Write(pack, list.Key, TitleOf(list.OrderBy(form => form.Tree!.Print == CodePrint.Name).First()), sheet, left);
            left += 3;
        }

        foreach (var form in pack.Forms.Where(form => form.Tree is { Print: CodePrint.Name })
            .DistinctBy(form => (form.Tree!.CodeList, form.Tree.LeafDepth)))
        {
            WriteLevel(pack, form, sheet, left);
            left += 3;
        }

        sheet.View.FreezePanes(3, 1);
        SheetSettings.Page(sheet, isPortrait: true, 1, 2);
        SheetSettings.DoNotPrint(sheet, left);
        SheetSettings.Protect(sheet);
        sheet.TabColor = Look.WorkTab;
    }

    /// <summary>The list whose codes people look up: below units, the list below them.</summary>
    private static string Listed(Pack pack, FormDefinition form) =>
        pack.CodesOf(form) is { IsUnderUnits: true } nested ? nested.Below?.Id ?? "" : form.Tree!.CodeList;

    private static string TitleOf(FormDefinition form) =>
        form.Column(form.Tree!.Column)!.Groups is [var group, ..] ? group : form.Tree.CodeList;

    /// <summary>The codes of one level, for forms that print names alone.</summary>
    private static void WriteLevel(Pack pack, FormDefinition form, ExcelWorksheet sheet, int left)
    {
        var tree = form.Tree!;
        var entries = CodeNames.Of(pack.CodeLists[tree.CodeList], tree.LeafDepth);
        Write(entries, $"{TitleOf(form)}（{tree.Levels[^1]}）", sheet, left);
        sheet.Workbook.Names.Add(CodeText.LevelCodes(tree.CodeList, tree.LeafDepth), sheet.Cells[3, left, entries.Count + 2, left]);
        sheet.Workbook.Names.Add(CodeText.LevelNames(tree.CodeList, tree.LeafDepth),
            sheet.Cells[3, left + 1, entries.Count + 2, left + 1]);
    }

    private static void Write(Pack pack, string id, string title, ExcelWorksheet sheet, int left)
    {
        var entries = pack.CodeLists[id].Entries.OrderBy(entry => entry.Code, StringComparer.Ordinal).ToArray();
        Write(entries, title, sheet, left);
        var last = entries.Length + 2;
        sheet.Workbook.Names.Add(TemplateNames.Codes(id), sheet.Cells[3, left, last, left]);
        sheet.Workbook.Names.Add(TemplateNames.CodeTable(id), sheet.Cells[3, left, last, left + 1]);
    }

    private static void Write(IReadOnlyList<CodeEntry> entries, string title, ExcelWorksheet sheet, int left)
    {
        sheet.Cells[1, left].Value = title;
        sheet.Cells[1, left, 1, left + 1].Merge = true;
        Look.Section(sheet.Cells[1, left, 1, left + 1]);
        (sheet.Cells[2, left].Value, sheet.Cells[2, left + 1].Value) = ("科目编码", "科目名称");
        Look.Header(sheet.Cells[2, left, 2, left + 1]);
        var last = entries.Count + 2;
        Look.Cell(sheet.Cells[3, left, last, left], ExcelHorizontalAlignment.Left, isWrapped: false);
        Look.Cell(sheet.Cells[3, left + 1, last, left + 1], ExcelHorizontalAlignment.Left, isWrapped: false);
        Look.Font(sheet.Cells[3, left, last, left + 1], "宋体", 9);
        sheet.Cells[3, left, last, left + 1].Style.Numberformat.Format = "@";
        for (var index = 0; index < entries.Count; index++)
        {
            sheet.Cells[index + 3, left].Value = entries[index].Code;
            sheet.Cells[index + 3, left + 1].Value = entries[index].Name;
        }

        (sheet.Column(left).Width, sheet.Column(left + 1).Width, sheet.Column(left + 2).Width) = (12, 46, 3);
    }
}
