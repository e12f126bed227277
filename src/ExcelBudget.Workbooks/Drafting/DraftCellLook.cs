using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>外观。How a cell looks; colours as RRGGBB, null where the file leaves it to a theme.</summary>
/// <param name="Font">Name of the font; null for none.</param>
/// <param name="Size">Points.</param>
/// <param name="IsBold">加粗。</param>
/// <param name="IsItalic">斜体。</param>
/// <param name="FontColour">Colour of the letters.</param>
/// <param name="Fill">Colour behind them.</param>
/// <param name="Borders">Styles of the left, right, upper and lower border; blank for none.</param>
/// <param name="Horizontal">left, center, right, distributed …; null for the usual.</param>
/// <param name="Vertical">top, center …; null for the usual.</param>
/// <param name="Wraps">自动换行。</param>
/// <param name="Indent">缩进。</param>
/// <param name="Format">数字格式; null for the usual.</param>
internal sealed record DraftCellLook(string? Font, double Size, bool IsBold, bool IsItalic, string? FontColour, string? Fill,
    IReadOnlyList<string> Borders, string? Horizontal, string? Vertical, bool Wraps, int Indent, string? Format)
{
    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    /// <summary>The looks of a workbook's style part by their place there.</summary>
    public static IReadOnlyList<DraftCellLook> Of(XElement root)
    {
        var formats = Children(root, "numFmts").Where(format => format.Attribute("numFmtId") is not null)
            .GroupBy(format => (int)Number(format, "numFmtId"))
            .ToDictionary(group => group.Key, group => (string?)group.First().Attribute("formatCode"));
        var (fonts, fills, borders) = (Children(root, "fonts"), Children(root, "fills"), Children(root, "borders"));
        return [.. Children(root, "cellXfs").Select(style => Read(style, At(fonts, style, "fontId"), At(fills, style, "fillId"),
            At(borders, style, "borderId"), formats))];
    }

    private static DraftCellLook Read(XElement style, XElement? font, XElement? fill, XElement? border, Dictionary<int, string?> formats)
    {
        var place = Child(style, "alignment");
        var pattern = Child(fill, "patternFill");
        var format = (int)Number(style, "numFmtId");
        return new DraftCellLook((string?)Child(font, "name")?.Attribute("val"), Child(font, "sz") is { } size ? Number(size, "val") : 11,
            IsOn(Child(font, "b")), IsOn(Child(font, "i")), Colour(Child(font, "color")),
            pattern?.Attribute("patternType")?.Value == "solid" ? Colour(Child(pattern, "fgColor")) : null,
            [.. Sides.Select(side => (string?)Child(border, side)?.Attribute("style") ?? "")],
            (string?)place?.Attribute("horizontal"), (string?)place?.Attribute("vertical"),
            (string?)place?.Attribute("wrapText") is "1" or "true", place is null ? 0 : (int)Number(place, "indent"),
            formats.GetValueOrDefault(format) ?? BuiltIn(format));
    }

    private static string? BuiltIn(int format) => format switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        41 => "#,##0",
        43 => "#,##0.00",
        _ => null,
    };

    private static bool IsOn(XElement? flag) => flag is not null && (string?)flag.Attribute("val") is not ("0" or "false");

    private static string? Colour(XElement? colour) => (string?)colour?.Attribute("rgb") is { Length: 8 } argb ? argb[2..] : null;

    private static XElement? At(XElement[] list, XElement style, string name) =>
        (int)Number(style, name) is >= 0 and var place && place < list.Length ? list[place] : null;

    private static XElement[] Children(XElement root, string name) => Child(root, name)?.Elements().ToArray() ?? [];

    private static XElement? Child(XElement? root, string name) => root?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static double Number(XElement element, string name) => double.TryParse((string?)element.Attribute(name), NumberStyles.Float,
        CultureInfo.InvariantCulture, out var number) ? number : 0;
}
