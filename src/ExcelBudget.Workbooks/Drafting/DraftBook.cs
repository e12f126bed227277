using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Reads the forms of an official workbook.</summary>
public static class DraftBook
{
    /// <summary>The forms in the order of their sheets; ids differ from each other.</summary>
    public static IReadOnlyList<DraftForm> Read(GuardedWorkbook workbook, DraftWords words)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var forms = new List<DraftForm>();
        foreach (var sheet in workbook.Content.Sheets.Where(sheet => sheet.Visibility == SheetVisibility.Visible))
        {
            var pages = DraftPages.Of(workbook, sheet);
            if (DraftReader.Read(sheet, forms.Count + 1, words, pages.WidthOf) is not { } form) continue;
            form.IsPortrait = pages.IsPortrait;
            var id = form.Id;
            for (var letter = 'a'; forms.Exists(other => other.Id == form.Id); letter++) form.Id = id + letter;
            forms.Add(form);
        }

        return forms;
    }
}
