using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>
/// What fill, check and the drop folder ask is one object: a budget meets the same checks before and after it stands in a workbook.
/// </summary>
public sealed class OneCheckTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    [InlineData("as-published")]
    [InlineData("blank")]
    public void Budget_BeforeAndAfterItStandsInAWorkbook_MeetsTheSameChecks(string sample)
    {
        var before = RealEngine.Engine.Check(RealEngine.BudgetOf(sample));
        var after = RealEngine.Check(RealEngine.File(sample));
        before.Findings.Select(Said).ShouldBe(after.Findings.Select(Said), ignoreOrder: true);
        before.Unchecked.ShouldBe(after.Unchecked, ignoreOrder: true);
    }

    [Fact]
    public void BlankBudget_BeforeItStandsInAWorkbook_LacksAmountsAndTexts() =>
        RealEngine.Engine.Check(RealEngine.BudgetOf("blank")).Findings.Select(finding => finding.Kind)
            .Distinct().ShouldBe([BudgetFindings.Empty, BudgetFindings.NoteGap], ignoreOrder: true);

    [Fact]
    public void BudgetWithAmountsInUnpublishedFormsOnly_IsAsGoodAsEmpty()
    {
        var blank = RealEngine.BudgetOf("blank");
        var form = Hebei.Book.Pack.Forms.First(form => !form.Published && form.Columns.Any(column => column.Kind == CellKind.Amount));
        var column = form.Columns.First(column => column.Kind == CellKind.Amount).Id;
        var row = new FormRow(new RowKey("人员经费"), new Dictionary<ColumnId, CellValue> { [column] = new CellValue.Amount(10_000m, 0m) });
        var budget = new Budget(
            blank.Identity, blank.Forms.Where(content => content.Form != form.Id).Append(new FormContent(form.Id, [row])));
        EmptyBudget.Find(Hebei.Book.Pack, budget).ShouldHaveSingleItem().Kind.ShouldBe(BudgetFindings.Empty);
    }

    [Fact]
    public void WorkbookWhoseOnlyAmountCannotBeRead_IsNotCalledEmpty()
    {
        var desk = RealEngine.Desk("blank");
        var at = RealEngine.At("blank", "T1", "1", "2");
        var kinds = RealEngine.Check(desk.Text(at, "待定")).Findings.Select(finding => finding.Kind).ToArray();
        kinds.ShouldContain(CellFindings.NotAFigure);
        kinds.ShouldNotContain(BudgetFindings.Empty);
    }

    private static string Said(Finding finding) => $"{finding.Severity} {finding.Rule} {finding.Place.Address}: {finding.Message}";
}
