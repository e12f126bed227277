using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>What a cell of the report is for.</summary>
internal enum ReportRole
{
    /// <summary>标题。</summary>
    Title,

    /// <summary>Line below the title.</summary>
    Subtitle,

    /// <summary>Heading of a section.</summary>
    Section,

    Heading,

    /// <summary>See <see cref="ReportCellStyle.Plain"/>.</summary>
    Plain,

    /// <summary>See <see cref="ReportCellStyle.Error"/>.</summary>
    Error,

    /// <summary>See <see cref="ReportCellStyle.Warning"/>.</summary>
    Warning,

    /// <summary>See <see cref="ReportCellStyle.Info"/>.</summary>
    Info,

    /// <summary>See <see cref="ReportCellStyle.Answer"/>.</summary>
    Answer,

    /// <summary>See <see cref="ReportCellStyle.Detail"/>.</summary>
    Detail,

    /// <summary>What only the program reads.</summary>
    Code,
}

/// <summary>
/// The report's cell formats, added behind those of the workbook: no existing format changes its number. A format that is there already,
/// from an earlier
/// annotation, is used again.
/// </summary>
internal sealed class ReportStyles
{
    private const string FontName = "微软雅黑";
    private const string Ink = "FF262626";

    // whatever is typed into such a cell stays text: «=» and «-» at its beginning make no formula
    private const int AsText = 49;
    private static readonly string[] Order =
        ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];
    private static readonly Dictionary<ReportRole, RoleLook> Looks = new()
    {
        [ReportRole.Title] = new(18, true, "FF1F3864"),
        [ReportRole.Subtitle] = new(10, false, "FF595959"),
        [ReportRole.Section] = new(12, true, "FF1F3864"),
        [ReportRole.Heading] = new(10, true, Ink, "FFE7ECF4", Boxed: true, Across: "center"),
        [ReportRole.Plain] = new(10, false, Ink, Boxed: true),
        [ReportRole.Error] = new(10, true, "FF9C1C13", "FFFBE3E1", Boxed: true, Across: "center"),
        [ReportRole.Warning] = new(10, true, "FF8A5A00", "FFFFF0D1", Boxed: true, Across: "center"),
        [ReportRole.Info] = new(10, false, "FF595959", "FFEDEDED", Boxed: true, Across: "center"),
        [ReportRole.Answer] = new(10, false, Ink, "FFFFFBE6", Boxed: true, Open: true, NumberFormat: AsText),
        [ReportRole.Detail] = new(9, false, "FF595959", "FFF8F9FB", Boxed: true),
        [ReportRole.Code] = new(8, false, "FFA6A6A6"),
    };

    private readonly XDocument _document;
    private readonly XNamespace _ns;
    private readonly Dictionary<(ReportRole, bool, int?), int> _known = [];

    public ReportStyles(XDocument document)
    {
        this._document = document;
        _ns = document.Root!.Name.Namespace;
    }

    /// <summary>The styles of a workbook that has none.</summary>
    public static XDocument Blank(XNamespace ns) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(
            ns + "styleSheet",
            List(ns, "fonts", new XElement(ns + "font", Value(ns, "sz", "11"), Value(ns, "name", "宋体"))),
            List(ns, "fills", Fill(ns, "none", null), Fill(ns, "gray125", null)),
            List(ns, "borders", Border(ns, null)),
            List(ns, "cellXfs", new XElement(ns + "xf"))));

    /// <summary>The number of the format for a cell.</summary>
    /// <param name="role">What the cell is for.</param>
    /// <param name="isLink">Does a click lead elsewhere?</param>
    /// <param name="numberFormat">Excel's number of a built-in number format; null for text.</param>
    public int For(ReportRole role, bool isLink, int? numberFormat)
    {
        if (!_known.TryGetValue((role, isLink, numberFormat), out var index))
        {
            index = Place("cellXfs", Format(Looks[role], isLink, numberFormat));
            _known[(role, isLink, numberFormat)] = index;
        }

        return index;
    }

    public byte[] ToBytes() => XmlTree.ToBytes(_document);

    private static XElement Value(XNamespace ns, string name, string value) => new(ns + name, new XAttribute("val", value));

    private static XElement Fill(XNamespace ns, string pattern, string? colour) => new(
        ns + "fill",
        new XElement(
            ns + "patternFill",
            new XAttribute("patternType", pattern),
            colour is null ? null : new XElement(ns + "fgColor", new XAttribute("rgb", colour)),
            colour is null ? null : new XElement(ns + "bgColor", new XAttribute("indexed", "64"))));

    private static XElement Border(XNamespace ns, string? colour) => new(
        ns + "border",
        Sides.Select(side => new XElement(
            ns + side,
            colour is null ? null : new XAttribute("style", "thin"),
            colour is null ? null : new XElement(ns + "color", new XAttribute("rgb", colour)))),
        new XElement(ns + "diagonal"));

    private static XElement List(XNamespace ns, string name, params XElement[] items) =>
        new(ns + name, new XAttribute("count", items.Length), items);

    private XElement Format(RoleLook look, bool isLink, int? numberFormat)
    {
        var isNumber = numberFormat is not null;
        var font = Place("fonts", Font(look, isLink));
        var fill = look.Fill is null ? 0 : Place("fills", Fill(_ns, "solid", look.Fill));
        var border = Place("borders", Border(_ns, look.Boxed ? "FFBFBFBF" : null));
        return new XElement(
            _ns + "xf",
            new XAttribute("numFmtId", numberFormat ?? look.NumberFormat),
            new XAttribute("fontId", font),
            new XAttribute("fillId", fill),
            new XAttribute("borderId", border),
            _document.Root!.Element(_ns + "cellStyleXfs") is null ? null : new XAttribute("xfId", "0"),
            new XAttribute("applyNumberFormat", "1"),
            new XAttribute("applyFont", "1"),
            new XAttribute("applyFill", "1"),
            new XAttribute("applyBorder", "1"),
            new XAttribute("applyAlignment", "1"),
            new XAttribute("applyProtection", "1"),
            new XElement(
                _ns + "alignment",
                new XAttribute("horizontal", isNumber ? "right" : look.Across),
                look.Boxed && (isNumber || look.Across == "left") ? new XAttribute("indent", "1") : null,
                new XAttribute("vertical", "center"),
                isNumber ? null : new XAttribute("wrapText", "1")),
            new XElement(_ns + "protection", new XAttribute("locked", look.Open ? "0" : "1")));
    }

    private XElement Font(RoleLook look, bool isLink) => new(
        _ns + "font",
        look.Bold ? new XElement(_ns + "b") : null,
        isLink ? new XElement(_ns + "u") : null,
        Value(_ns, "sz", look.Points.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new XElement(_ns + "color", new XAttribute("rgb", isLink ? "FF1F4E9E" : look.Ink)),
        Value(_ns, "name", FontName),
        Value(_ns, "family", "2"),
        Value(_ns, "charset", "134"));

    private int Place(string listName, XElement item)
    {
        var list = Section(listName);
        var items = list.Elements(item.Name).ToList();
        var index = items.FindIndex(present => XNode.DeepEquals(present, item));
        if (index >= 0) return index;
        list.Add(item);
        list.SetAttributeValue("count", items.Count + 1);
        return items.Count;
    }

    private XElement Section(string name)
    {
        if (_document.Root!.Element(_ns + name) is { } present) return present;
        var list = new XElement(_ns + name);
        var before = Order.TakeWhile(section => section != name).ToHashSet();
        var previous = _document.Root.Elements().LastOrDefault(element => before.Contains(element.Name.LocalName));
        if (previous is null) _document.Root.AddFirst(list);
        else previous.AddAfterSelf(list);
        return list;
    }

    private sealed record RoleLook(
        int Points, bool Bold, string Ink, string? Fill = null, bool Boxed = false, string Across = "left", bool Open = false,
            int NumberFormat = 0);
}
