using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>What the annotation needs to know of a sheet's XML, and where it stands in the text.</summary>
internal sealed class SheetMarkup
{
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Vml = "urn:schemas-microsoft-com:vml";

    /// <summary>Namespace of the sheet.</summary>
    public XNamespace Namespace { get; set; } = XNamespace.None;

    /// <summary>Prefix of its elements with the colon: «» or, for example, «x:».</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Prefix the root declares for relationship ids; null when it declares none.</summary>
    public string? RelationshipPrefix { get; set; }

    /// <summary>Values of the attributes that say this is the tab shown in the first window.</summary>
    public List<TextSpan> SelectedMarks { get; } = [];

    /// <summary>The element that points to the drawing of the comments, with what wraps nothing but it; null when there is none.</summary>
    public TextSpan? LegacyDrawing { get; set; }

    /// <summary>The relationship id in that element.</summary>
    public string? LegacyDrawingId { get; set; }

    /// <summary>Where such an element belongs by the schema's order of elements.</summary>
    public int LegacyDrawingPlace { get; set; }

    /// <summary>合并单元格。</summary>
    public List<GridArea> Merges { get; } = [];

    public SheetGeometry Geometry { get; } = new();

    /// <summary>The element that points to the drawing of the comments.</summary>
    public string LegacyDrawingElement(string relationshipId)
    {
        var ns = Dialect.Of(Namespace).Relationships.NamespaceName;
        var attribute = RelationshipPrefix is { } prefix
            ? $"{prefix}:id=\"{relationshipId}\""
            : $"r:id=\"{relationshipId}\" xmlns:r=\"{ns}\"";
        var element = $"<{Prefix}legacyDrawing {attribute}/>";
        // VML is no part of the Strict standard: Excel offers it there to programs that know it
        return Namespace == Dialect.Strict.Main
            ? $"<mc:AlternateContent xmlns:mc=\"{Compatibility}\">"
                + $"<mc:Choice Requires=\"v\" xmlns:v=\"{Vml}\">{element}</mc:Choice></mc:AlternateContent>"
            : element;
    }

    /// <summary>The cell a comment must stand at to be seen: the top left one of a merged area.</summary>
    public GridCell Visible(GridCell cell)
    {
        foreach (var merge in Merges)
        {
            if (merge.Contains(cell)) return merge.First;
        }

        return cell;
    }
}
