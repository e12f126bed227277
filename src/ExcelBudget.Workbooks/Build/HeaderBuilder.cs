using ExcelBudget.Domain.Forms;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Multi-row merged headers from the paths of headings above each column.</summary>
internal static class HeaderBuilder
{
    /// <summary>How many header rows a form has, the 栏次 row not counted.</summary>
    public static int Depth(FormDefinition form) => form.Columns.Max(column => column.Groups.Count) + 1;

    /// <summary>Writes the header rows from <paramref name="top"/> on.</summary>
    public static void Write(ExcelWorksheet sheet, FormDefinition form, int top)
    {
        var depth = Depth(form);
        Look.Header(sheet.Cells[top, 1, top + depth - 1, form.Columns.Count]);
        for (var level = 0; level < depth; level++) WriteLevel(sheet, form, top, level, depth);
        for (var level = 0; level < depth; level++) sheet.Row(top + level).Height = HeightOf(form, level, depth);
    }

    private static void WriteLevel(ExcelWorksheet sheet, FormDefinition form, int top, int level, int depth)
    {
        var columns = form.Columns;
        for (var first = 0; first < columns.Count;)
        {
            var groups = columns[first].Groups;
            if (groups.Count == level)
            {
                Put(sheet, columns[first].Title, top + level, first + 1, top + depth - 1, first + 1);
                first++;
            }
            else if (groups.Count > level)
            {
                var last = first;
                while (last + 1 < columns.Count && SharesGroup(columns[first], columns[last + 1], level)) last++;
                Put(sheet, groups[level], top + level, first + 1, top + level, last + 1);
                first = last + 1;
            }
            else
            {
                first++;
            }
        }
    }

    private static bool SharesGroup(FormColumn left, FormColumn right, int level) =>
        right.Groups.Count > level && left.Groups.Take(level + 1).SequenceEqual(right.Groups.Take(level + 1));

    private static void Put(ExcelWorksheet sheet, string text, int top, int left, int bottom, int right)
    {
        sheet.Cells[top, left].Value = text;
        if (top != bottom || left != right) sheet.Cells[top, left, bottom, right].Merge = true;
    }

    /// <summary>High enough for the longest heading of the row to be read in its column.</summary>
    private static double HeightOf(FormDefinition form, int level, int depth)
    {
        var lines = form.Columns
            .Where(column => column.Groups.Count == level)
            .Select(column => (double)TextMetrics.Lines(column.Title, column.Width) / (depth - level))
            .DefaultIfEmpty(1)
            .Max();
        return Math.Max(24, (lines * TextMetrics.LineHeight) + 6);
    }
}
