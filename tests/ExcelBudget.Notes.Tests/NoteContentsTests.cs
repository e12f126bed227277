using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Tests;

/// <summary>The table of contents, which must be right when the note is opened and not only after Word refreshed it.</summary>
public sealed class NoteContentsTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void Contents_ListTheTablesAndParts(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        var expected = note.Body.Descendants<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "NoteFormTitle" or "Heading1")
            .Select(paragraph => paragraph.InnerText);
        expected.ShouldBeSubsetOf(Entries(note).Select(entry => entry.Title));
        Entries(note).Count.ShouldBe(20);
        var bookmarks = note.Body.Descendants<BookmarkStart>().Select(start => start.Name!.Value).ToHashSet();
        note.Body.Descendants<Hyperlink>().ShouldAllBe(link => bookmarks.Contains(link.Anchor!.Value));
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void Contents_NameThePageOnWhichEachHeadingIsPrinted(string sample)
    {
        var docx = HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx;
        var pages = LibreOffice.Pages(docx).Select(page => page.Replace(" ", "", StringComparison.Ordinal)).ToList();
        pages[0].ShouldNotContain("目录");
        pages[1].ShouldContain("目录");
        pages[1].ShouldNotContain("HYPERLINK");
        pages[1].ShouldNotContain("PAGEREF");
        using var note = new NoteFile(docx);
        // the contents themselves stand on the second page, after the cover; a heading of several lines is looked for by its first words
        Entries(note).Select(entry => $"{entry.Title} {PageOf(entry.Title)}")
            .ShouldBe(Entries(note).Select(entry => $"{entry.Title} {entry.Page}"));

        int PageOf(string title)
        {
            var words = title.Split(' ');
            return pages.FindIndex(2, page => page.Split('\n').Any(line =>
                words.Length > 1 ? line.Trim() == words[0] : line.StartsWith(words[0], StringComparison.Ordinal))) + 1;
        }
    }

    private static List<(string Title, string Page)> Entries(NoteFile note) =>
        [.. note.Body.Descendants<Hyperlink>().Select(link => link.Descendants<Text>().Select(text => text.Text).ToArray())
            .Select(words => (words[0], words[^1]))];
}
