using System.Globalization;
using System.Text;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Page breaks in front of blocks that would otherwise be torn apart.</summary>
internal static class PageBreaks
{
    /// <summary>The ready element; empty when none is needed.</summary>
    /// <param name="form">The form laid out.</param>
    /// <param name="sheet">Its template.</param>
    /// <param name="rows">Its rows as they will be written.</param>
    public static string For(FormLayout form, SheetTemplate sheet, IReadOnlyList<OutputRow> rows)
    {
        if (sheet.PageHeight is not { } page || form.Form.Blocks is null || sheet.Tail.Any(element => element.Name == "rowBreaks"))
            return "";
        var used = sheet.Rows.Where(row => row.Number < form.Area.FirstRow).Sum(row => row.Height ?? DefaultHeight);
        var breaks = new List<int>();
        foreach (var (first, height) in Blocks(form, sheet, rows))
        {
            if (first > 0 && used + height > page)
            {
                breaks.Add(form.Area.FirstRow + first - 1);
                used = 0;
            }

            used = (used + height) % page;
        }

        return breaks.Count == 0 ? "" : Element(breaks);
    }

    /// <summary>Height of a form's sheet as it will be written, in points.</summary>
    public static double HeightOf(FormLayout form, SheetTemplate sheet, IReadOnlyList<OutputRow> rows) =>
        sheet.Rows.Where(row => row.Number < form.Area.FirstRow || row.Number >= form.Area.LastRow).Sum(row => row.Height ?? DefaultHeight)
        + rows.Sum(row => HeightOf(sheet, row));

    private const double DefaultHeight = 15;

    private static double HeightOf(SheetTemplate sheet, OutputRow row) =>
        row.Height ?? sheet.RowsByNumber.GetValueOrDefault(row.TemplateRow)?.Height ?? DefaultHeight;

    /// <summary>Place of each block's first row, and the block's height.</summary>
    private static IEnumerable<(int First, double Height)> Blocks(FormLayout form, SheetTemplate sheet, IReadOnlyList<OutputRow> rows)
    {
        var (first, height) = (0, 0d);
        for (var index = 0; index < rows.Count; index++)
        {
            if (form.Rows[index] is { Line.IsTitle: true } && index > first)
            {
                yield return (first, height);
                (first, height) = (index, 0);
            }

            height += HeightOf(sheet, rows[index]);
        }

        yield return (first, height);
    }

    private static string Element(List<int> rows)
    {
        var count = rows.Count.ToString(CultureInfo.InvariantCulture);
        var xml = new StringBuilder("<rowBreaks count=\"").Append(count).Append("\" manualBreakCount=\"").Append(count).Append("\">");
        foreach (var row in rows)
            xml.Append("<brk id=\"").Append(row.ToString(CultureInfo.InvariantCulture)).Append("\" max=\"16383\" man=\"1\"/>");
        return xml.Append("</rowBreaks>").ToString();
    }
}
