using System.Collections.Concurrent;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Building;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Contents;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Notes.Pages;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Reissuing;
using ExcelBudget.Notes.Tests.Checking;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;
using Checked = ExcelBudget.Notes.Tests.Checking.Checked;

namespace ExcelBudget.Notes.Tests;

/// <summary>What holds for the note of every pack in templates/: a pack joins by being there.</summary>
public sealed class EveryPackNoteTests
{
    private static readonly ConcurrentDictionary<string, NoteTemplate> Templates = new(StringComparer.Ordinal);

    public static TheoryData<string, string, string, int> Samples
    {
        get
        {
            var samples = new TheoryData<string, string, string, int>();
            foreach (var pack in EveryPack.Ids)
            {
                foreach (var (sample, unit, year) in EveryPack.Samples(pack)) samples.Add(pack, sample, unit, year);
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void NoteOfAnyPack_Untouched_HasNoFindingAndIsIssuedAgainAsItIs(string pack, string sample, string unit, int year)
    {
        var budget = EveryPack.BudgetOf(pack, sample, unit, year);
        var written = Write(budget);
        var check = Check(budget, written);
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
        var reissue = Reissue(written, budget);
        reissue.Remarks.ShouldBeEmpty();
        Words(reissue.Docx).ShouldBe(Words(written));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void DraftOfAnyPack_WrittenAsMarks_SaysWhatItSaysAsXml(string pack, string sample, string unit, int year)
    {
        var (template, budget) = (TemplateOf(pack), EveryPack.BudgetOf(pack, sample, unit, year));
        template.HasMarks.ShouldBeTrue("marks know all that the pack's own note holds");
        var (marks, xml) = (template.Draft(Figures(budget)), template.DraftAsXml(Figures(budget)));
        marks.Gaps.ShouldBe(xml.Gaps);
        marks.Read().Paragraphs.Select(Shown).ShouldBe(xml.Read().Paragraphs.Select(Shown));
        marks.Read().Tables.Select(table => table.DraftWords).ShouldBe(xml.Read().Tables.Select(table => table.DraftWords));

        static BudgetFigures Figures(Budget budget) => new(EveryPack.BookOf(budget.Identity.Pack), budget);
        static string Shown(NoteParagraph one) => $"{one.Number} {one.StyleLevel} {one.IsContents} {one.Text} "
            + $"{string.Join(',', one.Controls)} {string.Join(',', one.Around)}";
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void NoteOfAnyPack_WithoutControls_HasNoFinding(string pack, string sample, string unit, int year)
    {
        var budget = EveryPack.BudgetOf(pack, sample, unit, year);
        var check = Check(budget, PlainNote.WithoutControls(Write(budget)));
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
    }

    /// <summary>The rows of tables are told to the contents while they are written: reading the whole note gives the same pages.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void NoteOfAnyPack_ReadAgain_HasThePagesThatItsContentsTell(string pack, string sample, string unit, int year)
    {
        using var note = new NoteFile(Write(EveryPack.BudgetOf(pack, sample, unit, year)));
        var main = note.Word.MainDocumentPart!;
        var document = XDocument.Parse(main.Document.OuterXml, LoadOptions.PreserveWhitespace);
        var written = document.ToString();
        ContentsTable.Refresh(document, ParagraphLook.Read(XDocument.Parse(main.StyleDefinitionsPart!.Styles!.OuterXml)));
        document.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("机构运行（项）2025年年初预算数为2,100.00万元，比2024年执行数增加120.00万元，增长6.06%。")]
    [InlineData("社会公益研究（项）2025年年初预算数为650.00万元，比2024年执行数减少50.00万元，下降7.14%。")]
    [InlineData("其他科学技术支出（款）其他科学技术支出（项）2025年年初预算数为0.00万元，2024年执行数为30.00万元。")]
    [InlineData("住房公积金（项）2025年年初预算数为210.00万元，与2024年执行数持平。")]
    [InlineData("购房补贴（项）2025年年初预算数为40.00万元，2024年无此项支出。")]
    public void ItemOfACode_SaysItsCase(string words) =>
        Words(Write(Institute)).ShouldContain(paragraph => paragraph.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("2,100.00", "2,110.00", "NOTE-LINKED")]
    [InlineData("6.06%", "6.60%", "NOTE-LINKED")]
    public void LinkedFigureOfAnItem_Retyped_IsTold(string before, string after, string rule)
    {
        var edited = PlainNote.Edited(Write(Institute), body => Item(body).Descendants<Text>().First(text => text.Text == before).Text =
            after);
        Check(Institute, edited).Findings.ShouldContain(finding => finding.Rule == rule);
    }

    [Theory]
    [InlineData("2,100.00", "2,110.00", "NOTE-FIGURE")]
    [InlineData("120.00", "130.00", "NOTE-CHANGE")]
    [InlineData("6.06%", "6.60%", "NOTE-RATE")]
    [InlineData("增长", "下降", "NOTE-DIRECTION")]
    public void ItemOfACode_TypedByHandAndWrong_IsTold(string before, string after, string rule)
    {
        var edited = PlainNote.Edited(PlainNote.WithoutControls(Write(Institute)), body => Retype(Item(body), before, after));
        Check(Institute, edited).Findings.ShouldContain(finding => finding.Rule == rule);
    }

    [Fact]
    public void ItemOfACode_AfterTheWorkbookWasCorrected_HasTheNewFigures()
    {
        var corrected = With(Institute, new CellAddress(new FormId("C5"), new RowKey("2060301"), new ColumnId("基本支出")),
            new CellValue.Amount(21_500_000m));
        var words = Words(Reissue(Write(Institute), corrected).Docx);
        words.Where(paragraph => paragraph.Contains("机构运行（项）", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain("2025年年初预算数为2,150.00万元，比2024年执行数增加170.00万元，增长8.59%。");
    }

    private static Budget Institute => EveryPack.BudgetOf("zhongyang", "institute", "150001", 2025);

    private static Paragraph Item(Body body) => body.Descendants<Paragraph>()
        .First(paragraph => paragraph.InnerText.Contains("机构运行（项）", StringComparison.Ordinal) && !paragraph.Ancestors<Table>().Any());

    private static void Retype(Paragraph paragraph, string before, string after)
    {
        var words = paragraph.InnerText.Replace(before, after, StringComparison.Ordinal);
        foreach (var run in paragraph.Elements<Run>().ToArray()) run.Remove();
        paragraph.AppendChild(new Run(new Text(words)));
    }

    private static Budget With(Budget budget, CellAddress address, CellValue value) => new(
        budget.Identity, budget.Forms.Select(form => form.Form != address.Form ? form
        : new FormContent(form.Form, [.. form.Rows.Select(row => row.Key != address.Row ? row
            : new FormRow(row.Key, new Dictionary<ColumnId, CellValue>(row.Cells) { [address.Column] = value }))])));

    private static NoteTemplate TemplateOf(string pack) => Templates.GetOrAdd(pack, id =>
    {
        var book = EveryPack.BookOf(id);
        var file = Path.Combine(EveryPack.FolderOf(id), "note.docx");
        var template = NoteTemplate.Compile(File.Exists(file) ? File.ReadAllBytes(file) : Build(id), book, out var faults);
        faults.ShouldBeEmpty();
        return template.ShouldNotBeNull();
    });

    private static byte[] Build(string pack)
    {
        var outline = NoteOutline.Read(File.ReadAllText(Path.Combine(EveryPack.FolderOf(pack), "note.yaml")), out var faults);
        faults.ShouldBeEmpty();
        return NoteTemplateBuilder.Build(outline, EveryPack.BookOf(pack).Pack);
    }

    private static BudgetFigures Figures(Budget budget) => new(EveryPack.BookOf(budget.Identity.Pack), budget);

    private static byte[] Write(Budget budget) => TemplateOf(budget.Identity.Pack).Write(Figures(budget)).Docx;

    private static NoteCheck Check(Budget budget, byte[] docx) =>
        Checked.Through(NoteChecker.Of(EveryPack.BookOf(budget.Identity.Pack)), docx, Figures(budget));

    private static NoteReissue Reissue(byte[] docx, Budget budget)
    {
        var reissue = TemplateOf(budget.Identity.Pack).Reissue(NoteGuard.Open(docx).Package!, Figures(budget), out var faults);
        faults.ShouldBeEmpty();
        return reissue.ShouldNotBeNull();
    }

    private static IReadOnlyList<string> Words(byte[] docx)
    {
        using var note = new NoteFile(docx);
        return [.. note.Body.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }
}
