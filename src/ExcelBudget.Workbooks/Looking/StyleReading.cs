using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Guard;

namespace ExcelBudget.Workbooks.Looking;

/// <summary>Reads from a workbook's styles what a grid shows of them.</summary>
internal static class StyleReading
{
    /// <summary>The looks by number; without styles one that is locked, as Excel has it.</summary>
    public static IReadOnlyList<StyleLook> Read(GuardedWorkbook workbook)
    {
        var part = workbook.LinksOf(workbook.MainPart).All.FirstOrDefault(link => link.Kind == "styles" && !link.IsExternal)?.Target;
        if (part is null || workbook.Tree(part)?.Root is not { } root) return [new StyleLook(true, false, null, null, false, false)];
        var fonts = Children(root, "fonts")
            .Select(font => font.Elements().Any(each => each.Name.LocalName == "b" && IsOn(each))).ToArray();
        var fills = Children(root, "fills").Select(Colour).ToArray();
        var borders = Children(root, "borders")
            .Select(border => border.Elements().Any(side => side.Attribute("style") is not null)).ToArray();
        return
        [
            .. Children(root, "cellXfs").Select(style => new StyleLook(
                !Child(style, "protection").Any(each => Text(each, "locked") is "0" or "false"),
                At(fonts, style, "fontId"), At(fills, style, "fillId"),
                Child(style, "alignment").Select(each => Text(each, "horizontal")).FirstOrDefault() switch
                {
                    "left" => "left",
                    "right" => "right",
                    "center" or "centerContinuous" => "center",
                    _ => null,
                },
                Child(style, "alignment").Any(each => Text(each, "wrapText") is "1" or "true"), At(borders, style, "borderId"))),
        ];
    }

    private static IEnumerable<XElement> Children(XElement root, string list) =>
        Child(root, list).Take(1).SelectMany(each => each.Elements());

    private static IEnumerable<XElement> Child(XElement parent, string name) =>
        parent.Elements().Where(each => each.Name.LocalName == name);

    private static string? Text(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    private static bool IsOn(XElement element) => Text(element, "val") is not ("0" or "false");

    private static T? At<T>(T[] list, XElement style, string attribute) =>
        int.TryParse(Text(style, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Length
            ? list[at] : default;

    private static string? Colour(XElement fill)
    {
        const int Digits = 8;
        var pattern = fill.Elements().FirstOrDefault(each => each.Name.LocalName == "patternFill");
        if (pattern is null || Text(pattern, "patternType") is not "solid") return null;
        var colour = Child(pattern, "fgColor").Select(each => Text(each, "rgb")).FirstOrDefault();
        return colour is { Length: Digits } && colour.All(char.IsAsciiHexDigit) ? "#" + colour[2..].ToUpperInvariant() : null;
    }
}
