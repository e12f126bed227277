using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Workbooks.Template;

/// <summary>What of a form is printed: everything below the line with the state of its checks.</summary>
internal static class PrintAreas
{
    private const string PrintArea = "_xlnm.Print_Area";

    /// <summary>
    /// What a name of the template refers to. A print area that begins with or above a form's title begins below the state of its checks,
    /// with the rows that a bureau has inserted there (logo, 附件1).
    /// </summary>
    public static string Widened(TemplateName name, WorkbookTemplate template)
    {
        if (name.Name != PrintArea || AreaText.Parse(name.Value) is not { } area) return name.Value;
        var rows = template.Areas.Where(named => named.Value.Sheet == area.Sheet)
            .ToDictionary(named => named.Key, named => named.Value.FirstRow);
        foreach (var (title, _) in rows.Where(named => TemplateNames.IsTitle(named.Key) && area.FirstRow <= named.Value))
        {
            if (rows.TryGetValue(TemplateNames.StatusBeside(title), out var status) && status < area.FirstRow)
                return SheetReference.Sheet(area.Sheet)
                    + SheetReference.Fixed(status + 1, area.FirstColumn, area.LastRow, area.LastColumn);
        }

        return name.Value;
    }
}
