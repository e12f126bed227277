using System.Globalization;
using System.Text;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>[Content_Types].xml: what each part of a package is.</summary>
public sealed class ContentTypes
{
    /// <summary>Name of the part itself.</summary>
    public const string PartName = "[Content_Types].xml";

    /// <summary>The links of a part.</summary>
    internal const string RelationshipList = "application/vnd.openxmlformats-package.relationships+xml";

    private const string VmlDrawing = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a declaration was added, changed or taken away.</summary>
    public bool IsChanged { get; private set; }

    internal static ContentTypes Read(XmlCursor xml)
    {
        var types = new ContentTypes();
        xml.ReadRoot("Types");
        while (xml.ReadChild(1))
        {
            var type = xml.Attribute("ContentType").ToString();
            if (xml.Is("Override")) types._byPart.TryAdd(xml.Attribute("PartName").ToString().TrimStart('/'), type);
            if (xml.Is("Default")) types._byExtension.TryAdd(xml.Attribute("Extension").ToString(), type);
        }
        return types;
    }

    /// <summary>The type of a part; empty when the list does not say.</summary>
    public string Of(string part) => _byPart.GetValueOrDefault(part) ?? _byExtension.GetValueOrDefault(Extension(part)) ?? "";

    /// <summary>Does any part have a type with these words in it?</summary>
    public bool Any(string words) =>
        _byPart.Values.Concat(_byExtension.Values).Any(t => t.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Declares what a part is, unless the list says so already.</summary>
    public void Declare(string part, string type)
    {
        if (Of(part) == type) return;
        _byPart[part] = type;
        IsChanged = true;
    }

    /// <summary>Declares the drawing of a sheet. The extension is declared, as every program that reads comments expects it.</summary>
    public void DeclareVml(string part)
    {
        IsChanged |= _byExtension.TryAdd("vml", VmlDrawing);
        Declare(part, VmlDrawing);
    }

    /// <summary>Declares the links of a part. Nearly every package does so by extension; LibreOffice once did it for each part.</summary>
    public void DeclareRelationships(string sourcePart) => Declare(Relationships.NameFor(sourcePart), RelationshipList);

    /// <summary>A part that is gone.</summary>
    public void Forget(string part) => IsChanged |= _byPart.Remove(part);

    /// <summary>The list as Word and Excel write it: what extensions mean, then what single parts are.</summary>
    public byte[] ToBytes()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        foreach (var (extension, type) in _byExtension) Append(xml, "Default Extension", extension, type);
        foreach (var (part, type) in _byPart) Append(xml, "Override PartName", "/" + part, type);
        return Encoding.UTF8.GetBytes(xml.Append("</Types>").ToString());
    }

    /// <summary>
    /// The list of a package in the form Word and Excel give it: an own declaration for every XML part, <c>application/xml</c> for the
    /// extension.
    /// </summary>
    internal ContentTypes AsOfficeWrites(IEnumerable<string> parts)
    {
        var types = new ContentTypes { _byExtension = { ["rels"] = RelationshipList, ["xml"] = "application/xml" }, IsChanged = true };
        foreach (var part in parts.Where(
            part => part != PartName && !part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && Of(part).Length > 0))
        {
            var extension = Extension(part);
            var isXml = extension.Equals("xml", StringComparison.OrdinalIgnoreCase);
            if (isXml || (types._byExtension.TryGetValue(extension, out var known) && known != Of(part))) types._byPart[part] = Of(part);
            else types._byExtension[extension] = Of(part);
        }
        return types;
    }

    private static void Append(StringBuilder xml, string start, string name, string type) =>
        xml.Append(CultureInfo.InvariantCulture,
            $"<{start}=\"{LegalText.InAttribute(name)}\" ContentType=\"{LegalText.InAttribute(type)}\"/>");

    private static string Extension(string part) => part[(part.LastIndexOf('.') + 1)..];
}
