using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Contents;

/// <summary>How tall and wide the words of a paragraph style are; lengths in twips.</summary>
internal sealed record ParagraphLook
{
    /// <summary>Size of the letters in half points.</summary>
    public int HalfPoints { get; init; } = 21;

    /// <summary>Height of a line; 0 when it follows the font.</summary>
    public int ExactLine { get; init; }

    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>Indentation of the first line.</summary>
    public int FirstLine { get; init; }

    /// <summary>True when it begins a page.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>True when it stays on the page of what follows.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>Outline level, 0 for the first; null for text.</summary>
    public int? Outline { get; init; }

    /// <summary>Height of a line; fonts without an exact pitch are about 1.3 times as tall as their size.</summary>
    public int Line => ExactLine > 0 ? ExactLine : HalfPoints * 13;

    /// <summary>The looks of a document's paragraph styles by id, with what they inherit; the empty id is the default.</summary>
    public static IReadOnlyDictionary<string, ParagraphLook> Read(XDocument styles)
    {
        var root = styles.Root!;
        var all = root.Elements(WordXml.W + "style").Where(style => style.Attribute(WordXml.W + "styleId") is not null)
            .DistinctBy(style => style.Attribute(WordXml.W + "styleId")!.Value)
                .ToDictionary(style => style.Attribute(WordXml.W + "styleId")!.Value);
        var defaults = root.Element(WordXml.W + "docDefaults");
        var basic = new ParagraphLook().With(
            defaults?.Element(WordXml.W + "pPrDefault")?.Element(WordXml.W + "pPr"),
                defaults?.Element(WordXml.W + "rPrDefault")?.Element(WordXml.W + "rPr"));
        var looks = all.ToDictionary(style => style.Key, style => Of(style.Value, all, basic, 0), StringComparer.Ordinal);
        var normal = all.Values.FirstOrDefault(
            style => style.Attribute(WordXml.W + "default")?.Value == "1" && style.Attribute(WordXml.W + "type")?.Value == "paragraph");
        looks[""] = normal is null ? basic : Of(normal, all, basic, 0);
        return looks;
    }

    /// <summary>The look with the properties of a style or a paragraph on top.</summary>
    public ParagraphLook With(XElement? paragraph, XElement? run)
    {
        var spacing = paragraph?.Element(WordXml.W + "spacing");
        var isExact = spacing?.Attribute(WordXml.W + "lineRule")?.Value is "exact";
        return this with
        {
            HalfPoints = Number(run?.Element(WordXml.W + "sz"), "val") ?? HalfPoints,
            ExactLine = spacing?.Attribute(WordXml.W + "line") is null ? ExactLine : isExact ? Number(spacing, "line") ?? 0 : 0,
            Before = Number(spacing, "before") ?? Before,
            After = Number(spacing, "after") ?? After,
            FirstLine = Number(paragraph?.Element(WordXml.W + "ind"), "firstLine") ?? FirstLine,
            BreaksPage = Flag(paragraph, "pageBreakBefore") ?? BreaksPage,
            KeepsNext = Flag(paragraph, "keepNext") ?? KeepsNext,
            Outline = Number(paragraph?.Element(WordXml.W + "outlineLvl"), "val") ?? Outline,
        };
    }

    private static ParagraphLook Of(XElement style, Dictionary<string, XElement> all, ParagraphLook basic, int depth)
    {
        var parent = style.Element(WordXml.W + "basedOn")?.Attribute(WordXml.Value)?.Value;
        var inherited = depth < 20 && parent is not null && all.TryGetValue(parent, out var found) ? Of(found, all, basic, depth + 1)
            : basic;
        return inherited.With(style.Element(WordXml.W + "pPr"), style.Element(WordXml.W + "rPr"));
    }

    private static int? Number(XElement? element, string attribute) =>
        int.TryParse(element?.Attribute(WordXml.W + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool? Flag(XElement? properties, string name) =>
        properties?.Element(WordXml.W + name) is { } flag ? flag.Attribute(WordXml.Value)?.Value is not ("0" or "false" or "off") : null;
}
