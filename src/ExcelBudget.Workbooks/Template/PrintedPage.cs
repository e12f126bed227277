using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>How much of a sheet fits on a printed page.</summary>
internal sealed class PrintedPage
{
    private const string A4 = "9";
    private const double LongSide = 842;
    private const double ShortSide = 595;
    private const double PointsPerInch = 72;

    /// <summary>Width of a character of 11 pt 宋体 in points: 8 pixels.</summary>
    private const double CharacterWidth = 6;

    /// <summary>Printers and programs differ by a line or so.</summary>
    private const double Reserve = 0.96;

    /// <summary>11 pt letters smaller than this are hard to read: 6 pt.</summary>
    private const double SmallestScale = 0.55;

    private readonly XElement _sheet;

    private PrintedPage(XElement sheet) => _sheet = sheet;

    /// <summary>
    /// Height of the rows that fit, in points; null for other paper than A4 and for sheets squeezed onto a number of pages.
    /// </summary>
    /// <param name="sheet">The sheet part.</param>
    /// <param name="characters">Width of its columns in characters.</param>
    public static double? Height(XElement sheet, double characters)
    {
        var page = new PrintedPage(sheet);
        if (!page.IsA4 || (page.FitsPages && page.PagesHigh > 0)) return null;
        var scale = page.FitsPages ? Math.Min(1, page.Width / (characters * CharacterWidth)) : Number(page.Setup, "scale", 100) / 100;
        return page.FullHeight / scale * Reserve;
    }

    /// <summary>
    /// Height of the rows that can still be read on the one page that a sheet is squeezed onto, in points; null for other sheets.
    /// </summary>
    /// <param name="sheet">The sheet part.</param>
    public static double? OnePageHeight(XElement sheet)
    {
        var page = new PrintedPage(sheet);
        return page is { IsA4: true, FitsPages: true, PagesHigh: 1 } ? page.FullHeight / SmallestScale : null;
    }

    private XElement? Setup => Child("pageSetup");

    private bool IsA4 => (string?)Setup?.Attribute("paperSize") == A4;

    private bool IsLandscape => (string?)Setup?.Attribute("orientation") == "landscape";

    private double PagesHigh => Number(Setup, "fitToHeight", 1);

    private double Width => (IsLandscape ? LongSide : ShortSide) - Margins("left", "right", 0.7);

    private double FullHeight => (IsLandscape ? ShortSide : LongSide) - Margins("top", "bottom", 0.75);

    private bool FitsPages => Child("sheetPr")?.Elements()
        .Any(element => element.Name.LocalName == "pageSetUpPr" && (string?)element.Attribute("fitToPage") is "1" or "true") ?? false;

    private double Margins(string one, string other, double otherwise) =>
        (Number(Child("pageMargins"), one, otherwise) + Number(Child("pageMargins"), other, otherwise)) * PointsPerInch;

    private XElement? Child(string name) => _sheet.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static double Number(XElement? element, string attribute, double otherwise) =>
        element?.Attribute(attribute) is { } value && double.TryParse(value.Value, CultureInfo.InvariantCulture, out var number) ? number
            : otherwise;
}
