using System.Xml.Linq;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Compiling;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>
/// Gives a note the content controls that an update works on: those of texts and tables, which a written note marks by bookmarks only, and
/// those that a program dropped with their tags, as LibreOffice before 7.5 does. Afterwards <see cref="BlockControls"/> takes the former
/// away again.
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
        foreach (var control in document.Descendants(WordXml.Control).Where(IsOfWords).ToArray()) SlotControl.WithinParagraph(control);
        foreach (var start in document.Descendants(WordXml.BookmarkStart).ToArray())
        {
            var name = start.Attribute(WordXml.W + "name")?.Value ?? "";
            if (index.TagOf(name) is { } tag) RestoreSlot(start, name, tag);
            else if (FormOf(name) is { } form) RestoreTable(start, form);
        }
    }

    /// <summary>A control that says nothing of itself any more.</summary>
    private static bool IsBare(XElement control) => control.Element(WordXml.Properties)?.HasElements != true;

    /// <summary>A slot that writes words, not paragraphs.</summary>
    private static bool IsOfWords(XElement control) => WordXml.TagOf(control) is { } tag && SlotTag.Parse(tag) is var slot
        && (slot.Kind is "fig" or "fig0" or "rate" or "dir" or "project" || BudgetWords.Named(slot.Kind) is not null);

    private static void RestoreSlot(XElement start, string name, string tag)
    {
        if (SlotTag.Parse(tag).Kind is "fig" or "fig0" or "rate" or "dir") RestoreFigure(start, tag);
        else if (SlotTag.Parse(tag).Kind == "text" && TextMarks.PrintIn(name) is { } print) RestoreText(start, tag, print);
    }

    /// <summary>The paragraphs from the one with the start to the one with the end; nobody's text when somebody tore them apart.</summary>
    private static void RestoreText(XElement start, string tag, int print)
    {
        var first = start.Ancestors(WordXml.Paragraph).FirstOrDefault() ?? start.ElementsAfterSelf(WordXml.Paragraph).FirstOrDefault();
        // LibreOffice repeats the start of a bookmark over several paragraphs, and ends only the last
        var ids = start.Document!.Descendants(WordXml.BookmarkStart)
            .Where(mark => mark.Attribute(WordXml.W + "name")?.Value == start.Attribute(WordXml.W + "name")?.Value).Select(Id).ToHashSet();
        if (first is null || first.Ancestors(WordXml.Control).Any(control => WordXml.TagOf(control) == tag)) return;
        var paragraphs = new List<XElement>();
        foreach (var element in first.ElementsAfterSelf().Prepend(first))
        {
            if (element.Name == WordXml.Table || element.Name == WordXml.Control) return;
            var end = element.DescendantsAndSelf(WordXml.BookmarkEnd).FirstOrDefault(mark => ids.Contains(Id(mark)));
            // an end that slipped to the start of the next paragraph takes nothing of it
            var hasSlipped = end is not null && paragraphs.Count > 0
                && !end.ElementsBeforeSelf().Any(before => WordXml.TextOf(before).Length > 0);
            if (element.Name == WordXml.Paragraph && !hasSlipped) paragraphs.Add(element);
            if (end is null) continue;
            Enclose(paragraphs, tag, print);
            return;
        }
    }

    private static void Enclose(List<XElement> paragraphs, string tag, int print)
    {
        var control = Control(tag, []);
        SlotControl.SetId(control, NoteWriter.Whole(print));
        paragraphs[0].AddBeforeSelf(control);
        foreach (var paragraph in paragraphs) paragraph.Remove();
        control.Element(WordXml.Content)!.Add(paragraphs);
    }

    private static void RestoreFigure(XElement start, string tag)
    {
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
            [.. table.ElementsAfterSelf().TakeWhile(element => IsMark(element) || IsNote(element)).Where(IsNote)];
        foreach (var note in notes) note.Remove();
        var control = Control(tag, notes);
        table.ReplaceWith(control);
        // moved, not copied: other bookmarks of the list stand inside it
        control.Element(WordXml.Content)!.AddFirst(table);
    }

    private static bool IsMark(XElement element) => element.Name == WordXml.BookmarkStart || element.Name == WordXml.BookmarkEnd;

    private bool IsNote(XElement element) => element.Name == WordXml.Paragraph && styles.NameOf(element) == TableStyleNames.Note;

    /// <summary>The form of a table's bookmark; null for other bookmarks.</summary>
    private string? FormOf(string bookmark) => pack.Forms.Select(form => (form.Id, Name: TableSegment.BookmarkOf(form)))
        .FirstOrDefault(form => bookmark == form.Name || bookmark.StartsWith(form.Name + "_", StringComparison.Ordinal)).Id.Value;

    private static XElement Control(string tag, IEnumerable<XElement> content) => new(
        WordXml.Control,
        new XElement(WordXml.Properties, new XElement(WordXml.Tag, new XAttribute(WordXml.Value, tag))),
        new XElement(WordXml.Content, content));

    private static string? Id(XElement mark) => mark.Attribute(WordXml.W + "id")?.Value;
}
