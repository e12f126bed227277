using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Pages;

/// <summary>How tall and wide the words of a paragraph style are; lengths in twips.</summary>
internal sealed record ParagraphLook
{
    /// <summary>Size of the letters in half points.</summary>
    public int HalfPoints { get; init; } = 21;

    /// <summary>Height of a line; 0 when it follows the font.</summary>
    public int ExactLine { get; init; }

    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>Indentation of the first line.</summary>
    public int FirstLine { get; init; }

    /// <summary>True when it begins a page.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>True when it stays on the page of what follows.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>Outline level, 0 for the first; null for text.</summary>
    public int? Outline { get; init; }

    /// <summary>Height of a line; fonts without an exact pitch are about 1.3 times as tall as their size.</summary>
    public int Line => ExactLine > 0 ? ExactLine : HalfPoints * 13;

    /// <summary>The looks of a document's paragraph styles by id, with what they inherit; the empty id is the default.</summary>
    public static IReadOnlyDictionary<string, ParagraphLook> Read(XDocument document)
    {
        using var styles = MarkupTree.Of(document);
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 1; at < styles.Count; at = styles.After(at))
        {
            if (styles.Is(at, "style"u8) && styles.Text(at, "styleId"u8) is { } id) all.TryAdd(id, at);
        }

        var defaults = styles.Child(0, "docDefaults"u8);
        var basic = new ParagraphLook().With(styles,
            styles.Child(styles.Child(defaults, "pPrDefault"u8), "pPr"u8), styles.Child(styles.Child(defaults, "rPrDefault"u8), "rPr"u8));
        var looks = all.ToDictionary(style => style.Key, style => Of(styles, style.Value, all, basic, 0), StringComparer.Ordinal);
        var normal = all.Values.Order().FirstOrDefault(style => styles.Attribute(style, "default"u8).SequenceEqual("1"u8)
            && styles.Attribute(style, "type"u8).SequenceEqual("paragraph"u8), MarkupTree.None);
        looks[""] = normal == MarkupTree.None ? basic : Of(styles, normal, all, basic, 0);
        return looks;
    }

    /// <summary>The look with the properties of a style or a paragraph on top.</summary>
    /// <param name="tree">Where they stand.</param>
    /// <param name="paragraph">Properties of paragraphs; may be none.</param>
    /// <param name="run">Properties of runs; may be none.</param>
    public ParagraphLook With(MarkupTree tree, int paragraph, int run)
    {
        var look = this;
        if (run != MarkupTree.None && Number(tree, tree.Child(run, "sz"u8), "val"u8) is { } size) look = look with { HalfPoints = size };
        // most paragraphs name their style and no more
        if (paragraph == MarkupTree.None) return look;
        if (tree.After(paragraph) <= paragraph + 2 && tree.Child(paragraph, "pStyle"u8) != MarkupTree.None) return look;
        var spacing = tree.Child(paragraph, "spacing"u8);
        var isExact = tree.Attribute(spacing, "lineRule"u8).SequenceEqual("exact"u8);
        tree.Attribute(spacing, "line"u8, out var hasLine);
        return look with
        {
            ExactLine = !hasLine ? ExactLine : isExact ? Number(tree, spacing, "line"u8) ?? 0 : 0,
            Before = Number(tree, spacing, "before"u8) ?? Before,
            After = Number(tree, spacing, "after"u8) ?? After,
            FirstLine = Number(tree, tree.Child(paragraph, "ind"u8), "firstLine"u8) ?? FirstLine,
            BreaksPage = Flag(tree, tree.Child(paragraph, "pageBreakBefore"u8)) ?? BreaksPage,
            KeepsNext = Flag(tree, tree.Child(paragraph, "keepNext"u8)) ?? KeepsNext,
            Outline = Number(tree, tree.Child(paragraph, "outlineLvl"u8), "val"u8) ?? Outline,
        };
    }

    private static ParagraphLook Of(MarkupTree styles, int style, Dictionary<string, int> all, ParagraphLook basic, int depth)
    {
        var parent = styles.Text(styles.Child(style, "basedOn"u8), "val"u8);
        var inherited = depth < 20 && parent is not null && all.TryGetValue(parent, out var found)
            ? Of(styles, found, all, basic, depth + 1) : basic;
        return inherited.With(styles, styles.Child(style, "pPr"u8), styles.Child(style, "rPr"u8));
    }

    private static int? Number(MarkupTree tree, int element, ReadOnlySpan<byte> attribute) =>
        int.TryParse(tree.Attribute(element, attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static bool? Flag(MarkupTree tree, int flag)
    {
        if (flag == MarkupTree.None) return null;
        var value = tree.Attribute(flag, "val"u8);
        return !(value.SequenceEqual("0"u8) || value.SequenceEqual("false"u8) || value.SequenceEqual("off"u8));
    }
}
