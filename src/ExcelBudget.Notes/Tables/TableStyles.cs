using System.Text;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Pages;

namespace ExcelBudget.Notes.Tables;

/// <summary>The styles of the cells of one size.</summary>
/// <param name="Table">Id of the table style.</param>
/// <param name="Text">Style of words.</param>
/// <param name="Figure">Style of figures.</param>
/// <param name="Head">Style of headings.</param>
/// <param name="Note">Style of notes below a table.</param>
/// <param name="HalfPoints">Size of the letters in half points.</param>
internal sealed record TableStyles(string Table, CellStyle Text, CellStyle Figure, CellStyle Head, CellStyle Note, int HalfPoints);

/// <summary>A paragraph's reference to its style, and how the style looks.</summary>
/// <param name="Xml">The reference.</param>
/// <param name="Look">The look.</param>
internal sealed record CellStyle(byte[] Xml, ParagraphLook Look);

/// <summary>The paragraph and table styles of a template by their names, which survive Word; ids may not.</summary>
internal sealed class StyleIndex
{
    private readonly Dictionary<string, XElement> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);

    private readonly XDocument _document;

    public StyleIndex(XDocument styles)
    {
        _document = styles;
        foreach (var style in styles.Root!.Elements(WordXml.W + "style"))
        {
            var name = style.Element(WordXml.W + "name")?.Attribute(WordXml.Value)?.Value ?? "";
            if (Id(style) is not { } id) continue;
            _byName[name] = style;
            _names[id] = name;
            if (name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) || name == "Title"
                || style.Descendants(WordXml.W + "outlineLvl").Any()) _headings.Add(id);
        }
    }

    /// <summary>The looks of the paragraph styles by id; the empty id is the default.</summary>
    public IReadOnlyDictionary<string, ParagraphLook> Looks => field ??= ParagraphLook.Read(_document);

    /// <summary>True for a paragraph in a heading's style.</summary>
    public bool IsHeading(XElement paragraph) => StyleOf(paragraph) is { } id && _headings.Contains(id);

    /// <summary>Name of a paragraph's style; null for the default.</summary>
    public string? NameOf(XElement? paragraph) => StyleOf(paragraph) is { } id ? _names.GetValueOrDefault(id) : null;

    /// <summary>
    /// The styles of tables from a size on, the larger first; none, with the missing name, when the template lacks the first.
    /// </summary>
    /// <param name="from">What the names of the first set end in.</param>
    /// <param name="missing">The style that is missing.</param>
    public IReadOnlyList<TableStyles> Tables(string from, out string? missing)
    {
        missing = null;
        var sizes = new List<TableStyles>();
        foreach (var suffix in TableStyleNames.Suffixes.SkipWhile(suffix => suffix != from))
        {
            string[] wanted = [TableStyleNames.Table, .. TableStyleNames.Cells.Select(name => name + suffix), TableStyleNames.Note];
            var lacking = Array.Find(wanted, name => !_byName.ContainsKey(name));
            if (lacking is null) sizes.Add(Styles(wanted));
            else if (sizes.Count == 0) missing ??= lacking;
        }

        return missing is null ? sizes : [];
    }

    private TableStyles Styles(string[] names)
    {
        var ids = Array.ConvertAll(names, name => Id(_byName[name])!);
        var size = (int?)_byName[names[2]].Element(WordXml.W + "rPr")?.Element(WordXml.W + "sz")?.Attribute(WordXml.Value) ?? 21;
        return new TableStyles(ids[0], Style(ids[1]), Style(ids[2]), Style(ids[3]), Style(ids[4]), size);
    }

    private CellStyle Style(string id) =>
        new(Encoding.UTF8.GetBytes($"<w:pStyle w:val=\"{id}\"/>"), Looks.GetValueOrDefault(id, Looks[""]));

    private static string? Id(XElement style) => style.Attribute(WordXml.W + "styleId")?.Value;

    private static string? StyleOf(XElement? paragraph) =>
        paragraph?.Element(WordXml.W + "pPr")?.Element(WordXml.W + "pStyle")?.Attribute(WordXml.Value)?.Value;
}
