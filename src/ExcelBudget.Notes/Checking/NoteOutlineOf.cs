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
    private const int LongestHeading = 45;

    // of a pack, for as long as it is there
    private static readonly ConditionalWeakTable<Pack, HashSet<string>> TitlesOf = [];
    private static readonly ConditionalWeakTable<NoteCheckDeclaration, (NoteSection Section, string Heading, string Label)[]>
        HeadingsOf = [];

    private readonly Dictionary<NoteBlock, NoteSection> _sections = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <param name="document">The note.</param>
    /// <param name="pack">The pack: a form's title begins no section.</param>
    /// <param name="declaration">The sections.</param>
    /// <param name="names">The unit's names: they begin no section (政府采购中心).</param>
    public NoteOutlineOf(NoteDocument document, Pack pack, NoteCheckDeclaration declaration, OwnNames names)
    {
        var titles = TitlesOf.GetValue(pack, static pack => pack.Forms
            .SelectMany(form => form.Aliases.Append(form.Title).Append(form.PrintedTitle ?? form.Title))
            .Select(PlainText.Label).ToHashSet(StringComparer.Ordinal));
        NoteSection? current = null;
        foreach (var block in document.Blocks)
        {
            if (block is NoteParagraph { IsContents: false } paragraph
                && SectionBegunBy(paragraph, declaration, titles, names) is { } begun)
            {
                current = begun;
                _found.Add(begun.Id);
            }
            else if (block is NoteParagraph { IsContents: false, StyleLevel: 1 } heading && EndsSection(heading, titles)) current = null;

            if (current is not null) _sections[block] = current;
        }
    }

    /// <summary>The section a block belongs to; null before the first.</summary>
    public NoteSection? SectionOf(NoteBlock block) => _sections.GetValueOrDefault(block);

    /// <summary>True when the note has the section.</summary>
    public bool Has(string section) => _found.Contains(section);

    /// <summary>True for a heading by style or by shape.</summary>
    public static bool IsHeading(NoteParagraph paragraph) => paragraph.StyleLevel > 0
        || (paragraph.Text.Length <= LongestHeading && Shape().IsMatch(paragraph.Text) && paragraph.Text.AsSpan().TrimEnd()
            .IndexOfAny("。；") < 0);

    /// <summary>The nine tables, and a part of the note that is none of the sections, belong to no section.</summary>
    private static bool EndsSection(NoteParagraph heading, HashSet<string> titles) =>
        titles.Contains(PlainText.Label(heading.Text)) || Part().IsMatch(heading.Text);

    private static NoteSection? SectionBegunBy(NoteParagraph paragraph, NoteCheckDeclaration declaration, HashSet<string> titles,
        OwnNames names)
    {
        if (!IsHeading(paragraph)) return null;
        var words = PlainText.Label(paragraph.Text);
        if (titles.Contains(words)) return null;
        words = PlainText.Label(names.Without(PlainSentence.Plain(paragraph.Text)));
        // the longest heading, of two as long the one declared first
        (NoteSection? Section, int Length) best = default;
        foreach (var (section, heading, label) in HeadingsOf.GetValue(declaration, Headings))
        {
            if (heading.Length > best.Length && words.Contains(label, StringComparison.Ordinal)) best = (section, heading.Length);
        }

        return best.Section;
    }

    private static (NoteSection Section, string Heading, string Label)[] Headings(NoteCheckDeclaration declaration) =>
    [
        .. declaration.Sections.SelectMany(section => section.Headings.Select(heading => (section, heading, PlainText.Label(heading)))),
    ];

    [GeneratedRegex(@"^\s*第[一二三四五六七八九十]+部分")]
    private static partial Regex Part();

    /// <summary>«第一部分», «一、», «（一）»; arabic numbers begin items, not sections.</summary>
    [GeneratedRegex(@"^\s*(?:第[一二三四五六七八九十]+[部章节]|[一二三四五六七八九十]+\s*[、.．]|[（(]\s*[一二三四五六七八九十]+\s*[）)])")]
    private static partial Regex Shape();
}
