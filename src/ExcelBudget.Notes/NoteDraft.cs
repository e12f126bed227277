using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Notes;

/// <summary>The words of a budget's note before it is made, for those who only want to know what it would say.</summary>
public sealed class NoteDraft
{
    private readonly byte[] _document;
    private readonly NoteStyleNames _styles;

    internal NoteDraft(byte[] document, NoteStyleNames styles, IReadOnlyList<string> gaps, IReadOnlyList<NoteGapPlace> places) =>
        (_document, _styles, Gaps, Places) = (document, styles, gaps, places);

    /// <summary>待补充。What the department has still to supply, in the note's order, each once.</summary>
    public IReadOnlyList<string> Gaps { get; }

    /// <summary>Where gaps that are no text sections would be filled.</summary>
    public IReadOnlyList<NoteGapPlace> Places { get; }

    /// <summary>The note as its readers would see it; where the words stand is not told.</summary>
    internal NoteDocument Read()
    {
        using var tree = new MarkupTree(_document, _document.Length);
        return NoteDraftReader.Read(tree, _styles) ?? ReadAsNote();
    }

    /// <summary>The same, read as any note is.</summary>
    internal NoteDocument ReadAsNote() => NoteReader.Of(XmlTree.Parse(_document), _styles, int.MaxValue);
}
