using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>What one part points to.</summary>
internal sealed class Relationships
{
    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly Uri Root = new("http://package/");
    private readonly PackageParts parts;
    private readonly Uri source;
    private readonly string partName;
    private readonly XDocument document;
    private bool changed;

    private Relationships(PackageParts parts, string sourcePart)
    {
        this.parts = parts;
        source = new Uri(Root, sourcePart);
        partName = NameFor(sourcePart);
        document = parts.Has(partName)
            ? parts.Require(partName)
            : new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(Ns + "Relationships"));
    }

    /// <summary>The relationships of a part; «» stands for the package itself.</summary>
    public static Relationships Of(PackageParts parts, string sourcePart) => new(parts, sourcePart);

    /// <summary>Name of the part that holds the relationships of <paramref name="sourcePart"/>.</summary>
    public static string NameFor(string sourcePart)
    {
        var slash = sourcePart.LastIndexOf('/') + 1;
        return sourcePart[..slash] + "_rels/" + sourcePart[slash..] + ".rels";
    }

    /// <summary>The parts inside the package that are pointed to, with id and kind (last word of the type).</summary>
    public IEnumerable<Relationship> All =>
        from element in document.Root!.Elements(Ns + "Relationship")
        where (string?)element.Attribute("TargetMode") != "External"
        let type = (string?)element.Attribute("Type") ?? ""
        select new Relationship(
            (string?)element.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve((string?)element.Attribute("Target") ?? ""));

    /// <summary>The first of a kind, for example «comments»; null when there is none.</summary>
    public Relationship? OfKind(string kind) => All.FirstOrDefault(relationship => relationship.Kind == kind);

    /// <summary>The one with an id; null when there is none.</summary>
    public Relationship? WithId(string? id) => All.FirstOrDefault(relationship => relationship.Id == id);

    /// <summary>Points to one more part. Returns the id: the given one, or a free one.</summary>
    public string Add(string type, string targetPart, string? id = null)
    {
        id ??= FreeId();
        var target = Uri.UnescapeDataString(source.MakeRelativeUri(new Uri(Root, targetPart)).ToString());
        document.Root!.Add(new XElement(
            Ns + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target)));
        changed = true;
        return id;
    }

    /// <summary>Points to it no longer.</summary>
    public void Remove(Relationship relationship)
    {
        document.Root!.Elements(Ns + "Relationship").Where(element => (string?)element.Attribute("Id") == relationship.Id).Remove();
        changed = true;
    }

    /// <summary>Writes the part when something changed; without any relationship there is no part.</summary>
    public void Save()
    {
        if (!changed) return;
        if (document.Root!.HasElements) parts.Write(partName, XmlPart.ToBytes(document));
        else parts.Remove(partName);
    }

    private string Resolve(string target) =>
        Uri.TryCreate(source, target, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/') : "";

    private string FreeId()
    {
        var taken = document.Root!.Elements().Select(element => (string?)element.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue).Select(n => "rId" + n.ToString(CultureInfo.InvariantCulture)).First(id => !taken.Contains(id));
    }
}

/// <summary>A pointer from one part to another.</summary>
/// <param name="Id">Its id within the pointing part.</param>
/// <param name="Kind">What it points to, for example «worksheet».</param>
/// <param name="Target">Name of the part pointed to, for example «xl/worksheets/sheet1.xml».</param>
internal sealed record Relationship(string Id, string Kind, string Target);
