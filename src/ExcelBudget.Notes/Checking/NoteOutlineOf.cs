using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking;

/// <summary>Headings of a note, by style or by shape (一、 （一） 1.), and the sections they begin.</summary>
internal sealed partial class NoteOutlineOf
{
    // of a pack, for as long as it is there
    private static readonly ConditionalWeakTable<Pack, HashSet<string>> TitlesOf = [];
    private static readonly ConditionalWeakTable<NoteCheckDeclaration, (NoteSection Section, string Heading, string Label)[]>
        HeadingsOf = [];

    private readonly Dictionary<NoteBlock, NoteSection> _sections = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <param name="document">The note.</param>
    /// <param name="paragraphs">Its paragraphs without its table of contents; each learns its section.</param>
    /// <param name="pack">The pack: a form's title begins no section.</param>
    /// <param name="declaration">The sections.</param>
    /// <param name="names">The unit's names: they begin no section (政府采购中心).</param>
    public NoteOutlineOf(
        NoteDocument document, ReadParagraph[] paragraphs, Pack pack, NoteCheckDeclaration declaration, OwnNames names)
    {
        var titles = TitlesOf.GetValue(pack, static pack => pack.Forms
            .SelectMany(form => form.Aliases.Append(form.Title).Append(form.PrintedTitle ?? form.Title))
            .Select(PlainText.Label).ToHashSet(StringComparer.Ordinal));
        var (current, next) = ((NoteSection?)null, 0);
        foreach (var block in document.Blocks)
        {
            var read = block is NoteParagraph { IsContents: false } ? paragraphs[next++] : null;
            if (read is not null && SectionBegunBy(read, declaration, titles, names) is { } begun)
            {
                current = begun;
                _found.Add(begun.Id);
            }
            else if (read is { Paragraph.StyleLevel: 1 } && EndsSection(read, titles)) current = null;

            read?.Section = current;
            if (current is not null) _sections[block] = current;
        }
    }

    /// <summary>The section a block belongs to; null before the first.</summary>
    public NoteSection? SectionOf(NoteBlock block) => _sections.GetValueOrDefault(block);

    /// <summary>True when the note has the section.</summary>
    public bool Has(string section) => _found.Contains(section);

    /// <summary>The nine tables, and a part of the note that is none of the sections, belong to no section.</summary>
    private static bool EndsSection(ReadParagraph heading, HashSet<string> titles) =>
        titles.Contains(heading.Meaning.Label) || Part().IsMatch(heading.Text);

    private static NoteSection? SectionBegunBy(ReadParagraph paragraph, NoteCheckDeclaration declaration, HashSet<string> titles,
        OwnNames names)
    {
        if (!paragraph.IsHeading || titles.Contains(paragraph.Meaning.Label)) return null;
        return names.AreIn(paragraph.Meaning.Plain)
            ? SectionOf(PlainText.Label(names.Without(paragraph.Meaning.Plain)), declaration)
            : paragraph.Meaning.Begins(declaration, static (words, declaration) => SectionOf(PlainText.Label(words.Plain), declaration));
    }

    private static NoteSection? SectionOf(string heading, NoteCheckDeclaration declaration)
    {
        // the longest heading, of two as long the one declared first
        (NoteSection? Section, int Length) best = default;
        foreach (var (section, words, label) in HeadingsOf.GetValue(declaration, Headings))
        {
            if (words.Length > best.Length && heading.Contains(label, StringComparison.Ordinal)) best = (section, words.Length);
        }

        return best.Section;
    }

    private static (NoteSection Section, string Heading, string Label)[] Headings(NoteCheckDeclaration declaration) =>
    [
        .. declaration.Sections.SelectMany(section => section.Headings.Select(heading => (section, heading, PlainText.Label(heading)))),
    ];

    [GeneratedRegex(@"^\s*第[一二三四五六七八九十]+部分")]
    private static partial Regex Part();
}
