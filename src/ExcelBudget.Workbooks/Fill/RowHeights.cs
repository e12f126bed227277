using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Heights that show wrapped text whole: neither Excel nor LibreOffice grows a row whose height a file gives.</summary>
internal static class RowHeights
{
    /// <summary>The height a row needs; null when the template's is enough.</summary>
    /// <param name="sheet">The template's sheet.</param>
    /// <param name="templateRow">The row that is repeated.</param>
    /// <param name="cells">What is written into it.</param>
    /// <param name="mergedWidth">Width of the cell when the whole row is one; null otherwise.</param>
    public static double? Of(SheetTemplate sheet, int templateRow, RowContents cells, double? mergedWidth)
    {
        var lines = 1;
        foreach (var (column, text) in cells.Texts)
        {
            var width = mergedWidth ?? SpanWidth(sheet, templateRow, column);
            // a hidden column shows nothing, however long
            if (width > 0) lines = Math.Max(lines, TextMetrics.Lines(text, width));
        }

        var needed = TextMetrics.Height(lines);
        var own = sheet.RowsByNumber.GetValueOrDefault(templateRow)?.Height ?? 15;
        return needed > own ? needed : null;
    }

    /// <summary>Width of a cell, merged neighbours to its right included.</summary>
    private static double SpanWidth(SheetTemplate sheet, int row, int column)
    {
        var last = sheet.MergedRight[(row, column)].FirstOrDefault(column);
        var width = 0d;
        for (var at = column; at <= last; at++) width += sheet.WidthOf(at);
        return width;
    }
}
