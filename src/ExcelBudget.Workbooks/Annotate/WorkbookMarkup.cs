using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>A sheet of the workbook.</summary>
/// <param name="Name">Name on the tab.</param>
/// <param name="Part">Name of its part.</param>
/// <param name="Number">Its place among the tabs, from 1.</param>
/// <param name="IsWorksheet">False for a chart that fills a sheet, which has no cells.</param>
/// <param name="Dialect">How it is written.</param>
internal sealed record WorkbookSheet(string Name, string Part, int Number, bool IsWorksheet, Dialect Dialect);

/// <summary>The list of sheets, names and windows of a workbook.</summary>
internal sealed class WorkbookMarkup
{
    private readonly PackageEdit _parts;
    private readonly XDocument _document;
    private readonly Dialect _dialect;
    private readonly XElement _sheetList;

    public WorkbookMarkup(PackageEdit parts)
    {
        this._parts = parts;
        Part = parts.LinksOf("").OfKind("officeDocument")?.Target ?? throw new InvalidDataException("The file has no workbook part.");
        _document = parts.Require(Part);
        _dialect = Dialect.Of(_document.Root!.Name.Namespace);
        Relationships = parts.LinksOf(Part);
        _sheetList = Root.Element(Ns + "sheets") ?? throw new InvalidDataException("The workbook lists no sheets.");
        Sheets = [.. ReadSheets()];
    }

    /// <summary>Name of the workbook part.</summary>
    public string Part { get; }

    /// <summary>What the workbook part points to.</summary>
    public Relationships Relationships { get; }

    /// <summary>The sheets as they were when read.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>How the workbook is written.</summary>
    public Dialect Dialect => _dialect;

    private XElement Root => _document.Root!;

    private XNamespace Ns => _dialect.Main;

    private IEnumerable<XElement> Names => Root.Elements(Ns + "definedNames").Elements(Ns + "definedName");

    /// <summary>The sheet of that name; null when there is none.</summary>
    public WorkbookSheet? Find(string name) =>
        Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Makes room for the report: the part of the sheet of that name, where it is, or of a new first sheet. It becomes the one that is
    /// shown.
    /// First, because an accountant with fifteen tabs sees the first one; the names of single sheets count sheets from the left and move
    /// along.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="formerName">The name of an earlier report that someone renamed; null when there is none.</param>
    public string PlaceReport(string name, string? formerName)
    {
        var present = Find(name) ?? (formerName is null ? null : Find(formerName));
        var part = present?.Part ?? AddFirst(name);
        var index = present is null ? 0 : present.Number - 1;
        var entry = _sheetList.Elements(Ns + "sheet").ElementAt(index);
        entry.Attribute("state")?.Remove();
        entry.SetAttributeValue("name", name);
        Names.Where(defined => SheetIndex(defined) == index).ToList().Remove();
        Show(index, present is null);
        return part;
    }

    /// <summary>Repeats some rows of the report on each printed page.</summary>
    public void PrintTitles(string sheet, int firstRow, int lastRow)
    {
        var index = _sheetList.Elements(Ns + "sheet").ToList().FindIndex(element =>
            string.Equals((string?)element.Attribute("name"), sheet, StringComparison.OrdinalIgnoreCase));
        var rows = string.Create(CultureInfo.InvariantCulture, $"{CellLink.Quoted(sheet)}!${firstRow}:${lastRow}");
        DefinedNames().Add(new XElement(
            Ns + "definedName", new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", index), rows));
    }

    public void Save()
    {
        Root.Elements(Ns + "definedNames").Where(list => !list.HasElements).Remove();
        _parts.Write(Part, XmlTree.ToBytes(_document));
    }

    private static int? SheetIndex(XElement defined) => (int?)defined.Attribute("localSheetId");

    private IEnumerable<WorkbookSheet> ReadSheets()
    {
        var number = 0;
        foreach (var element in _sheetList.Elements(Ns + "sheet"))
        {
            number++;
            var id = (string?)element.Attribute(_dialect.Relationships + "id");
            if (Relationships.WithId(id) is not { } target) continue;
            yield return new WorkbookSheet(
                (string?)element.Attribute("name") ?? "", target.Target, number, target.Kind == "worksheet", _dialect);
        }
    }

    private string AddFirst(string name)
    {
        var folder = Part[..(Part.LastIndexOf('/') + 1)];
        var part = _parts.FreeName(folder + "worksheets/sheet{0}.xml");
        var id = Relationships.Add(_dialect.RelationshipType("worksheet"), part);
        _parts.Types.Declare(part, PartTypes.Worksheet);
        var sheetId = _sheetList.Elements(Ns + "sheet").Select(sheet => (int?)sheet.Attribute("sheetId") ?? 0).Max() + 1;
        _sheetList.AddFirst(new XElement(
            Ns + "sheet", new XAttribute("name", name), new XAttribute("sheetId", sheetId),
                new XAttribute(_dialect.Relationships + "id", id)));
        foreach (var defined in Names)
        {
            if (SheetIndex(defined) is { } index) defined.SetAttributeValue("localSheetId", index + 1);
        }

        return part;
    }

    private void Show(int index, bool shifted)
    {
        var views = Root.Element(Ns + "bookViews");
        if (views is null)
        {
            views = new XElement(Ns + "bookViews", new XElement(Ns + "workbookView"));
            _sheetList.AddBeforeSelf(views);
        }

        foreach (var (view, number) in views.Elements(Ns + "workbookView").Select((view, number) => (view, number)))
        {
            var shown = (int?)view.Attribute("activeTab") ?? 0;
            // a second window on the workbook keeps showing what it showed
            view.SetAttributeValue("activeTab", number == 0 ? index : shown + (shifted ? 1 : 0));
            view.Attribute("firstSheet")?.Remove();
        }
    }

    private XElement DefinedNames()
    {
        if (Root.Element(Ns + "definedNames") is { } present) return present;
        var list = new XElement(Ns + "definedNames");
        string[] before = ["sheets", "functionGroups", "externalReferences"];
        Root.Elements().Last(element => element.Name.Namespace == Ns && before.Contains(element.Name.LocalName)).AddAfterSelf(list);
        return list;
    }
}
