using System.Globalization;
using OfficeOpenXml;
using OfficeOpenXml.Drawing.Chart;

namespace ExcelBudget.Workbooks.Tables;

/// <summary>Draws a stacked bar chart below its list.</summary>
internal static class TableChartWriter
{
    private const int Pixels = 26;

    /// <summary>Draws.</summary>
    /// <param name="sheet">Sheet of the list.</param>
    /// <param name="chart">What is shown.</param>
    /// <param name="headerRow">Row of the headings.</param>
    /// <param name="below">Row below which it is drawn.</param>
    public static void Write(ExcelWorksheet sheet, TableChart chart, int headerRow, int below)
    {
        var first = headerRow + 1;
        var last = headerRow + chart.Rows;
        var drawing = (ExcelBarChart)sheet.Drawings.AddChart("图表", eChartType.BarStacked);
        foreach (var (column, tone) in chart.Series)
        {
            var series = drawing.Series.Add(
                sheet.Cells[first, column + 1, last, column + 1], sheet.Cells[first, chart.Categories + 1, last, chart.Categories + 1]);
            series.HeaderAddress = sheet.Cells[headerRow, column + 1];
            ((ExcelBarChartSerie)series).Fill.Color = TableLook.InChart(tone);
        }

        drawing.Title.Text = chart.Title;
        drawing.Title.Font.Size = 14;
        drawing.GapWidth = 60;
        drawing.Legend.Position = eLegendPosition.Bottom;
        // the first row of the list on top
        drawing.XAxis.Orientation = eAxisOrientation.MaxMin;
        drawing.YAxis.Format = "0";
        drawing.SetPosition(below, 0, 0, 8);
        drawing.SetSize(900, Math.Clamp(160 + (Pixels * chart.Rows), 280, 2400));
        drawing.Name = string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}图");
    }
}
