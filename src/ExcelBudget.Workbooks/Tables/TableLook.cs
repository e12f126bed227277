using System.Drawing;
using ExcelBudget.Workbooks.Build;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Tables;

/// <summary>Colours of lists: pale grounds that print well in grey, and words that stay readable.</summary>
internal static class TableLook
{
    private static readonly Dictionary<CellTone, (Color Fill, Color Font)> Tones = new()
    {
        [CellTone.Quiet] = (Color.FromArgb(0xF2, 0xF2, 0xF2), Color.FromArgb(0x7F, 0x7F, 0x7F)),
        [CellTone.Underway] = (Color.FromArgb(0xDD, 0xEB, 0xF7), Color.FromArgb(0x1F, 0x4E, 0x79)),
        [CellTone.Good] = (Color.FromArgb(0xE8, 0xF4, 0xEA), Color.FromArgb(0x1E, 0x6B, 0x34)),
        [CellTone.Attention] = (Color.FromArgb(0xFF, 0xF4, 0xD6), Color.FromArgb(0x7F, 0x60, 0x00)),
        [CellTone.Bad] = (Color.FromArgb(0xFD, 0xE3, 0xE5), Color.FromArgb(0x9C, 0x00, 0x06)),
        [CellTone.Total] = (Color.FromArgb(0xEE, 0xF1, 0xF6), Color.Black),
    };

    private static readonly Dictionary<CellTone, Color> Solid = new()
    {
        [CellTone.Quiet] = Color.FromArgb(0xC8, 0xC8, 0xC8),
        [CellTone.Underway] = Color.FromArgb(0x5B, 0x9B, 0xD5),
        [CellTone.Good] = Color.FromArgb(0x70, 0xAD, 0x6E),
        [CellTone.Attention] = Color.FromArgb(0xF0, 0xB9, 0x4A),
        [CellTone.Bad] = Color.FromArgb(0xD9, 0x5F, 0x5F),
        [CellTone.Total] = Color.FromArgb(0x2F, 0x5D, 0x9B),
    };

    public static void Show(ExcelRange cells, CellTone tone)
    {
        if (!Tones.TryGetValue(tone, out var colours)) return;
        cells.Style.Fill.PatternType = ExcelFillStyle.Solid;
        cells.Style.Fill.BackgroundColor.SetColor(colours.Fill);
        cells.Style.Font.Color.SetColor(colours.Font);
        if (tone == CellTone.Total) cells.Style.Font.Bold = true;
    }

    /// <summary>The colour of a tone in a chart.</summary>
    public static Color InChart(CellTone tone) => Solid.GetValueOrDefault(tone, Look.FormTab);
}
