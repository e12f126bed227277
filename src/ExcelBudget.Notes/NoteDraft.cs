using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Notes;

/// <summary>The words of a budget's note before it is made, for those who only want to know what it would say.</summary>
public sealed class NoteDraft
{
    private readonly NoteDocument? _note;
    private readonly byte[] _document = [];
    private readonly NoteStyleNames _styles = new(null);
    private readonly IReadOnlyList<DraftTable> _tables;

    internal NoteDraft(NoteDocument note, NoteWriter writer) => (_note, _tables, Gaps, Places) =
        (note, writer.DraftTables, writer.Gaps, writer.GapPlaces);

    internal NoteDraft(byte[] document, NoteStyleNames styles, NoteWriter writer) => (_document, _styles, _tables, Gaps, Places) =
        (document, styles, writer.DraftTables, writer.Gaps, writer.GapPlaces);

    /// <summary>待补充。What the department has still to supply, in the note's order, each once.</summary>
    public IReadOnlyList<string> Gaps { get; }

    /// <summary>Where gaps that are no text sections would be filled.</summary>
    public IReadOnlyList<NoteGapPlace> Places { get; }

    /// <summary>The note as its readers would see it; where the words stand is not told.</summary>
    internal NoteDocument Read()
    {
        if (_note is not null) return _note;
        using var tree = new MarkupTree(_document, _document.Length);
        return NoteDraftReader.Read(tree, _styles, _tables) ?? ReadAsNote();
    }

    /// <summary>The same of a draft in XML, read as any note is.</summary>
    internal NoteDocument ReadAsNote() => NoteReader.Of(XmlTree.Parse(WithTables()), _styles, int.MaxValue);

    /// <summary>The draft with the words of its tables where they stand.</summary>
    private byte[] WithTables()
    {
        var (buffer, from) = (new XmlBuffer(), 0);
        foreach (var table in _tables)
        {
            buffer.Raw(_document.AsSpan(from, table.Start - from));
            buffer.Raw("<w:tbl><w:tr><w:tc>"u8);
            foreach (var words in table.Words)
            {
                buffer.Raw("<w:p><w:r><w:t xml:space=\"preserve\">"u8);
                buffer.Lines(words);
                buffer.Raw("</w:t></w:r></w:p>"u8);
            }

            buffer.Raw("</w:tc></w:tr></w:tbl>"u8);
            from = table.End;
        }

        buffer.Raw(_document.AsSpan(from));
        return buffer.Written.ToArray();
    }
}
