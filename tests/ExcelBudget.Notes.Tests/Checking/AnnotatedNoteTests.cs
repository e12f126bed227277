using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Notes.Checking;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>The copy of a note with a Word comment at every finding.</summary>
public sealed class AnnotatedNoteTests
{
    private static readonly string[] Published =
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "data", "hebei", "note-2023-fragments.txt"));

    [Fact]
    public void AnnotatedNote_HasOneCommentForEachFinding_AtItsWords()
    {
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of(Published));
        using var word = Open(check);
        var comments = word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>()
            .ToDictionary(comment => comment.Id!.Value!, comment => comment.InnerText);
        comments.Count.ShouldBe(check.Findings.Count);
        var body = word.MainDocumentPart.Document!.Body!;
        body.Descendants<CommentReference>().Select(reference => reference.Id!.Value!).ShouldBe(comments.Keys, ignoreOrder: true);
        foreach (var finding in check.Findings.Where(finding => finding.Rule is "NOTE-FIGURE" or "NOTE-ZERO-CHANGE" or "NOTE-STALE-YEAR"))
        {
            var ids = comments.Where(comment => comment.Value.Contains(finding.Message, StringComparison.Ordinal))
                .Select(comment => comment.Key).ToArray();
            ids.Select(id => Marked(body, id)).ShouldContain(finding.Rule == "NOTE-STALE-YEAR" ? "2022" : finding.Actual.Told());
        }
    }

    [Fact]
    public void AnnotatedNote_SaysTheSameWords()
    {
        var note = PlainNote.Of(Published);
        using var before = new NoteFile(note);
        using var after = Open(Checked.Against(HebeiNote.Clean, note));
        after.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)
            .ShouldBe(before.Body.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
    }

    [Fact]
    public void AnnotatedNote_OfOurOwnNote_IsValidAndChangesNoOtherPart()
    {
        var note = Mistaken();
        var check = Checked.Against(HebeiNote.Full, note);
        check.Findings.Count.ShouldBeGreaterThan(3);
        using var word = Open(check);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word)
            .Select(error => $"{error.Path?.XPath} {error.Description}").ShouldBeEmpty();
        var (before, after) = (Parts(note), Parts(check.Annotated!.Value.ToArray()));
        var changed = after.Where(part => !before.TryGetValue(part.Key, out var content) || !content.SequenceEqual(part.Value))
            .Select(part => part.Key);
        changed.ShouldBe(
            ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"], ignoreOrder: true);
    }

    [Fact]
    public void AnnotatedNote_CheckedAgain_KeepsTheCommentsItHas()
    {
        var first = Checked.Against(HebeiNote.Clean, PlainNote.Of(Published));
        var second = Checked.Against(HebeiNote.Clean, first.Annotated!.Value.ToArray());
        second.Findings.Select(finding => (finding.Rule, finding.Place))
            .ShouldBe(first.Findings.Select(finding => (finding.Rule, finding.Place)));
        using var word = Open(second);
        word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Select(comment => comment.Id!.Value).Distinct()
            .Count().ShouldBe(2 * first.Findings.Count);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void AnnotatedNote_OpensInLibreOffice()
    {
        var check = Checked.Against(HebeiNote.Full, Mistaken());
        var text = LibreOffice.SavedNote(check.Annotated!.Value.ToArray(), LibreOffice.StrictNote);
        using var word = WordprocessingDocument.Open(new MemoryStream(text), isEditable: false);
        word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().Count().ShouldBe(check.Findings.Count);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Note_SavedByLibreOffice_HasTheSameFindings()
    {
        var notes = new[] { (Budget: HebeiNote.Clean, Docx: PlainNote.Of(Published)),
            (Budget: HebeiNote.Full, Docx: PlainNote.WithoutControls(Mistaken())),
            (Budget: HebeiNote.Clean, Docx: PlainNote.WithoutControls(HebeiNote.Write(HebeiNote.Clean).Docx)) };
        foreach (var note in notes)
        {
            var before = Checked.Against(note.Budget, note.Docx);
            var after = Checked.Against(note.Budget, LibreOffice.SavedNote(note.Docx, LibreOffice.StrictNote));
            after.Findings.Select(finding => (finding.Rule, finding.Actual.Told(), finding.Expected.Told()))
                .ShouldBe(before.Findings.Select(finding => (finding.Rule, finding.Actual.Told(), finding.Expected.Told())),
                ignoreOrder: true, Checked.Told(after));
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void LinkedNote_SavedByLibreOffice_HasNoWrongFigure()
    {
        var saved = Checked.Against(HebeiNote.Clean, LibreOffice.SavedNote(HebeiNote.Write(HebeiNote.Clean).Docx, LibreOffice.StrictNote));
        // LibreOffice writes the first paragraph of a control over several paragraphs more than once; figures stay as they are
        saved.Findings.Where(finding => finding.Category == "narrative_mismatch").Select(finding => finding.Message).ShouldBeEmpty();
        saved.Agreements.Count.ShouldBeGreaterThan(40);
    }

    /// <summary>The full sample's note with mistakes in a link, a sentence, a table and a heading.</summary>
    private static byte[] Mistaken() => PlainNote.Edited(HebeiNote.Write(HebeiNote.Full).Docx, body =>
    {
        body.Descendants<SdtRun>().First(control => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value == "fig:T9[9,2]")
            .Descendants<Text>().First().Text = "99.99";
        body.Descendants<Table>()
            .First(table => table.Descendants<TableCaption>().First().Val!.Value!.Contains("收支总表", StringComparison.Ordinal))
            .Descendants<Text>().First(text => text.Text.Length > 4 && text.Text.Contains('.')).Text =
            "1234.56";
        body.Descendants<Paragraph>().Last(paragraph => paragraph.InnerText.Length > 0)
            .InsertAfterSelf(new Paragraph(new Run(new Text("本部门2021年的政府采购预算88.88万元，另有XX事项。"))));
    });

    private static WordprocessingDocument Open(NoteCheck check) =>
        WordprocessingDocument.Open(new MemoryStream(check.Annotated!.Value.ToArray()), isEditable: false);

    /// <summary>The words between a comment's marks.</summary>
    private static string Marked(Body body, string id)
    {
        var start = body.Descendants<CommentRangeStart>().Single(mark => mark.Id == id);
        return string.Concat(
            start.ElementsAfter().TakeWhile(element => element is not CommentRangeEnd end || end.Id != id)
            .Select(element => element.InnerText));
    }

    private static Dictionary<string, byte[]> Parts(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
