using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Tables;

/// <summary>Starts of the paragraphs in the cells of one size, and the ids behind them.</summary>
/// <param name="Table">Id of the table style.</param>
/// <param name="Text">Id of the style of words.</param>
/// <param name="Figure">Id of the style of figures.</param>
/// <param name="Head">Id of the style of headings.</param>
/// <param name="Note">Id of the style of notes below a table.</param>
/// <param name="HalfPoints">Size of the letters in half points.</param>
internal sealed record TableStyles(string Table, string Text, string Figure, string Head, string Note, int HalfPoints);

/// <summary>The paragraph and table styles of a template by their names, which survive Word; ids may not.</summary>
internal sealed class StyleIndex
{
    private readonly Dictionary<string, XElement> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _headings = new(StringComparer.Ordinal);

    public StyleIndex(XDocument styles)
    {
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
        return new TableStyles(ids[0], ids[1], ids[2], ids[3], ids[4], size);
    }

    private static string? Id(XElement style) => style.Attribute(WordXml.W + "styleId")?.Value;

    private static string? StyleOf(XElement? paragraph) =>
        paragraph?.Element(WordXml.W + "pPr")?.Element(WordXml.W + "pStyle")?.Attribute(WordXml.Value)?.Value;
}
