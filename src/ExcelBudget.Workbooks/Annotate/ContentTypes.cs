using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>What kind of content each part of the package is.</summary>
internal sealed class ContentTypes
{
    /// <summary>A worksheet.</summary>
    public const string Worksheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    /// <summary>The comments of a sheet.</summary>
    public const string Comments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

    /// <summary>The styles of a workbook.</summary>
    public const string Styles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /// <summary>The boxes of comments.</summary>
    public const string VmlDrawing = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private const string RelationshipList = "application/vnd.openxmlformats-package.relationships+xml";
    private const string PartName = "[Content_Types].xml";
    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/package/2006/content-types";
    private readonly PackageParts parts;
    private readonly XDocument document;
    private bool changed;

    public ContentTypes(PackageParts parts)
    {
        this.parts = parts;
        document = parts.Require(PartName);
    }

    /// <summary>Declares what a part is, unless its extension says so already.</summary>
    public void Declare(string part, string type)
    {
        var said = (string?)Overrides(part).FirstOrDefault()?.Attribute("ContentType") ?? DefaultFor(part);
        if (said == type) return;
        Forget(part);
        document.Root!.Add(new XElement(Ns + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
        changed = true;
    }

    /// <summary>Declares the drawing of a sheet. The extension is declared, as every program that reads comments expects it.</summary>
    public void DeclareVml(string part)
    {
        if (DefaultFor(part) is null)
        {
            document.Root!.AddFirst(new XElement(Ns + "Default", new XAttribute("Extension", "vml"), new XAttribute("ContentType", VmlDrawing)));
            changed = true;
        }

        Declare(part, VmlDrawing);
    }

    /// <summary>Declares the relationships of a part. Nearly every package does so by extension; LibreOffice once did it for each part.</summary>
    public void DeclareRelationships(string sourcePart) => Declare(Relationships.NameFor(sourcePart), RelationshipList);

    /// <summary>A part that is gone.</summary>
    public void Forget(string part)
    {
        var gone = Overrides(part).ToList();
        gone.Remove();
        changed |= gone.Count > 0;
    }

    /// <summary>Writes the part when something changed.</summary>
    public void Save()
    {
        if (changed) parts.Write(PartName, XmlPart.ToBytes(document));
    }

    private IEnumerable<XElement> Overrides(string part) => document.Root!.Elements(Ns + "Override")
        .Where(element => string.Equals((string?)element.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase));

    private string? DefaultFor(string part) => (string?)document.Root!.Elements(Ns + "Default")
        .FirstOrDefault(element => part.EndsWith("." + (string?)element.Attribute("Extension"), StringComparison.OrdinalIgnoreCase))
        ?.Attribute("ContentType");
}
