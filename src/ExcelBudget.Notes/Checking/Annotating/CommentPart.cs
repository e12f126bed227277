using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Notes.Checking.Annotating;

/// <summary>
/// The comments of a note: those it has, and one for each finding; with the relationship and content type that tell of them.
/// </summary>
internal sealed class CommentPart
{
    private const string Author = "预算检查";
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

    private readonly GuardedNote _package;
    private readonly XNamespace _w;
    private readonly string _name;
    private readonly bool _isNew;
    private readonly XDocument _comments;
    private int _next;

    private CommentPart(GuardedNote package, XNamespace w)
    {
        (_package, _w) = (package, w);
        var known = package.LinksOf(package.MainPart).OfKind("comments")?.Target;
        _isNew = known is null || !package.Has(known);
        _name = _isNew ? FreeName() : known!;
        _comments = (_isNew ? null : package.Tree(_name))
            ?? new XDocument(new XElement(w + "comments", new XAttribute(XNamespace.Xmlns + "w", w.NamespaceName)));
        _next = _comments.Root!.Elements(w + "comment")
            .Select(comment => int.TryParse((string?)comment.Attribute(w + "id"), CultureInfo.InvariantCulture, out var id)
            && id < int.MaxValue / 2 ? id : 0).DefaultIfEmpty(-1).Max() + 1;
    }

    /// <summary>The comments of a note.</summary>
    public static CommentPart Of(GuardedNote note, NoteDocument document) => new(note, document.Xml.Root!.Name.Namespace);

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
            new XElement(
                _w + "p", new XElement(
                _w + "r", new XElement(
                _w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean($"【{mark}】{finding.Message}（{finding.Rule}）"))))));
        return id;
    }

    /// <summary>Writes the comments, and tells of them where they are new.</summary>
    public void WriteTo(PackageEdit copy)
    {
        copy.Write(_name, XmlTree.ToBytes(_comments));
        if (!_isNew) return;
        var dialect = _w.NamespaceName.Contains("purl.oclc.org", StringComparison.Ordinal) ? Strict : Transitional;
        copy.LinksOf(_package.MainPart).Add(dialect + "/comments", _name);
        copy.Types.Declare(_name, ContentType);
    }

    private string FreeName()
    {
        var folder = _package.MainPart[..(_package.MainPart.LastIndexOf('/') + 1)];
        return !_package.Has(folder + "comments.xml") ? folder + "comments.xml" : folder + "comments-check.xml";
    }

    // characters XML cannot carry
    private static string Clean(string words) => string.Concat(words.Where(System.Xml.XmlConvert.IsXmlChar));
}
