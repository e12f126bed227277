using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// The boxes comments are shown in (VML, as Excel, WPS and LibreOffice all want it), hidden until the pointer rests on the cell.
/// </summary>
internal sealed partial class CommentBoxes
{
    private const int NumbersPerSheet = 1024;
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";
    private readonly XDocument _document;
    private readonly SheetGeometry _geometry;
    private int _lastNumber;

    private CommentBoxes(XDocument document, SheetGeometry geometry, int sheetNumber)
    {
        this._document = document;
        this._geometry = geometry;
        _lastNumber = Root.Elements().Select(NumberOf).Where(number => number > 0).DefaultIfEmpty(sheetNumber * NumbersPerSheet).Max();
        DeclarePrefixes();
    }

    /// <summary>Is nothing left that is drawn, neither a comment's box nor a button?</summary>
    public bool IsEmpty => Root.Elements().All(element => element.Name.LocalName is "shapelayout" or "shapetype");

    private XElement Root => _document.Root!;

    private IEnumerable<XElement> Shapes => Root.Descendants(Excel + "ClientData").Select(client => client.Parent!);

    /// <summary>Reads the drawing of a sheet.</summary>
    /// <exception cref="XmlException">It cannot be read, even after closing the line breaks that Excel leaves open.</exception>
    public static CommentBoxes Read(byte[] part, SheetGeometry geometry, int sheetNumber)
    {
        try
        {
            return new CommentBoxes(XmlTree.Parse(part), geometry, sheetNumber);
        }
        catch (XmlException)
        {
            // Excel writes HTML's <br> into the texts of buttons; Apache POI closes it the same way
            var text = OpenLineBreak().Replace(Encoding.UTF8.GetString(part), "<br/>");
            return new CommentBoxes(XmlTree.Parse(Encoding.UTF8.GetBytes(text)), geometry, sheetNumber);
        }
    }

    public static CommentBoxes Empty(SheetGeometry geometry, int sheetNumber)
    {
        var layout = new XElement(
            Office + "shapelayout",
            new XAttribute(Vml + "ext", "edit"),
            new XElement(
                Office + "idmap",
                new XAttribute(Vml + "ext", "edit"),
                new XAttribute("data", sheetNumber.ToString(CultureInfo.InvariantCulture))));
        return new CommentBoxes(new XDocument(new XElement("xml", layout)), geometry, sheetNumber);
    }

    public byte[] ToBytes() => XmlTree.ToBytes(_document);

    /// <summary>Takes away the boxes of comments that are gone.</summary>
    public void Remove(IEnumerable<GridCell> cells)
    {
        var gone = cells.ToHashSet();
        Shapes.Where(shape => CellOf(shape) is { } cell && gone.Contains(cell)).ToList().Remove();
    }

    /// <summary>Gives every comment a box: a new one, or the one it has, grown where <paramref name="changed"/> words need it.</summary>
    public void Fit(IEnumerable<(GridCell Cell, string Text)> comments, IReadOnlySet<GridCell> changed)
    {
        var present = Shapes.Where(shape => CellOf(shape) is not null).ToLookup(shape => CellOf(shape)!.Value);
        foreach (var (cell, text) in comments)
        {
            if (!present[cell].Any()) Root.Add(NewShape(cell, text));
            else if (changed.Contains(cell)) Grow(present[cell].First(), cell, text);
        }
    }

    private static GridCell? CellOf(XElement shape)
    {
        var client = shape.Element(Excel + "ClientData")!;
        if ((string?)client.Attribute("ObjectType") != "Note") return null;
        return Whole(client.Element(Excel + "Row")) is { } row && Whole(client.Element(Excel + "Column")) is { } column
            ? new GridCell(row + 1, column + 1)
            : null;
    }

    private static int? Whole(XElement? element) =>
        int.TryParse(element?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int NumberOf(XElement shape) =>
        int.TryParse(
            DigitsAtEnd().Match((string?)shape.Attribute("id") ?? "").Value, NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;

    private static string Points(int pixels) => (pixels * 0.75m).ToString("0.##", CultureInfo.InvariantCulture) + "pt";

    private void Grow(XElement shape, GridCell cell, string text)
    {
        var client = shape.Element(Excel + "ClientData")!;
        var present = client.Element(Excel + "Anchor");
        var size = NoteText.Box(text);
        // openpyxl writes no anchor; then the box is placed as a new one
        var anchor = Anchor.Parse(present?.Value) is { } now ? _geometry.Grown(now, size) : _geometry.Beside(cell, size);
        if (present is not null) present.Value = anchor.ToString();
        else client.Add(new XElement(Excel + "Anchor", anchor.ToString()));
    }

    private XElement NewShape(GridCell cell, string text)
    {
        EnsureShapeType();
        var size = NoteText.Box(text);
        var number = (++_lastNumber).ToString(CultureInfo.InvariantCulture);
        var style =
            $"position:absolute;margin-left:60pt;margin-top:2pt;width:{Points(size.Width)};height:{Points(size.Height)};z-index:1;"
                + "visibility:hidden";
        return new XElement(
            Vml + "shape",
            new XAttribute("id", "_x0000_s" + number),
            new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", style),
            new XAttribute("fillcolor", "#ffffe1"),
            new XAttribute(Office + "insetmode", "auto"),
            new XElement(Vml + "fill", new XAttribute("color2", "#ffffe1")),
            new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(
                Vml + "textbox",
                new XAttribute("style", "mso-direction-alt:auto"),
                new XElement("div", new XAttribute("style", "text-align:left"))),
            Client(cell, _geometry.Beside(cell, size)));
    }

    private static XElement Client(GridCell cell, Anchor anchor) => new(
        Excel + "ClientData",
        new XAttribute("ObjectType", "Note"),
        new XElement(Excel + "MoveWithCells"),
        new XElement(Excel + "SizeWithCells"),
        new XElement(Excel + "Anchor", anchor.ToString()),
        new XElement(Excel + "AutoFill", "False"),
        new XElement(Excel + "Row", cell.Row - 1),
        new XElement(Excel + "Column", cell.Column - 1));

    private void EnsureShapeType()
    {
        if (Root.Descendants(Vml + "shapetype").Any(type => (string?)type.Attribute("id") == "_x0000_t202")) return;
        Root.Add(new XElement(
            Vml + "shapetype",
            new XAttribute("id", "_x0000_t202"),
            new XAttribute("coordsize", "21600,21600"),
            new XAttribute(Office + "spt", "202"),
            new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
            new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect"))));
    }

    // openpyxl declares the namespaces on each element only; what we add needs the usual prefixes in scope
    private void DeclarePrefixes()
    {
        foreach (var (prefix, ns) in new[] { ("v", Vml), ("o", Office), ("x", Excel) })
        {
            if (Root.GetPrefixOfNamespace(ns) is null) Root.Add(new XAttribute(XNamespace.Xmlns + prefix, ns.NamespaceName));
        }
    }

    [GeneratedRegex(@"<br\s*>(\s*</br>)?")]
    private static partial Regex OpenLineBreak();

    [GeneratedRegex(@"(?<=_s)\d{1,7}$")]
    private static partial Regex DigitsAtEnd();
}
