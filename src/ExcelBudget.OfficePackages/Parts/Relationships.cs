using System.Globalization;
using System.Text;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>The links of one part, or of the package itself.</summary>
public sealed class Relationships
{
    private readonly string _source;
    private readonly List<Relationship> _all = [];

    private Relationships(string source) => _source = source;

    /// <summary>All of them, in the file's order.</summary>
    public IReadOnlyList<Relationship> All => _all;

    /// <summary>True when a link was added or taken away.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Name of the part that holds the links of <paramref name="source"/>; «» stands for the package itself.</summary>
    public static string NameFor(string source)
    {
        var slash = source.LastIndexOf('/') + 1;
        return $"{source[..slash]}_rels/{source[slash..]}.rels";
    }

    /// <summary>A part that has none.</summary>
    internal static Relationships None(string source) => new(source);

    /// <summary>Reads the links of a part.</summary>
    internal static Relationships Read(XmlCursor xml, string source)
    {
        var links = new Relationships(source);
        xml.ReadRoot("Relationships");
        while (xml.ReadChild(1))
        {
            if (!xml.Is("Relationship")) continue;
            var (isExternal, written) = (xml.Attribute("TargetMode") is "External", xml.Attribute("Target").ToString());
            var target = isExternal ? written : Resolve(source, written);
            links._all.Add(new Relationship(xml.Attribute("Id").ToString(), xml.Attribute("Type").ToString(), target, isExternal)
            {
                Written = written,
            });
        }
        return links;
    }

    /// <summary>The first link of a kind to a part of the file, for example «comments»; null when there is none.</summary>
    public Relationship? OfKind(string kind) => _all.Find(link => link.Kind == kind && !link.IsExternal);

    /// <summary>The link with an id to a part of the file; null when there is none.</summary>
    public Relationship? WithId(string? id) => _all.Find(link => link.Id == id && !link.IsExternal);

    /// <summary>Points to one more part. Returns the id: the given one, or a free one.</summary>
    public string Add(string type, string targetPart, string? id = null)
    {
        id ??= FreeId();
        _all.Add(new Relationship(id, type, targetPart));
        IsChanged = true;
        return id;
    }

    /// <summary>Points to it no longer.</summary>
    public void Remove(Relationship relationship) => IsChanged |= _all.RemoveAll(link => link.Id == relationship.Id) > 0;

    /// <summary>The links as XML, those of before as they were written.</summary>
    public byte[] ToBytes() => Written(link => link.Written ?? Relative(link.Target));

    /// <summary>The links as Word and Excel write them: every target from the folder of its source.</summary>
    internal byte[] AsOfficeWrites() =>
        Written(link => link.IsExternal || link.Target.Length == 0 ? link.Written ?? link.Target : Relative(link.Target));

    private byte[] Written(Func<Relationship, string> target)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.Append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var link in _all)
        {
            xml.Append(CultureInfo.InvariantCulture,
                $"<Relationship Id=\"{LegalText.InAttribute(link.Id)}\" Type=\"{LegalText.InAttribute(link.Type)}\"");
            xml.Append(CultureInfo.InvariantCulture, $" Target=\"{LegalText.InAttribute(target(link))}\"");
            xml.Append(link.IsExternal ? " TargetMode=\"External\"/>" : "/>");
        }
        return Encoding.UTF8.GetBytes(xml.Append("</Relationships>").ToString());
    }

    // from «xl/worksheets/sheet1.xml» to «xl/comments1.xml»: «../comments1.xml»
    private string Relative(string target)
    {
        string[] from = _source.Split('/')[..^1], to = target.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common]) common++;
        return string.Concat(Enumerable.Repeat("../", from.Length - common)) + string.Join('/', to[common..]);
    }

    // «worksheets/sheet1.xml», «/xl/worksheets/sheet1.xml», «../docProps/core.xml»
    private static string Resolve(string source, string target)
    {
        target = Uri.UnescapeDataString(target.Replace('\\', '/'));
        var fragment = target.IndexOf('#');
        if (fragment >= 0) target = target[..fragment];
        if (target.Length == 0) return "";
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : source[..(source.LastIndexOf('/') + 1)] + target)
            .Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..") steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            else if (step != ".") steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private string FreeId()
    {
        var taken = _all.Select(link => link.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue).Select(n => "rId" + n.ToString(CultureInfo.InvariantCulture))
            .First(id => !taken.Contains(id));
    }
}
