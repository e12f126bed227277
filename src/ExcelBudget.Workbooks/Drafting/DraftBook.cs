using ExcelBudget.OfficePackages.Guard;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Reads the forms of an official workbook.</summary>
public static class DraftBook
{
    /// <summary>The forms in the order of their sheets, from top to bottom; ids and sheet names differ from each other.</summary>
    public static IReadOnlyList<DraftForm> Read(GuardedWorkbook workbook, DraftWords words)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var forms = new List<DraftForm>();
        var sheets = DraftSheet.Of(workbook);
        foreach (var sheet in sheets)
        {
            foreach (var form in new DraftReader(sheet, words).Read(forms.Count + 1))
            {
                if (forms.LastOrDefault() is { } before && DraftContinuation.Continues(before, form, words.Patterns)) continue;
                Distinguish(form, forms);
                forms.Add(form);
            }
        }

        DraftCrossReferences.Read(sheets, forms, words.Patterns);
        foreach (var form in forms) DraftSources.Guess(form, words);
        return forms;
    }

    private static void Distinguish(DraftForm form, List<DraftForm> forms)
    {
        var (id, sheet) = (form.Id, form.Sheet);
        for (var letter = 'a'; forms.Exists(other => Same(other.Id, form.Id)); letter++) form.Id = id + letter;
        for (var more = 2; forms.Exists(other => Same(other.Sheet, form.Sheet)); more++)
            form.Sheet = sheet[..Math.Min(sheet.Length, 28)] + " " + more.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
