using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.Notes.Compiling;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>
/// Takes the controls around texts and tables out of an updated note, also out of one written by an earlier version, and sees that the
/// bookmarks that mark them instead are there.
/// </summary>
internal sealed class BlockControls
{
    private readonly XDocument _document;
    private int _next;

    private BlockControls(XDocument document)
    {
        _document = document;
        _next = document.Descendants(WordXml.BookmarkStart)
            .Select(mark => int.TryParse(mark.Attribute(WordXml.W + "id")?.Value, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .DefaultIfEmpty(0).Max() + 1;
    }

    /// <summary>Releases every such control of a document.</summary>
    public static void Release(XDocument document)
    {
        var release = new BlockControls(document);
        foreach (var control in document.Descendants(WordXml.Control).ToArray())
        {
            if (WordXml.TagOf(control) is { } tag) release.Release(control, SlotTag.Parse(tag));
        }
    }

    private void Release(XElement control, SlotTag tag)
    {
        if (tag.Kind is not ("text" or "table") || !SlotControl.IsBlock(control)) return;
        if (tag.Kind == "text") MarkText(control, tag);
        else MarkTable(control, tag);
        control.ReplaceWith(control.Element(WordXml.Content)!.Nodes());
    }

    private void MarkText(XElement control, SlotTag tag)
    {
        var slot = SlotIndex.BookmarkOf($"text:{tag.About}");
        var paragraphs = control.Element(WordXml.Content)!.Elements(WordXml.Paragraph).ToArray();
        if (paragraphs.Length == 0 || HasMark(control, name => name.StartsWith(slot, StringComparison.Ordinal))) return;
        var print = SlotControl.IdOf(control) ?? Fingerprint.Id(WordXml.TextOf(control));
        TextMarks.Put(paragraphs, TextMarks.NameOf(slot, print) + NoteWriter.Whole(_next), _next++);
    }

    private void MarkTable(XElement control, SlotTag tag)
    {
        var name = TableSegment.BookmarkOf(tag.About.Split('+')[0].Trim());
        bool IsOfForm(string mark) => mark == name || mark.StartsWith(name + "_", StringComparison.Ordinal);
        if (HasMark(control, IsOfForm) || control.Descendants(WordXml.Paragraph).FirstOrDefault() is not { } first) return;
        var isTaken = _document.Descendants(WordXml.BookmarkStart).Any(mark => mark.Attribute(WordXml.W + "name")?.Value == name);
        TextMarks.Put([first], isTaken ? $"{name}_{NoteWriter.Whole(_next)}" : name, _next++);
    }

    /// <summary>True when a mark begins in the control or right before it.</summary>
    private static bool HasMark(XElement control, Func<string, bool> isMeant) =>
        control.Descendants(WordXml.BookmarkStart)
            .Concat(control.ElementsBeforeSelf().Reverse().TakeWhile(element => element.Name == WordXml.BookmarkStart))
            .Any(mark => isMeant(mark.Attribute(WordXml.W + "name")?.Value ?? ""));
}
