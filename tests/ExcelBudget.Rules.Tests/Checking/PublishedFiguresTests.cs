using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Figures typed with two decimals stand for intervals: what rounding explains is a tail, never an error.</summary>
public sealed class PublishedFiguresTests
{
    // half of 0.01 万元
    private const decimal HalfWidth = 50m;

    [Fact]
    public void PublishedFigures_AllTyped_HaveTailsAndNoErrors()
    {
        var outcome = HebeiCheck.Of(Typed(_ => true));

        HebeiCheck.Lines(outcome.Findings.Where(finding => finding.Severity != Severity.Info)).ShouldBeEmpty();
        outcome.Findings.ShouldAllBe(finding => finding.Category == Category.RoundingTail || finding.Rule == "PROJECTS-COVERAGE");
        // 20805 = 49.89 above 31.80 + 15.90 + 2.18, and 303 = 3.17 above 2.18 + 0.98
        outcome.Findings.ShouldContain(
            finding => finding.Rule == "T3-ROLLUP" && finding.Place.Address == new CellAddress("T3", "20805", "3"));
        outcome.Findings.ShouldContain(
            finding => finding.Rule == "T6-ROLLUP" && finding.Place.Address == new CellAddress("T6", "303", "3")
            && finding.Difference.Told() == "0.01");
        outcome.Unchecked.ShouldBeEmpty();
    }

    [Fact]
    public void PublishedFigures_TypedWhereTheFormAsksForThem_HaveNoErrors()
    {
        var outcome = HebeiCheck.Of(Typed(IsTypedInABlankForm));

        HebeiCheck.Lines(outcome.Findings.Where(finding => finding.Severity != Severity.Info)).ShouldBeEmpty();
        outcome.Findings.ShouldAllBe(finding => finding.Category == Category.RoundingTail || finding.Rule == "PROJECTS-COVERAGE");
    }

    [Theory]
    [InlineData("full")]
    [InlineData("library")]
    public void AmountsOfAnySoundBudget_RoundedToTwoDecimals_HaveNoErrors(string sample)
    {
        var budget = Hebei.BudgetOf(sample);
        var rounded = new Budget(budget.Identity, budget.Forms.Select(Rounded));

        HebeiCheck.Lines(HebeiCheck.Of(rounded).Findings.Where(finding => finding.Severity != Severity.Info)).ShouldBeEmpty();
    }

    [Fact]
    public void Tail_InWords_SaysThatNothingHasToBeDone()
    {
        var tail = HebeiCheck.Of(Typed(_ => true)).Findings[0];

        tail.Severity.ShouldBe(Severity.Info);
        tail.Message.ShouldContain("尾差");
        tail.Message.ShouldContain("不用处理");
    }

    /// <summary>The clean budget with the published figures typed over its tables, for the cells asked for.</summary>
    private static Budget Typed(Func<CellAddress, bool> isTyped)
    {
        var lines = File.ReadLines(Repository.PathOf("tests/data/hebei/seed001-values.csv")).Skip(1).Select(line => line.Split(','))
            .ToArray();
        var budget = Hebei.BudgetOf("clean");
        foreach (var form in lines.Select(line => line[0]).Distinct()) budget = Edit.With(budget, new FormContent(new FormId(form), []));
        foreach (var line in lines)
        {
            var address = new CellAddress(line[0], line[1], line[2]);
            var figure = decimal.Parse(line[3], NumberStyles.Number, CultureInfo.InvariantCulture);
            var form = Hebei.Book.Pack[address.Form];
            if (!isTyped(address)) continue;
            CellValue value = form.Column(address.Column)!.Kind == CellKind.Amount
                ? new CellValue.Amount(figure * form.Money.InYuan(), HalfWidth)
                : new CellValue.Number(figure);
            budget = Edit.Set(budget, address, value);
        }

        return budget;
    }

    /// <summary>Entered cells, and the code rows of every level with their entered columns.</summary>
    private static bool IsTypedInABlankForm(CellAddress address)
    {
        var form = Hebei.Book.Pack[address.Form];
        var column = form.Column(address.Column)!;
        return form.FixedRow(address.Row) is { } row ? CellSpec.Of(column, row).Role == CellRole.Entered : column.Compute is null;
    }

    private static FormContent Rounded(FormContent content) => new(content.Form, [.. content.Rows.Select(row => new FormRow(
        row.Key,
        row.Cells.ToDictionary(cell => cell.Key, cell => cell.Value is CellValue.Amount amount ? RoundedTo(amount) : cell.Value)))]);

    private static CellValue.Amount RoundedTo(CellValue.Amount amount) =>
        new(Figures.Round(amount.Yuan / 10_000m, 2) * 10_000m, HalfWidth);
}
