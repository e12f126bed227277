using System.Drawing;
using ExcelBudget.Domain.Money;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Fonts, borders and colours of the forms. Colours are pale so that a printed form stays an official form.</summary>
internal static class Look
{
    /// <summary>A rate that tells no change from no base: 0.00 for zero.</summary>
    public static readonly string RateWithZeroFormat = FormatOf(new AmountFormat { Zero = ZeroPrint.WithDecimals });

    /// <summary>Two decimals, also for zero, on the 校验 sheet.</summary>
    public const string CheckFormat = "0.00_ ";

    /// <summary>A plain number, blank for zero.</summary>
    public const string NumberFormat = "0.####_ ;-0.####_ ;;@";

    /// <summary>Tab of a published form.</summary>
    public static readonly Color FormTab = Color.FromArgb(0x2F, 0x5D, 0x9B);

    /// <summary>Tab of a form that only the program and the department use.</summary>
    public static readonly Color WorkTab = Color.FromArgb(0xA6, 0xA6, 0xA6);

    /// <summary>Tab of the 校验 sheet.</summary>
    public static readonly Color CheckTab = Color.FromArgb(0xC0, 0x50, 0x4D);

    private const string Body = "宋体";
    private static readonly Color Line = Color.FromArgb(0x40, 0x40, 0x40);
    private static readonly Color HeaderFill = Color.FromArgb(0xEE, 0xF1, 0xF6);
    private static readonly Color EntryFill = Color.FromArgb(0xFF, 0xFD, 0xF0);
    private static readonly Color Quiet = Color.FromArgb(0x8C, 0x8C, 0x8C);

    /// <summary>
    /// A form's amounts. «_ » keeps a figure off the line to its right; an alignment indent does the same, but LibreOffice does not show
    /// it
    /// in every formula cell.
    /// </summary>
    public static string FormatOf(AmountFormat amounts)
    {
        var figure = (amounts.HasSeparators ? "#,##0" : "0") + (amounts.Decimals > 0 ? "." + new string('0', amounts.Decimals) : "")
            + "_ ";
        var zero = amounts.Zero switch
        {
            ZeroPrint.WithDecimals => figure,
            ZeroPrint.Digit => "0_ ",
            ZeroPrint.Dash => "\"—\"_ ",
            _ => "",
        };
        return $"{figure};-{figure};{zero};@";
    }

    public static void Title(ExcelRange cells)
    {
        Font(cells, "黑体", 18);
        Place(cells, ExcelHorizontalAlignment.Center);
    }

    public static void SecondLine(ExcelRange cells, ExcelHorizontalAlignment alignment)
    {
        Font(cells, Body, 11);
        Place(cells, alignment);
    }

    public static void Header(ExcelRange cells)
    {
        Font(cells, Body, 11);
        cells.Style.Font.Bold = true;
        Fill(cells, HeaderFill);
        Place(cells, ExcelHorizontalAlignment.Center);
        cells.Style.WrapText = true;
        Border(cells);
    }

    public static void Cell(ExcelRange cells, ExcelHorizontalAlignment alignment, bool isWrapped = true)
    {
        Font(cells, Body, 11);
        Place(cells, alignment);
        cells.Style.WrapText = isWrapped;
        Border(cells);
    }

    public static void Entry(ExcelRange cells) => Fill(cells, EntryFill);

    public static void Note(ExcelRange cells)
    {
        Font(cells, Body, 10);
        Place(cells, ExcelHorizontalAlignment.Left);
        cells.Style.WrapText = true;
    }

    public static void Guidance(ExcelRange cells)
    {
        Note(cells);
        cells.Style.Font.Color.SetColor(Quiet);
    }

    /// <summary>The line above a form that tells the state of its checks.</summary>
    public static void Status(ExcelRange cells)
    {
        Font(cells, Body, 10);
        Place(cells, ExcelHorizontalAlignment.Left);
        cells.Style.Font.Color.SetColor(Quiet);
    }

    /// <summary>Green while all is well, red while something is to be mended, amber while something could not be checked.</summary>
    public static void StatusColours(ExcelWorksheet sheet, ExcelAddress cells, string first)
    {
        Colour(sheet, cells, $"LEFT({first},4)=\"校验通过\"", Color.FromArgb(0xE8, 0xF4, 0xEA), Color.FromArgb(0x1E, 0x6B, 0x34));
        Colour(sheet, cells, $"LEFT({first},5)=\"不通过 0\"", Color.FromArgb(0xFF, 0xF4, 0xD6), Color.FromArgb(0x7F, 0x60, 0x00));
        Colour(sheet, cells, $"LEFT({first},3)=\"不通过\"", Color.FromArgb(0xFD, 0xE3, 0xE5), Color.FromArgb(0x9C, 0x00, 0x06));
    }

    /// <summary>A colour while a formula is true.</summary>
    public static void Colour(ExcelWorksheet sheet, ExcelAddress address, string formula, Color fill, Color font)
    {
        var rule = sheet.ConditionalFormatting.AddExpression(address);
        rule.Formula = formula;
        rule.Style.Fill.PatternType = ExcelFillStyle.Solid;
        rule.Style.Fill.BackgroundColor.Color = fill;
        rule.Style.Font.Color.Color = font;
    }

    public static void SmallCode(ExcelRange cells)
    {
        Font(cells, "Consolas", 8);
        cells.Style.Font.Color.SetColor(Quiet);
        Place(cells, ExcelHorizontalAlignment.Right);
    }

    public static void Section(ExcelRange cells)
    {
        Font(cells, "黑体", 12);
        Fill(cells, HeaderFill);
        Place(cells, ExcelHorizontalAlignment.Left);
        Border(cells);
    }

    public static void Font(ExcelRange cells, string name, float size)
    {
        cells.Style.Font.Name = name;
        cells.Style.Font.Size = size;
    }

    private static void Place(ExcelRange cells, ExcelHorizontalAlignment alignment)
    {
        cells.Style.HorizontalAlignment = alignment;
        cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
    }

    private static void Fill(ExcelRange cells, Color color)
    {
        cells.Style.Fill.PatternType = ExcelFillStyle.Solid;
        cells.Style.Fill.BackgroundColor.SetColor(color);
    }

    private static void Border(ExcelRange cells)
    {
        foreach (var side in new[] { cells.Style.Border.Top, cells.Style.Border.Bottom, cells.Style.Border.Left,
            cells.Style.Border.Right })
        {
            side.Style = ExcelBorderStyle.Thin;
            side.Color.SetColor(Line);
        }
    }
}
