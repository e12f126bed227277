using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Issued;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>Sheets that are no form of the pack: their figures count nowhere, and would be published along.</summary>
internal static class ExtraSheets
{
    /// <summary>The result sheets of earlier rounds begin so.</summary>
    private const string ResultSheet = "检查结果";

    /// <summary>Title of the 填报说明 sheet.</summary>
    private const string GuideTitle = "部门预算公开填报工作簿";

    private static readonly string[] Issued =
        [TemplateNames.CheckSheet, TemplateNames.GuideSheet, TemplateNames.CodeSheet, TemplateNames.SealSheet, TemplateNames.HelperSheet];

    /// <summary>Reports each sheet with figures that is neither a form nor issued with the workbook.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="known">Names of the sheets that are forms, or copies told elsewhere.</param>
    /// <param name="log">Takes the findings.</param>
    public static void Report(FlatWorkbook workbook, IReadOnlySet<string> known, ReadingLog log)
    {
        foreach (var sheet in workbook.Sheets)
        {
            if (known.Contains(sheet.Name) || IsIssued(sheet) || Seals.IsOn(sheet)) continue;
            var figures = sheet.Cells.Where(cell => cell is { Kind: FlatCellKind.Number, IsDateFormat: false, Number: not 0m }).Take(2)
                .ToArray();
            if (figures.Length == 0) continue;
            var kind = sheet.Visibility == SheetVisibility.Visible ? SheetFindings.SheetExtra : SheetFindings.SheetExtraHidden;
            var cell = figures[0].Reference.ToString();
            log.Add(kind.At(new Place(sheet.Name, cell), ("sheet", sheet.Name), ("cell", cell), ("actual", figures[0].Text.Trim())));
        }
    }

    /// <summary>By its name or, where it was renamed, by its title.</summary>
    private static bool IsIssued(FlatSheet sheet) =>
        Issued.Contains(sheet.Name) || sheet.Name.StartsWith(ResultSheet, StringComparison.Ordinal)
        || (sheet.Cells.Count > 0 && PlainText.Label(sheet.Cells[0].Text) is var title && (title == GuideTitle || Issued.Contains(title)));
}
