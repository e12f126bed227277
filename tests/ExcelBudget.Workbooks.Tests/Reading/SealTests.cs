using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Every prefilled cell that was changed is listed with before and after, whether or not a rule minds.</summary>
public sealed class SealTests
{
    private static readonly Lazy<Desk> Issued = new(() => new Desk(Calc.Opened(HebeiWorkbook.Of("full"))));

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void FiguresKnownToTwoDecimals_FilledAndReadBack_AreNoMoreExactThanBefore(string sample)
    {
        var rounded = Rounded(Hebei.BudgetOf(sample));
        rounded.Forms.SelectMany(form => form.Rows).SelectMany(row => row.Cells.Values).OfType<CellValue.Amount>()
            .ShouldContain(amount => amount.HalfWidth == 50m);
        var read = ReadBack.Of(HebeiWorkbook.Fill(rounded));
        ReadBack.Differences(rounded, read.Budget).ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void CodeReplaced_IsOneChangeAtTheCodeCell()
    {
        var at = At("T3", "2070108", "1");
        var changes = ReadBack.Of(Issued.Value.Text(at, "2070104").Cleared(NextTo(at)).Book).Changes.Values;
        var change = changes.ShouldHaveSingleItem();
        (change.Place.Cell, change.Before, change.After).ShouldBe((at.Cell, "2070108", "2070104"));
    }

    [Fact]
    public void NameOfACodeRetyped_IsAChangeFromTheListedName()
    {
        var at = NextTo(At("T3", "2070108", "1"));
        var change = ReadBack.Of(Issued.Value.Text(at, "群众活动").Book).Changes.Values.ShouldHaveSingleItem();
        (change.Place.Cell, change.Before, change.After).ShouldBe((at.Cell, "文化活动", "群众活动"));
    }

    [Fact]
    public void RowDeleted_ItsCodeAndAmountsAreGoneOnItsSheet()
    {
        var at = At("T6", "30215", "1");
        var changes = ReadBack.Of(Issued.Value.WithoutRow(at.Sheet!, 30).Book).Changes.Values.ToArray();
        At("T6", "30215", "5").Cell.ShouldBe("F30");
        changes.Select(change => (change.Place.Sheet, change.Before, change.After))
            .ShouldBe([(at.Sheet, "30215", ""), (at.Sheet, "3.8", "")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("goal", "完成全部任务。")]
    [InlineData("name", "基层文化服务经费")]
    [InlineData("classified", "是")]
    public void TextOfAProjectChanged_IsTheOneChange(string column, string text)
    {
        var first = Hebei.BudgetOf("full")[new FormId("projects")]!.Rows[0];
        var at = At("projects", first.Key.Value, column);
        var change = ReadBack.Of(Issued.Value.Text(at, text).Book).Changes.Values.ShouldHaveSingleItem();
        (change.Place.Cell, change.Before, change.After).ShouldBe((at.Cell, first.Text(column), text));
    }

    [Fact]
    public void ProjectCodeNameAndGoalChanged_AreThreeChanges_NotADeletedProject()
    {
        var project = Hebei.BudgetOf("full")[new FormId("projects")]!.Rows[0].Key.Value;
        var desk = Issued.Value.Text(At("projects", project, "code"), "13099924P99999").Text(At("projects", project, "name"), "改名项目")
            .Text(At("projects", project, "goal"), "新目标。");
        var changes = ReadBack.Of(desk.Book).Changes.Values;
        changes.Select(change => change.After).ShouldBe(["13099924P99999", "改名项目", "新目标。"], ignoreOrder: true);
    }

    [Fact]
    public void IndicatorOfARenamedProjectChanged_IsStillListedAlone()
    {
        var budget = Hebei.BudgetOf("full");
        var project = budget[new FormId("projects")]!.Rows[0].Key.Value;
        var at = At("indicators", project + "#2", "target");
        var desk = Issued.Value.Text(At("projects", project, "code"), "13099924P99999").Text(at, "≥190个");
        var change = ReadBack.Of(desk.Book).Changes.Values.Single(change => change.Place.Address!.Value.Form.Value == "indicators");
        (change.Place.Cell, change.After).ShouldBe((at.Cell, "≥190个"));
    }

    private static Place At(string form, string row, string column) =>
        ReadBack.Of(Issued.Value.Book).Places[new CellAddress(form, row, column)];

    private static Place NextTo(Place place) => CellReference.TryParse(place.Cell, out var cell)
        ? place with { Cell = (cell with { Column = cell.Column + 1 }).ToString() } : place;

    private static Budget Rounded(Budget budget) =>
        new(budget.Identity, budget.Forms.Select(form => new FormContent(form.Form, [.. form.Rows.Select(row =>
        new FormRow(row.Key,
            row.Cells.ToDictionary(
            cell => cell.Key, cell => cell.Value is CellValue.Amount { Yuan: >= 100m } amount && Hebei.Book.Pack[form.Form]
            .Money == Domain.Money.MoneyUnit.TenThousandYuan
            ? new CellValue.Amount(Math.Round(amount.Yuan / 100m, 0, MidpointRounding.AwayFromZero) * 100m, 50m)
            : cell.Value)))])));
}
