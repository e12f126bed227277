using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>
/// An element behind the rows of a template sheet, taken apart once into what stays and what follows the rows: ranges, formulas, and how
/// many elements are left when those have gone whose ranges are empty.
/// </summary>
internal sealed class TailPattern
{
    // no template holds them: they belong to no script
    private const char SlotMark = '\uE000';
    private const char ChildMark = '\uE001';

    private static readonly string[] RangeNames = ["sqref", "ref"];
    private static readonly string[] FormulaNames = ["formula", "formula1", "formula2"];

    private readonly List<TailSlot> _slots = [];

    /// <param name="element">The element.</param>
    public TailPattern(XElement element)
    {
        var root = new XElement(element);
        foreach (var node in root.DescendantsAndSelf().ToArray())
        {
            var isOwn = node == root || node.Parent == root;
            foreach (var name in RangeNames)
            {
                if (node.Attribute(name) is { } range) range.Value = Slot(new TailSlot.Ranges(range.Value.Split(' ', Parts), isOwn));
            }

            if (!node.HasElements && FormulaNames.Contains(node.Name.LocalName))
                node.Value = Slot(new TailSlot.Formula(new ReferenceText(node.Value)));
        }

        if (root.Attribute("count") is { } count) count.Value = Slot(new TailSlot.Count());
        foreach (var child in root.Elements().ToArray()) child.AddBeforeSelf(new XText(ChildMark.ToString()));
        root.LastNode?.AddAfterSelf(new XText(ChildMark.ToString()));
        var pieces = root.ToString(SaveOptions.DisableFormatting).Split(ChildMark);
        Begin = Of(pieces[0]);
        Children = [.. pieces.Skip(1).SkipLast(1).Select(Of)];
        End = pieces.Length > 1 ? Of(pieces[^1]) : [];
    }

    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Up to the first child; the whole where it has none.</summary>
    public IReadOnlyList<TailPiece> Begin { get; }

    /// <summary>The children.</summary>
    public IReadOnlyList<IReadOnlyList<TailPiece>> Children { get; }

    /// <summary>Behind the last child.</summary>
    public IReadOnlyList<TailPiece> End { get; }

    private string Slot(TailSlot slot)
    {
        _slots.Add(slot);
        return string.Create(CultureInfo.InvariantCulture, $"{SlotMark}{_slots.Count - 1}{SlotMark}");
    }

    /// <summary>Text and slots in turn.</summary>
    private TailPiece[] Of(string piece) =>
        [.. piece.Split(SlotMark).Select((part, place) => place % 2 == 0 ? new TailPiece(part, null)
            : new TailPiece("", _slots[int.Parse(part, CultureInfo.InvariantCulture)]))];
}

/// <summary>A piece of an element behind the rows.</summary>
/// <param name="Text">Text as it stands.</param>
/// <param name="Slot">What is put in instead of a text; null for a text.</param>
internal readonly record struct TailPiece(string Text, TailSlot? Slot);

/// <summary>What follows the rows.</summary>
internal abstract record TailSlot
{
    private TailSlot()
    {
    }

    /// <summary>Ranges of cells.</summary>
    /// <param name="Texts">Each as the template has it.</param>
    /// <param name="IsOwn">True where the element or its child goes with them.</param>
    public sealed record Ranges(IReadOnlyList<string> Texts, bool IsOwn) : TailSlot;

    /// <summary>A formula.</summary>
    public sealed record Formula(ReferenceText Text) : TailSlot;

    /// <summary>How many children there are.</summary>
    public sealed record Count : TailSlot;
}
