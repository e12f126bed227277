using System.Globalization;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>workbook.xml: the tabs in order, the defined names, and how dates count.</summary>
/// <param name="Tabs">Tabs in order, chart sheets too.</param>
/// <param name="Names">Defined names in file order.</param>
/// <param name="Date1904">Dates count from 1904.</param>
internal sealed record WorkbookPart(List<WorkbookPart.Tab> Tabs, List<DefinedName> Names, bool Date1904)
{
    /// <summary>One tab and the id of the link to its part.</summary>
    internal sealed record Tab(string Name, SheetVisibility Visibility, string LinkId);

    public static WorkbookPart Read(ZipPackage package, string name)
    {
        using var inflated = package.Inflate(name);
        if (WorkbookScan.TryRead(inflated.Bytes, package.Limits.XmlDepth) is { } scanned) return scanned;
        using var xml = package.Walk(inflated, name);
        return Read(xml);
    }

    /// <summary>What a part says, whatever form it has.</summary>
    internal static WorkbookPart Read(XmlCursor xml)
    {
        var tabs = new List<Tab>();
        var names = new List<DefinedName>();
        var date1904 = false;
        xml.ReadRoot("workbook");
        while (xml.ReadChild(1))
        {
            if (xml.Is("workbookPr")) date1904 = xml.Flag("date1904");
            else if (xml.Is("sheets")) ReadTabs(xml, tabs);
            else if (xml.Is("definedNames")) ReadNames(xml, names, tabs);
        }
        return new WorkbookPart(tabs, names, date1904);
    }

    private static void ReadTabs(XmlCursor xml, List<Tab> tabs)
    {
        while (xml.ReadChild(2))
        {
            if (xml.Is("sheet"))
                tabs.Add(new Tab(
                XmlEscapes.Unescape(xml.Attribute("name")), Visibility(xml.Attribute("state")), xml.PrefixedAttribute("id").ToString()));
        }
    }

    /// <summary>How a tab is shown.</summary>
    internal static SheetVisibility Visibility(ReadOnlySpan<char> state) => state switch
    {
        "hidden" => SheetVisibility.Hidden,
        "veryHidden" => SheetVisibility.VeryHidden,
        _ => SheetVisibility.Visible,
    };

    private static void ReadNames(XmlCursor xml, List<DefinedName> names, List<Tab> tabs)
    {
        while (xml.ReadChild(2))
        {
            if (!xml.Is("definedName")) continue;
            var name = XmlEscapes.Unescape(xml.Attribute("name"));
            var hidden = xml.Flag("hidden");
            var local = int.TryParse(xml.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < tabs.Count ? tabs[index].Name : null;
            names.Add(new DefinedName(name, XmlEscapes.Unescape(xml.ReadContent()), local, hidden));
        }
    }
}
