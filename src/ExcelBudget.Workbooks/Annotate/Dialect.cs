using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>The namespaces of a workbook: as Excel usually saves it (Transitional) or as «Strict Open XML».</summary>
internal sealed record Dialect(XNamespace Main, XNamespace Relationships)
{
    /// <summary>As Excel usually saves.</summary>
    public static readonly Dialect Transitional = new(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    public static readonly Dialect Strict = new(
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /// <summary>The dialect a part is written in.</summary>
    public static Dialect Of(XNamespace main) => main == Strict.Main ? Strict : Transitional;

    /// <summary>Full type of a relationship, for example of «comments».</summary>
    public string RelationshipType(string kind) => Relationships.NamespaceName + "/" + kind;
}
