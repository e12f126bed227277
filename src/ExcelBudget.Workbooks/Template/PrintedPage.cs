using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>How much of a sheet fits on a printed page.</summary>
internal static class PrintedPage
{
    private const string A4 = "9";
    private const double LongSide = 842;
    private const double ShortSide = 595;
    private const double PointsPerInch = 72;

    /// <summary>Width of a character of 11 pt 宋体 in points: 8 pixels.</summary>
    private const double CharacterWidth = 6;

    /// <summary>Printers and programs differ by a line or so.</summary>
    private const double Reserve = 0.96;

    /// <summary>
    /// Height of the rows that fit, in points; null for other paper than A4 and for sheets squeezed onto a number of pages.
    /// </summary>
    /// <param name="sheet">The sheet part.</param>
    /// <param name="characters">Width of its columns in characters.</param>
    public static double? Height(XElement sheet, double characters)
    {
        XElement? Child(string name) => sheet.Elements().FirstOrDefault(element => element.Name.LocalName == name);
        if (Child("pageSetup") is not { } setup || (string?)setup.Attribute("paperSize") != A4) return null;
        var margins = Child("pageMargins");
        var isLandscape = (string?)setup.Attribute("orientation") == "landscape";
        var height = (isLandscape ? ShortSide : LongSide) - (
            (Number(margins, "top", 0.75) + Number(margins, "bottom", 0.75)) * PointsPerInch);
        var scale = Number(setup, "scale", 100) / 100;
        if (Child("sheetPr")?.Elements()
            .Any(element => element.Name.LocalName == "pageSetUpPr" && (string?)element.Attribute("fitToPage") is "1" or "true") ?? false)
        {
            if (Number(setup, "fitToHeight", 1) > 0) return null;
            var width = (isLandscape ? LongSide : ShortSide) - (
                (Number(margins, "left", 0.7) + Number(margins, "right", 0.7)) * PointsPerInch);
            scale = Math.Min(1, width / (characters * CharacterWidth));
        }

        return height / scale * Reserve;
    }

    private static double Number(XElement? element, string attribute, double otherwise) =>
        element?.Attribute(attribute) is { } value && double.TryParse(value.Value, CultureInfo.InvariantCulture, out var number) ? number
            : otherwise;
}
