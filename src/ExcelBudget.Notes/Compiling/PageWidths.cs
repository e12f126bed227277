using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Compiling;

/// <summary>How wide the page is where an element stands.</summary>
internal static class PageWidths
{
    private const int A4Upright = 8845;

    /// <summary>Width of the type area in twips, from the section that the element belongs to.</summary>
    public static int Of(XElement element)
    {
        var section = element.Document!.Descendants(WordXml.W + "sectPr").FirstOrDefault(candidate => candidate.IsAfter(element));
        var page = Number(section?.Element(WordXml.W + "pgSz"), "w");
        var margins = section?.Element(WordXml.W + "pgMar");
        return page is { } width && Number(margins, "left") is { } left && Number(margins, "right") is { } right ? width - left - right
            : A4Upright;
    }

    private static int? Number(XElement? element, string attribute) =>
        int.TryParse(element?.Attribute(WordXml.W + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? value : null;
}
