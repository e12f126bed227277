using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>外观。How a sheet looks, which its values do not tell: styles of cells, widths, heights, the page.</summary>
internal sealed class DraftLook
{
    private readonly Dictionary<(int Row, int Column), int> _cells = [];
    private readonly Dictionary<int, int> _rows = [];
    private readonly Dictionary<int, double> _heights = [];
    private readonly List<(int First, int Last, double? Width, int? Style)> _columns = [];
    private readonly IReadOnlyList<DraftCellLook> _styles;

    private DraftLook(IReadOnlyList<DraftCellLook> styles) => _styles = styles;

    /// <summary>A sheet of which nothing is known.</summary>
    public static DraftLook None { get; } = new([]);

    /// <summary>True for an upright page.</summary>
    public bool IsPortrait { get; private set; } = true;

    /// <summary>True for a sheet squeezed onto one page.</summary>
    public bool IsOnePage { get; private set; }

    /// <summary>Left, right, top and bottom in inches; null where the sheet does not say.</summary>
    public (double Left, double Right, double Top, double Bottom)? Margins { get; private set; }

    /// <summary>True for a table in the middle of the page.</summary>
    public bool IsCentred { get; private set; }

    /// <summary>Width of a column in characters; null where the sheet says nothing.</summary>
    public double? WidthOf(int column) => _columns.Where(own => own.First <= column && column <= own.Last).Select(own =>
        own.Width).FirstOrDefault();

    /// <summary>Height of a row in points; null where the sheet says nothing.</summary>
    public double? HeightOf(int row) => _heights.TryGetValue(row, out var height) ? height : null;

    /// <summary>The look of a cell; null where nothing is said.</summary>
    public DraftCellLook? this[int row, int column] =>
        (_cells.TryGetValue((row, column), out var style) || _rows.TryGetValue(row, out style)
            || (_columns.Find(own => own.First <= column && column <= own.Last).Style is { } own && (style = own) >= 0))
            && style >= 0 && style < _styles.Count ? _styles[style] : null;

    /// <summary>Reads a sheet part.</summary>
    /// <param name="root">The part.</param>
    /// <param name="styles">Looks of the workbook, by their place.</param>
    public static DraftLook Of(XElement root, IReadOnlyList<DraftCellLook> styles)
    {
        var look = new DraftLook(styles);
        foreach (var column in Children(root, "cols"))
        {
            var width = Number(column, "width");
            look._columns.Add(((int)(Number(column, "min") ?? 1), (int)(Number(column, "max") ?? 1), width,
                (int?)Number(column, "style")));
        }

        var at = 0;
        foreach (var row in Children(root, "sheetData")) at = look.Row(row, at);
        look.Page(root);
        return look;
    }

    private int Row(XElement row, int before)
    {
        var number = (int)(Number(row, "r") ?? before + 1);
        if (Number(row, "ht") is { } height) _heights[number] = height;
        if (Number(row, "s") is { } style && (string?)row.Attribute("customFormat") is "1" or "true") _rows[number] = (int)style;
        var column = 0;
        foreach (var cell in row.Elements())
        {
            column++;
            if (OfficePackages.Sheets.CellReference.TryParse((string?)cell.Attribute("r") ?? "", out var place)) column = place.Column;
            if (Number(cell, "s") is { } own) _cells[(number, column)] = (int)own;
        }

        return number;
    }

    private void Page(XElement root)
    {
        var setup = Child(root, "pageSetup");
        IsPortrait = (string?)setup?.Attribute("orientation") is not "landscape";
        var fits = Child(Child(root, "sheetPr"), "pageSetUpPr")?.Attribute("fitToPage")?.Value is "1" or "true";
        IsOnePage = fits && (Number(setup, "fitToHeight") ?? 1) == 1 && (Number(setup, "fitToWidth") ?? 1) == 1;
        IsCentred = Child(root, "printOptions")?.Attribute("horizontalCentered")?.Value is "1" or "true";
        if (Child(root, "pageMargins") is { } margins)
            Margins = (Number(margins, "left") ?? 0.7, Number(margins, "right") ?? 0.7, Number(margins, "top") ?? 0.75,
                Number(margins, "bottom") ?? 0.75);
    }

    private static IEnumerable<XElement> Children(XElement root, string name) => Child(root, name)?.Elements() ?? [];

    private static XElement? Child(XElement? root, string name) => root?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static double? Number(XElement? element, string name) => double.TryParse((string?)element?.Attribute(name),
        NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
