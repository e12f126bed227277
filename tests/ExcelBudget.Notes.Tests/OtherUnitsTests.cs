using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Tests.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests;

/// <summary>A form may print 元 while the sentences of the note say 万元.</summary>
public sealed class OtherUnitsTests
{
    private static readonly Lazy<RuleBook> OneInYuan = new(() => PackInYuan.Book(PackInYuan.Yuan, "T2"));
    private static readonly Lazy<RuleBook> AllInYuan =
        new(() => PackInYuan.Book(PackInYuan.WholeYuan + "\nseparators: true\nzero: —", PackInYuan.Forms));

    [Theory]
    [InlineData("clean", false)]
    [InlineData("full", false)]
    [InlineData("full", true)]
    public void Note_OfFormsInYuan_WhenChecked_HasNoFinding(string sample, bool all)
    {
        var (figures, note) = Write(HebeiNote.BudgetOf(sample), all);
        var check = Checked.Through(NoteChecker.Of(figures.Book), note, figures);
        check.Findings.Select(finding => finding.Rule + " " + finding.Message).ShouldBeEmpty();
        check.Agreements.Count.ShouldBeGreaterThan(40);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sentences_OfFormsInYuan_SayTenThousandYuanAsBefore(bool all)
    {
        var budget = HebeiNote.BudgetOf("full");
        using var usual = new NoteFile(HebeiNote.Write(budget).Docx);
        using var other = new NoteFile(Write(budget, all).Docx);
        string[] Figures(NoteFile note) =>
            [.. note.Slots.Where(slot => slot.Tag.StartsWith("fig:", StringComparison.Ordinal))
            .Select(slot => slot.Tag + " " + slot.Words)];
        Figures(other).ShouldBe(Figures(usual));
    }

    [Fact]
    public void Table_OfAFormInYuan_PrintsYuanUnderItsUnit()
    {
        var budget = HebeiNote.BudgetOf("full");
        var (figures, docx) = Write(budget, all: true);
        using var note = new NoteFile(docx);
        var form = figures.Book.Pack[new FormId("T2")];
        var total = figures.Value(new CellAddress("T2", "合计", "3")).Value.Value;
        var words = note.Tables("T2").Single().InnerText;
        words.ShouldContain(form.Amounts.Printed(total));
        words.ShouldContain("—");
        note.Body.InnerText.ShouldContain("单位：元");
    }

    private static (BudgetFigures Figures, byte[] Docx) Write(Budget budget, bool all)
    {
        var book = (all ? AllInYuan : OneInYuan).Value;
        var template = NoteTemplate.Compile(File.ReadAllBytes(HebeiNote.TemplatePath), book, out var faults);
        faults.ShouldBeEmpty();
        var figures = new BudgetFigures(book, budget);
        return (figures, template.ShouldNotBeNull().Write(figures).Docx);
    }
}
