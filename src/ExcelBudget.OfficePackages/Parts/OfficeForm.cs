using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>
/// Packages as Word and Excel write them. The libraries that build our templates write the same meaning in other words, and readers that
/// know only the usual ones lose it: AbiWord opens no document whose links begin at the root, Gnumeric sees no format in <c>d:dxf</c>.
/// </summary>
public static class OfficeForm
{
    private const string RootLinks = "_rels/.rels";

    /// <summary>
    /// The parts with links from the folder of their source, an own content type for every XML part and <c>application/xml</c> for the
    /// extension, no byte order mark, prefixes declared at the root, and no prefix where it only repeats the default namespace. Content
    /// types and root links come first.
    /// </summary>
    public static List<PlainPart> Of(IReadOnlyList<PlainPart> parts)
    {
        var types = Read(parts.First(part => part.Name == ContentTypes.PartName), ContentTypes.Read);
        var rewritten = parts.Where(part => part.Name != ContentTypes.PartName).OrderBy(part => part.Name == RootLinks ? 0 : 1)
            .Select(Rewritten);
        return [new(ContentTypes.PartName, types.AsOfficeWrites(parts.Select(part => part.Name)).ToBytes()), .. rewritten];
    }

    private static PlainPart Rewritten(PlainPart part)
    {
        if (part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return part with { Content = Read(part, xml => Relationships.Read(xml, SourceOf(part.Name))).AsOfficeWrites() };
        }

        return part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? part with { Content = Plain(part.Content) } : part;
    }

    // «xl/_rels/workbook.xml.rels» → «xl/workbook.xml»
    private static string SourceOf(string links) => links.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];

    private static T Read<T>(PlainPart part, Func<XmlCursor, T> read)
    {
        using var xml = new XmlCursor(XmlChars.Decode(part.Content, part.Name), part.Name);
        return read(xml);
    }

    private static byte[] Plain(byte[] content)
    {
        var document = XmlTree.Parse(content);
        document.Declaration = new XDeclaration("1.0", "UTF-8", "yes");
        var root = document.Root!;
        DropRepeated(root);
        DeclareAtRoot(root);
        if (root.GetDefaultNamespace() == XNamespace.None && root.Name.Namespace != XNamespace.None) MakeDefault(root);
        return XmlTree.ToBytes(document);
    }

    // <d:dxf xmlns:d="…main"> inside <styleSheet xmlns="…main">
    private static void DropRepeated(XElement root)
    {
        foreach (var element in root.Descendants().ToList())
        {
            element.Attributes().Where(attribute => IsPrefix(attribute) && attribute.Value == root.GetDefaultNamespace().NamespaceName
                && !IsUsedByAttributes(element, attribute.Value)).Remove();
        }
    }

    // AbiWord knows «r:id» only where the root declares «r», as Word does
    private static void DeclareAtRoot(XElement root)
    {
        var prefixes = root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration)
            .ToDictionary(attribute => attribute.Name.LocalName, attribute => attribute.Value, StringComparer.Ordinal);
        foreach (var declared in root.Descendants().Attributes().Where(IsPrefix).ToList())
        {
            if (prefixes.TryAdd(declared.Name.LocalName, declared.Value)) root.Add(new XAttribute(declared.Name, declared.Value));
            if (prefixes[declared.Name.LocalName] == declared.Value) declared.Remove();
        }
    }

    // a root with a prefix none of its attributes needs: <ap:Properties xmlns:ap="…">
    private static void MakeDefault(XElement root)
    {
        var own = root.Name.NamespaceName;
        if (IsUsedByAttributes(root, own) || root.DescendantsAndSelf().Any(element => element.Name.Namespace == XNamespace.None)) return;
        root.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == own).Remove();
        root.Add(new XAttribute("xmlns", own));
    }

    // xmlns:r="…", not xmlns="…"
    private static bool IsPrefix(XAttribute attribute) => attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.Xmlns;

    private static bool IsUsedByAttributes(XElement element, string name) =>
        element.DescendantsAndSelf().Attributes().Any(attribute => attribute.Name.NamespaceName == name);
}
