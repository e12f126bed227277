using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>A link from one part to another.</summary>
/// <param name="Id">Id used in the source part.</param>
/// <param name="Kind">Last word of the type, the same in both namespaces: worksheet, sharedStrings…</param>
/// <param name="Target">Name of the target part; for an external target, its address.</param>
/// <param name="External">The target lies outside the file.</param>
internal sealed record Relationship(string Id, string Kind, string Target, bool External)
{
    /// <summary>The links of a part; none when it has no .rels. The empty name is the package itself.</summary>
    public static List<Relationship> Of(ZipPackage package, string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        var folder = source[..slash];
        var part = $"{folder}_rels/{source[slash..]}.rels";
        if (!package.Contains(part)) return [];
        var links = new List<Relationship>();
        using var xml = package.OpenXml(part);
        xml.ReadRoot("Relationships");
        while (xml.ReadChild(1))
        {
            if (xml.Is("Relationship")) links.Add(Read(xml, folder));
        }
        return links;
    }

    private static Relationship Read(XmlCursor xml, string folder)
    {
        var type = xml.Attribute("Type").ToString();
        var external = xml.Attribute("TargetMode") is "External";
        var target = xml.Attribute("Target").ToString();
        return new Relationship(xml.Attribute("Id").ToString(), type[(type.LastIndexOf('/') + 1)..], external ? target : Resolve(folder, target), external);
    }

    // «worksheets/sheet1.xml», «/xl/worksheets/sheet1.xml», «../docProps/core.xml»
    private static string Resolve(string folder, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        var fragment = target.IndexOf('#');
        if (fragment >= 0) target = target[..fragment];
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..") steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".") steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
