using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Annotating;

/// <summary>The comments of a note: those it has, and one for each finding; with the relationship and content type that tell of them.</summary>
internal sealed class CommentPart
{
    private const string Author = "预算检查";
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string ContentTypes = "[Content_Types].xml";

    private readonly NotePackage _package;
    private readonly XNamespace _w;
    private readonly string _name;
    private readonly bool _isNew;
    private readonly XDocument _comments;
    private int _next;

    private CommentPart(NotePackage package, XNamespace w)
    {
        (_package, _w) = (package, w);
        var known = package.Related(package.DocumentName, "/comments");
        _isNew = known is null || package[known] is null;
        _name = _isNew ? FreeName() : known!;
        _comments = (_isNew ? null : package.Xml(_name)) ?? new XDocument(new XElement(w + "comments", new XAttribute(XNamespace.Xmlns + "w", w.NamespaceName)));
        _next = _comments.Root!.Elements(w + "comment").Select(comment => int.TryParse((string?)comment.Attribute(w + "id"), CultureInfo.InvariantCulture, out var id) && id < int.MaxValue / 2 ? id : 0).DefaultIfEmpty(-1).Max() + 1;
    }

    /// <summary>The comments of a note.</summary>
    public static CommentPart Of(NoteDocument document) => new(document.Package, document.Xml.Root!.Name.Namespace);

    /// <summary>Adds a comment; returns its id.</summary>
    public string Add(Finding finding)
    {
        var id = (_next++).ToString(CultureInfo.InvariantCulture);
        var mark = finding.Severity switch { Severity.Error => "错误", Severity.Warning => "疑点", _ => "提示" };
        _comments.Root!.Add(new XElement(
            _w + "comment",
            new XAttribute(_w + "id", id),
            new XAttribute(_w + "author", Author),
            new XAttribute(_w + "initials", "检查"),
            new XElement(_w + "p", new XElement(_w + "r", new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean($"【{mark}】{finding.Message}（{finding.Rule}）"))))));
        return id;
    }

    /// <summary>The parts that change beside the document.</summary>
    public Dictionary<string, XDocument> ChangedParts()
    {
        var changed = new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase) { [_name] = _comments };
        if (!_isNew) return changed;
        var relations = NotePackage.RelationshipsOf(_package.DocumentName);
        XNamespace r = "http://schemas.openxmlformats.org/package/2006/relationships";
        var links = _package.Xml(relations) ?? new XDocument(new XElement(r + "Relationships"));
        links.Root!.Add(new XElement(
            r + "Relationship",
            new XAttribute("Id", FreeId(links)),
            new XAttribute("Type", (_w.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal) ? Strict : Transitional) + "/comments"),
            new XAttribute("Target", "/" + _name)));
        var types = _package.Xml(ContentTypes)!;
        types.Root!.Add(new XElement(types.Root.Name.Namespace + "Override", new XAttribute("PartName", "/" + _name), new XAttribute("ContentType", ContentType)));
        (changed[relations], changed[ContentTypes]) = (links, types);
        return changed;
    }

    private static string FreeId(XDocument links)
    {
        var taken = links.Root!.Elements().Select(link => (string?)link.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 1;
        while (taken.Contains($"rIdCheck{number.ToString(CultureInfo.InvariantCulture)}")) number++;
        return $"rIdCheck{number.ToString(CultureInfo.InvariantCulture)}";
    }

    private string FreeName()
    {
        var folder = _package.DocumentName[..(_package.DocumentName.LastIndexOf('/') + 1)];
        return _package[folder + "comments.xml"] is null ? folder + "comments.xml" : folder + "comments-check.xml";
    }

    // characters XML cannot carry
    private static string Clean(string words) => string.Concat(words.Where(System.Xml.XmlConvert.IsXmlChar));
}
