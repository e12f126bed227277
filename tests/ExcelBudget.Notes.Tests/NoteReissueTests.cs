using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reissuing;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests;

/// <summary>A note that people edited, issued again with the figures of a corrected workbook.</summary>
public sealed class NoteReissueTests
{
    private const string OwnSentence = "本县高度重视预算公开工作。";

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void Note_WithoutChanges_StaysTheSame(string sample)
    {
        var budget = HebeiNote.BudgetOf(sample);
        var written = HebeiNote.Write(budget).Docx;
        var reissue = Reissue(written, budget);
        reissue.Remarks.ShouldBeEmpty();
        Words(reissue.Docx).ShouldBe(Words(written));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Note_Reworded_TakesTheNewFiguresAndKeepsTheWords(bool savedByLibreOffice)
    {
        var edited = Edited(HebeiNote.Write(HebeiNote.Full).Docx, Reword);
        if (savedByLibreOffice) edited = LibreOffice.SavedNote(edited);
        var corrected = WithPrior(HebeiNote.Full, "收入总计", 99_000_000m);
        var reissue = Reissue(edited, corrected);
        var words = Words(reissue.Docx);
        var figures = new BudgetFigures(Hebei.Book, corrected);
        var change = Math.Abs(figures.Value(new CellAddress(new FormId("prior"), new RowKey("收入总计"), new ColumnId("change"))).Value.Value);
        words.ShouldContain(paragraph => paragraph.Contains(OwnSentence, StringComparison.Ordinal));
        words.ShouldNotContain("3.公务接待费减少0.40万元（下降5.88%），主要原因是严格执行公务接待标准，控制陪餐人数和接待批次。");
        words.ShouldContain(
            paragraph => paragraph.Contains(
            $"收入预算与去年相比减少{Domain.Money.AmountFormat.TenThousandYuan.Told(change)}万元（下降", StringComparison.Ordinal));
        reissue.Remarks.ShouldContain(
            remark => remark.Words.Contains("与去年相比", StringComparison.Ordinal)
            && remark.Problem.Contains("已改为“减少”", StringComparison.Ordinal));
        reissue.Remarks.ShouldContain(remark => remark.Problem.Contains("公务接待费减少0.40万元", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_FollowTheCorrectedWorkbook(bool savedByLibreOffice)
    {
        var edited = Edited(HebeiNote.Write(HebeiNote.Full).Docx, Reword);
        if (savedByLibreOffice) edited = LibreOffice.SavedNote(edited);
        var reissue = Reissue(edited, HebeiNote.Clean);
        using var note = new NoteFile(reissue.Docx);
        using var expected = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        foreach (var form in new[] { "T1", "T2", "T3", "T6", "T9", "assets" })
        {
            NoteFile.Rows(note.Tables(form).ShouldHaveSingleItem()).ShouldBe(NoteFile.Rows(expected.Tables(form).Single()), form);
        }
    }

    [Fact]
    public void Sentence_ChosenForNoChange_IsNamedWhenTheFigureChanges()
    {
        var reissue = Reissue(HebeiNote.Write(HebeiNote.Clean).Docx, WithPrior(HebeiNote.Clean, "公务接待费", 10_000m));
        var remark = reissue.Remarks.ShouldHaveSingleItem();
        remark.Words.ShouldBe("3.公务接待费与上年持平。");
        remark.Heading.ShouldStartWith("四、");
        remark.Paragraph.ShouldBeGreaterThan(0);
        remark.Problem.ShouldContain("3.公务接待费增加");
        Words(reissue.Docx).ShouldContain("3.公务接待费与上年持平。");
    }

    [Fact]
    public void Text_NobodyReworded_FollowsTheWorkbook()
    {
        var reissue = Reissue(HebeiNote.Write(HebeiNote.Full).Docx, WithText(HebeiNote.Full, "three_public_reason_reception", "接待批次减少。"));
        reissue.Remarks.ShouldBeEmpty();
        Words(reissue.Docx).ShouldContain(paragraph => paragraph.EndsWith("主要原因是接待批次减少。", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_Reworded_StaysAndIsNamedWhenTheWorkbookChanged()
    {
        var edited = Edited(
            HebeiNote.Write(HebeiNote.Full).Docx, body =>
            Slot(body, "text:three_public_reason_reception").Descendants<Text>().First().Text = "来访少了");
        var reissue = Reissue(edited, WithText(HebeiNote.Full, "three_public_reason_reception", "接待批次减少。"));
        reissue.Remarks.ShouldHaveSingleItem().Problem.ShouldContain("接待批次减少");
        Words(reissue.Docx).ShouldContain(paragraph => paragraph.EndsWith("主要原因是来访少了。", StringComparison.Ordinal));
        Reissue(edited, HebeiNote.Full).Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void Gap_IsFilledWhenTheWorkbookHasTheText()
    {
        var written = HebeiNote.Write(WithText(HebeiNote.Full, "three_public_reason_reception", "")).Docx;
        Words(Reissue(written, HebeiNote.Full).Docx).ShouldBe(Words(HebeiNote.Write(HebeiNote.Full).Docx));
    }

    [Fact]
    public void Style_OfALinkedFigure_IsKept()
    {
        var edited = Edited(
            HebeiNote.Write(HebeiNote.Full).Docx, body => Slot(body, "fig:T1[34,2]").Descendants<Run>().First().RunProperties =
            new RunProperties(new Bold(), new Color { Val = "FF0000" }));
        using var note = new NoteFile(Reissue(edited, HebeiNote.Clean).Docx);
        var run = Slot(note.Body, "fig:T1[34,2]").Descendants<Run>().ShouldHaveSingleItem();
        run.InnerText.ShouldBe("2041.42");
        run.RunProperties!.Bold.ShouldNotBeNull();
        run.RunProperties.Color!.Val!.Value.ShouldBe("FF0000");
    }

    [Fact]
    public void Note_Reissued_PassesTheValidator()
    {
        using var note = new NoteFile(Reissue(Edited(HebeiNote.Write(HebeiNote.Full).Docx, Reword), HebeiNote.Clean).Docx);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(note.Word)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void File_ThatIsNoNote_IsRefusedAtTheDoorWithAReason()
    {
        var opened = NoteGuard.Open(new byte[] { 1, 2, 3 });
        opened.Package.ShouldBeNull();
        opened.Reason.ShouldBe(UnreadableNote.NotANote);
    }

    private static NoteReissue Reissue(byte[] note, Budget budget)
    {
        var reissue = HebeiNote.Template.Reissue(NoteGuard.Open(note).Package!, new BudgetFigures(Hebei.Book, budget), out var faults);
        faults.ShouldBeEmpty();
        return reissue.ShouldNotBeNull();
    }

    /// <summary>As a person would: a sentence put in, words changed, a paragraph taken out, another style.</summary>
    private static void Reword(Body body)
    {
        var first = body.Descendants<Paragraph>()
            .First(paragraph => paragraph.InnerText.StartsWith("按照《中华人民共和国预算法》", StringComparison.Ordinal));
        first.InsertAfterSelf(new Paragraph(first.ParagraphProperties!.CloneNode(true), new Run(new Text(OwnSentence))));
        var change = body.Descendants<Paragraph>().Single(paragraph => paragraph.InnerText.Contains("年收入预算比", StringComparison.Ordinal));
        change.Descendants<Text>().Single(text => text.Text == "年收入预算比").Text = "年收入预算与去年相比";
        foreach (var slot in change.Descendants<SdtRun>().Where(slot => slot.SdtProperties!.GetFirstChild<Tag>()!.Val == "lastYear")
            .ToArray()) slot.Remove();
        change.Descendants<Text>().First(text => text.Text == "年").Remove();
        change.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Left };
        body.Descendants<Paragraph>().Single(paragraph => paragraph.InnerText.StartsWith("3.公务接待费", StringComparison.Ordinal)).Remove();
    }

    private static byte[] Edited(byte[] docx, Action<Body> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true)) edit(word.MainDocumentPart!.Document.Body!);
        return stream.ToArray();
    }

    private static SdtRun Slot(Body body, string tag) =>
        body.Descendants<SdtRun>().First(slot => slot.SdtProperties!.GetFirstChild<Tag>()?.Val == tag);

    private static IReadOnlyList<string> Words(byte[] docx)
    {
        using var note = new NoteFile(docx);
        return note.Paragraphs;
    }

    private static Budget WithPrior(Budget budget, string row, decimal yuan) =>
        With(budget, "prior", row, new ColumnId("last"), new CellValue.Amount(yuan));

    private static Budget WithText(Budget budget, string section, string text) =>
        With(budget, "texts", section, new ColumnId("text"), new CellValue.Text(text));

    private static Budget With(Budget budget, string form, string row, ColumnId column, CellValue value)
    {
        var content = budget[new FormId(form)]!;
        var rows = content.Rows.Where(candidate => candidate.Key.Value != row)
            .Append(new FormRow(new RowKey(row), new Dictionary<ColumnId, CellValue> { [column] = value }));
        return new(budget.Identity,
            budget.Forms.Select(candidate => candidate.Form == content.Form ? new FormContent(content.Form, [.. rows]) : candidate));
    }
}
