using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Compiling;

/// <summary>How large the page is where an element stands.</summary>
internal static class PageSizes
{
    /// <summary>Width and height of the type area in twips, from the section that the element belongs to.</summary>
    public static (int Width, int Height) Of(XElement element)
    {
        var section = element.Document!.Descendants(WordXml.W + "sectPr").FirstOrDefault(candidate => candidate.IsAfter(element));
        var (page, margins) = (section?.Element(WordXml.W + "pgSz"), section?.Element(WordXml.W + "pgMar"));
        return (Number(page, "w", 11906) - Number(margins, "left", 1587) - Number(margins, "right", 1474),
            Number(page, "h", 16838) - Number(margins, "top", 2098) - Number(margins, "bottom", 1984));
    }

    private static int Number(XElement? element, string attribute, int otherwise) =>
        int.TryParse(element?.Attribute(WordXml.W + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
