using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Notes.Reading;

/// <summary>Which styles of a document are headings, and which belong to its table of contents; also styles based on them.</summary>
internal sealed class NoteStyleNames
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, (string Name, string? BasedOn, int? Outline)> _styles = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (int Level, bool IsContents)> _known = new(StringComparer.Ordinal);

    public NoteStyleNames(XDocument? styles)
    {
        if (styles?.Root is not { } root) return;
        var w = root.Name.Namespace;
        foreach (var style in root.Elements(w + "style"))
        {
            if ((string?)style.Attribute(w + "styleId") is not { } id) continue;
            var outline = (string?)style.Element(w + "pPr")?.Element(w + "outlineLvl")?.Attribute(w + "val");
            _styles[id] = (
                (string?)style.Element(w + "name")?.Attribute(w + "val") ?? id,
                (string?)style.Element(w + "basedOn")?.Attribute(w + "val"),
                int.TryParse(outline, CultureInfo.InvariantCulture, out var level) && level < 9 ? level + 1 : null);
        }

        foreach (var id in _styles.Keys)
            _known[id] = (Chain(id).Select(Level).FirstOrDefault(level => level > 0), Chain(id).Any(IsContents));
    }

    /// <summary>Level of a heading style from 1; 0 for others.</summary>
    public int LevelOf(string? id) => id is null ? 0 : _known.GetValueOrDefault(id).Level;

    /// <summary>True for the styles of a table of contents.</summary>
    public bool IsContents(string? id) => id is not null && _known.GetValueOrDefault(id).IsContents;

    private static bool IsContents((string Name, string? BasedOn, int? Outline) style) =>
        style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || style.Name.StartsWith("目录", StringComparison.Ordinal)
            || style.Name.StartsWith("Contents ", StringComparison.OrdinalIgnoreCase);

    private static int Level((string Name, string? BasedOn, int? Outline) style)
    {
        if (style.Outline is { } outline) return outline;
        foreach (var prefix in (ReadOnlySpan<string>)["heading ", "标题 ", "标题"])
        {
            if (style.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(style.Name.AsSpan(prefix.Length), CultureInfo.InvariantCulture, out var level)) return level;
        }

        return 0;
    }

    private IEnumerable<(string Name, string? BasedOn, int? Outline)> Chain(string? id)
    {
        for (var step = 0; id is not null && step < LongestChain && _styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }
}
