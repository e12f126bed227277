using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reissuing;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;
using Checked = ExcelBudget.Notes.Tests.Checking.Checked;

namespace ExcelBudget.Notes.Tests;

/// <summary>A note outlasts other programs: bookmarks mark its parts, controls within sentences its figures.</summary>
public sealed class SavedNoteTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> ByLibreOffice = new(() => SavedAll(LibreOffice.Note));
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> ByLibreOfficeStrictly = new(() => SavedAll(LibreOffice.StrictNote));

    private static byte[] Earlier =>
        File.ReadAllBytes(Repository.PathOf("tests", "data", "issued-before", "hebei-full-note-20261129.docx"));

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    [InlineData("blank")]
    public void WrittenNote_HasNoControlAroundParagraphs(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        note.BlockControls.ShouldBeEmpty();
        note.Body.Descendants<Table>().ShouldAllBe(table => table.Parent is Body);
        note.Slots.Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void ControlAroundAWholeParagraph_IsWrittenWithinIt()
    {
        var built = HebeiNote.BuildFrom("- p: \"{fig:T1[34,2]}\"\n");
        var template = HebeiNote.Compile(Edited(built, body =>
        {
            var paragraph = body.Descendants<Paragraph>().First(found => found.Descendants<SdtRun>().Any());
            var slot = paragraph.Descendants<SdtRun>().First();
            var block = new SdtBlock(slot.SdtProperties!.CloneNode(true), new SdtContentBlock(paragraph.CloneNode(true)));
            paragraph.InsertBeforeSelf(block);
            paragraph.Remove();
            foreach (var inner in block.Descendants<SdtRun>().ToArray()) inner.InsertBeforeSelf(new Run(new Text("收入")));
            foreach (var inner in block.Descendants<SdtRun>().ToArray()) inner.Remove();
        }));
        using var note = new NoteFile(template.Write(new BudgetFigures(Hebei.Book, HebeiNote.Clean)).Docx);
        note.BlockControls.ShouldBeEmpty();
        note.Slots.ShouldBe([("fig:T1[34,2]", "2041.42")]);
        note.Paragraphs.ShouldContain("2041.42");
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("clean", false)]
    [InlineData("clean", true)]
    [InlineData("full", false)]
    [InlineData("full", true)]
    [InlineData("library", false)]
    public void Note_SavedByLibreOffice_SaysTheSameAndIsFoundTheSame(string sample, bool strictly)
    {
        var budget = HebeiNote.BudgetOf(sample);
        var written = HebeiNote.Write(budget).Docx;
        var saved = (strictly ? ByLibreOfficeStrictly : ByLibreOffice).Value[sample];
        Words(saved).ShouldBe(Words(written));
        using (var note = new NoteFile(saved))
        {
            note.BlockControls.ShouldBeEmpty();
            note.Body.Elements<Table>().Count().ShouldBe(Tables(written));
        }

        var check = Checked.Against(budget, saved);
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
        check.Unchecked.Count.ShouldBe(0, Checked.Told(check));
        var again = Reissue(saved, budget);
        again.Remarks.ShouldBeEmpty();
        Words(again.Docx).ShouldBe(Words(Reissue(written, budget).Docx));
        var corrected = WithDuties(budget, "一、新的职责。\n二、新的分工。");
        Words(Reissue(saved, corrected).Docx).ShouldBe(Words(Reissue(written, corrected).Docx));
    }

    [Fact]
    public void EarlierNote_WithControlsAroundParagraphs_IsCheckedAndReissued()
    {
        var check = Checked.Against(HebeiNote.Full, Earlier);
        check.Findings.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty(Checked.Told(check));
        var reissue = Reissue(Earlier, HebeiNote.Full);
        reissue.Remarks.ShouldBeEmpty();
        using var note = new NoteFile(reissue.Docx);
        note.BlockControls.ShouldBeEmpty();
        note.Tables("T1").ShouldHaveSingleItem();
        Words(Reissue(reissue.Docx, HebeiNote.Full).Docx).ShouldBe(Words(reissue.Docx));
    }

    [Fact]
    public void EarlierNote_WithATextReworded_KeepsItWhenIssuedTwice()
    {
        const string own = "一、我们自己写的职责。";
        var edited = Edited(Earlier, body =>
        {
            var block = body.Descendants<SdtBlock>().First(block => block.SdtProperties!.GetFirstChild<Tag>()!.Val == "text:duties");
            block.Descendants<Text>().First().Text = own;
        });
        var once = Reissue(edited, HebeiNote.Full);
        var twice = Reissue(once.Docx, HebeiNote.Full);
        Words(once.Docx).ShouldContain(words => words.StartsWith(own, StringComparison.Ordinal));
        Words(twice.Docx).ShouldBe(Words(once.Docx));
    }

    private static IReadOnlyDictionary<string, byte[]> SavedAll(string format)
    {
        string[] samples = ["clean", "full", "library"];
        var saved = LibreOffice.Converted([.. samples.Select(sample => HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx)], "docx", format);
        return samples.Zip(saved).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static NoteReissue Reissue(byte[] note, Budget budget)
    {
        var reissue = HebeiNote.Template.Reissue(NoteGuard.Open(note).Package!, new BudgetFigures(Hebei.Book, budget), out var faults);
        faults.ShouldBeEmpty();
        return reissue.ShouldNotBeNull();
    }

    private static Budget WithDuties(Budget budget, string text)
    {
        var texts = budget[new FormId("texts")]!;
        var row = new FormRow(new RowKey("duties"), new Dictionary<ColumnId, CellValue>
        {
            [new ColumnId("text")] = new CellValue.Text(text),
        });
        var changed = new FormContent(texts.Form, [.. texts.Rows.Where(candidate => candidate.Key != row.Key), row]);
        return new(budget.Identity, budget.Forms.Select(form => form.Form == texts.Form ? changed : form));
    }

    private static byte[] Edited(byte[] docx, Action<Body> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true)) edit(word.MainDocumentPart!.Document.Body!);
        return stream.ToArray();
    }

    private static int Tables(byte[] docx)
    {
        using var note = new NoteFile(docx);
        return note.Body.Descendants<Table>().Count();
    }

    /// <summary>Words of the paragraphs, without the 目录: programs that count pages anew may come to others.</summary>
    private static IReadOnlyList<string> Words(byte[] docx)
    {
        using var note = new NoteFile(docx);
        return [.. note.Paragraphs.Where(words => words.Length > 0 && !words.Contains("PAGEREF", StringComparison.Ordinal))];
    }
}
