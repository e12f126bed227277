using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>What of a form is printed: everything below the line with the state of its checks.</summary>
internal static class PrintAreas
{
    private const string PrintArea = "_xlnm.Print_Area";

    /// <summary>
    /// What a name of the template refers to. A print area that begins with a form's title begins above it, with the rows that a bureau has
    /// inserted there (logo, 附件1).
    /// </summary>
    public static string Widened(TemplateName name, WorkbookTemplate template)
    {
        if (name.Name != PrintArea || AreaText.Parse(name.Value) is not { } area) return name.Value;
        var top = template.Areas.Where(named => named.Value.Sheet == area.Sheet)
            .ToLookup(named => TemplateNames.IsTitle(named.Key), named => (named.Key, named.Value.FirstRow));
        foreach (var (title, row) in top[true].Where(title => title.FirstRow == area.FirstRow))
        {
            var status = top[false].Where(named => named.Key == TemplateNames.StatusBeside(title)).Select(named => named.FirstRow)
                .DefaultIfEmpty(0).First();
            if (status > 0 && status + 1 < row)
                return SheetReference.Sheet(area.Sheet) + SheetReference.Fixed(status + 1, area.FirstColumn, area.LastRow, area.LastColumn);
        }

        return name.Value;
    }
}
