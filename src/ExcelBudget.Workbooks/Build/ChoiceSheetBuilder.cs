using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes the hidden 填报选项 sheet: the lists of dependent dropdowns side by side, each below what it belongs to.</summary>
internal static class ChoiceSheetBuilder
{
    /// <summary>Most entries of one list.</summary>
    public const int LongestList = 60;

    public static void Build(Pack pack, ExcelWorkbook workbook)
    {
        var columns = pack.Forms.Where(form => form.PartOf is null)
            .SelectMany(form => form.Columns.Select(column => (Form: form, Column: column)))
            .Where(pair => pair.Column.ChoicesBy is not null).ToArray();
        if (columns.Length == 0) return;
        var sheet = workbook.Worksheets.Add(TemplateNames.ChoiceSheet);
        sheet.Hidden = eWorkSheetHidden.Hidden;
        var left = 1;
        foreach (var (form, column) in columns)
        {
            var lists = column.ChoicesBy!.Lists;
            workbook.Names.Add(TemplateNames.ChoiceHeads(form.Id, column.Id), sheet.Cells[1, left, 1, left + lists.Count - 1]);
            foreach (var (head, values) in lists) Write(sheet, left++, head, values);
            left++;
        }

        SheetSettings.Protect(sheet);
    }

    private static void Write(ExcelWorksheet sheet, int column, string head, IReadOnlyList<string> values)
    {
        sheet.Cells[1, column].Value = head;
        for (var index = 0; index < Math.Min(values.Count, LongestList); index++) sheet.Cells[index + 2, column].Value = values[index];
    }

    /// <summary>The list for a row: found by the head that the other cell of the row holds.</summary>
    /// <param name="form">The form of the dropdown.</param>
    /// <param name="column">Its column.</param>
    /// <param name="other">Address of the other cell in the dropdown's first row, column fixed.</param>
    public static string Formula(FormId form, ColumnId column, string other)
    {
        var heads = TemplateNames.ChoiceHeads(form, column);
        var at = $"MATCH({other},{heads},0)-1";
        return $"OFFSET({heads},1,{at},COUNTA(OFFSET({heads},1,{at},{LongestList},1)),1)";
    }
}
