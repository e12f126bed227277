using System.Xml.Linq;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>
/// Gives a note its content controls back where a program dropped them or their tags, as LibreOffice before 7.5 does: the
/// bookmarks around them remain.
/// </summary>
/// <param name="index">The template's slots.</param>
/// <param name="pack">The pack.</param>
/// <param name="styles">The note's styles.</param>
internal sealed class LinkRestorer(SlotIndex index, Pack pack, StyleIndex styles)
{
    public void Restore(XDocument document)
    {
        foreach (var control in document.Descendants(WordXml.Control).Where(IsBare).Reverse().ToArray())
            control.ReplaceWith(control.Element(WordXml.Content)?.Nodes());
        foreach (var start in document.Descendants(WordXml.BookmarkStart).ToArray())
        {
            var name = start.Attribute(WordXml.W + "name")?.Value ?? "";
            if (index.TagOf(name) is { } tag) RestoreFigure(start, tag);
            else if (FormOf(name) is { } form) RestoreTable(start, form);
        }
    }

    /// <summary>A control that says nothing of itself any more.</summary>
    private static bool IsBare(XElement control) => control.Element(WordXml.Properties)?.HasElements != true;

    private static void RestoreFigure(XElement start, string tag)
    {
        if (SlotTag.Parse(tag).Kind is not ("fig" or "fig0" or "rate" or "dir")) return;
        var end = start.ElementsAfterSelf(WordXml.BookmarkEnd).FirstOrDefault(mark => Id(mark) == Id(start));
        if (end is null || start.Ancestors(WordXml.Control).Any(control => WordXml.TagOf(control) == tag)) return;
        // marks of neighbours may overlap by nothing: they stay outside
        var linked = start.ElementsAfterSelf().TakeWhile(element => element != end)
            .Where(element => element.Name != WordXml.BookmarkStart && element.Name != WordXml.BookmarkEnd).ToArray();
        if (linked.Length == 0 || linked.Any(element => element.DescendantsAndSelf(WordXml.Control).Any())
            || !linked.Any(element => WordXml.TextOf(element).Length > 0)) return;
        foreach (var element in linked) element.Remove();
        start.AddAfterSelf(Control(tag, linked));
    }

    private void RestoreTable(XElement start, string form)
    {
        var table = start.Ancestors(WordXml.Table).LastOrDefault() ?? start.ElementsAfterSelf(WordXml.Table).FirstOrDefault()
            ?? start.Ancestors(WordXml.Paragraph).FirstOrDefault()?.ElementsAfterSelf()
                .FirstOrDefault(element => element.Name == WordXml.Table);
        var tag = index.Tags.FirstOrDefault(tag => tag == $"table:{form}" || tag.StartsWith($"table:{form}+", StringComparison.Ordinal));
        if (table is null || tag is null || table.Ancestors(WordXml.Control).Any(control => WordXml.TagOf(control) is not null)) return;
        XElement[] notes =
            [.. table.ElementsAfterSelf()
            .TakeWhile(element => element.Name == WordXml.Paragraph && styles.NameOf(element) == TableStyleNames.Note)];
        foreach (var note in notes) note.Remove();
        var control = Control(tag, notes);
        table.ReplaceWith(control);
        // moved, not copied: other bookmarks of the list stand inside it
        control.Element(WordXml.Content)!.AddFirst(table);
    }

    /// <summary>The form of a table's bookmark; null for other bookmarks.</summary>
    private string? FormOf(string bookmark) => pack.Forms.Select(form => (form.Id, Name: TableSegment.BookmarkOf(form)))
        .FirstOrDefault(form => bookmark == form.Name || bookmark.StartsWith(form.Name + "_", StringComparison.Ordinal)).Id.Value;

    private static XElement Control(string tag, IEnumerable<XElement> content) => new(
        WordXml.Control,
        new XElement(WordXml.Properties, new XElement(WordXml.Tag, new XAttribute(WordXml.Value, tag))),
        new XElement(WordXml.Content, content));

    private static string? Id(XElement mark) => mark.Attribute(WordXml.W + "id")?.Value;
}
