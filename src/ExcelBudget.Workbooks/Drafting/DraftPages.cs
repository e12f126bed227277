using System.Xml.Linq;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Widths of columns and the way the page lies, which a sheet's cells do not tell.</summary>
internal sealed class DraftPages
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<(int First, int Last, double Width)> _widths = [];

    private DraftPages()
    {
    }

    /// <summary>True for an upright page.</summary>
    public bool IsPortrait { get; private set; }

    /// <summary>Width of a column in characters; null where the sheet says nothing.</summary>
    public double? WidthOf(int column) => _widths.Where(width => width.First <= column && column <= width.Last)
        .Select(width => (double?)width.Width).FirstOrDefault();

    /// <summary>Reads the page of a sheet.</summary>
    public static DraftPages Of(GuardedWorkbook workbook, FlatSheet sheet)
    {
        var pages = new DraftPages();
        if (workbook.Parts().FirstOrDefault(part => part.Name == sheet.PartName) is not { Content: { } content }) return pages;
        using var stream = new MemoryStream(content);
        var root = XDocument.Load(stream).Root!;
        foreach (var column in root.Element(Main + "cols")?.Elements() ?? [])
        {
            if ((double?)column.Attribute("width") is { } width)
                pages._widths.Add(((int)column.Attribute("min")!, (int)column.Attribute("max")!, width));
        }

        pages.IsPortrait = root.Element(Main + "pageSetup")?.Attribute("orientation")?.Value is not "landscape";
        return pages;
    }
}
