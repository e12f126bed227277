using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>No entered amount of the main tables can be changed by 1.00 万元 without an error that names its cell.</summary>
public sealed class MutationTests
{
    private const decimal OneInTenThousandYuan = 10_000m;

    // the income side of T1 and T4: their expenditure is computed, but for the balances left at the end of the year
    private static readonly Dictionary<string, string[]?> Columns = new(StringComparer.Ordinal)
    {
        ["T1"] = ["2", "4"],
        ["T2"] = null,
        ["T3"] = null,
        ["T4"] = ["2", "5", "6", "7"],
        ["T5"] = null,
        ["T6"] = null,
    };

    [Theory]
    [InlineData("clean", 1)]
    [InlineData("library", 1)]
    public void EnteredAmount_ChangedByOne_IsAlwaysAnErrorThatNamesItsCell(string sample, int change) => IsNoticed(sample, change);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("clean", -1)]
    [InlineData("full", 1)]
    [InlineData("full", -1)]
    public void EnteredAmountOfALargeBudget_ChangedByOne_IsAlwaysAnErrorThatNamesItsCell(string sample, int change) =>
        IsNoticed(sample, change);

    [Fact]
    public void ChangedAmount_KnownToHaveChanged_IsTheFirstRelatedCell() => IsFirstWhereKnown("clean");

    [Fact]
    [Trait("Category", "Slow")]
    public void ChangedAmountOfALargeBudget_KnownToHaveChanged_IsTheFirstRelatedCell() => IsFirstWhereKnown("full");

    private static void IsNoticed(string sample, int change)
    {
        var budget = Hebei.BudgetOf(sample);
        var addresses = EnteredAmounts(budget).ToArray();
        var unnoticed = addresses.Where(address => !IsNamed(Changed(budget, address, change * OneInTenThousandYuan), address)).ToArray();

        addresses.Length.ShouldBeGreaterThan(20);
        unnoticed.ShouldBeEmpty();
    }

    private static void IsFirstWhereKnown(string sample)
    {
        var budget = Hebei.BudgetOf(sample);
        var addresses = EnteredAmounts(budget).ToArray();
        addresses.Where(address => !IsFirst(HebeiCheck.Of(Changed(budget, address, OneInTenThousandYuan), address), address))
            .ShouldBeEmpty();
        // it is the knowledge that decides: without it some of these cells do not come first
        addresses.Where(address => !IsFirst(HebeiCheck.Of(Changed(budget, address, OneInTenThousandYuan)), address)).ShouldNotBeEmpty();
    }

    private static bool IsFirst(CheckOutcome outcome, CellAddress address) =>
        outcome.Findings.Any(finding => finding.Severity == Severity.Error
        && (finding.Place.Address == address || (finding.Related.Count > 0 && finding.Related[0].Address == address)));

    private static IEnumerable<CellAddress> EnteredAmounts(Budget budget) =>
        from content in budget.Forms
        where Columns.ContainsKey(content.Form.Value)
        from row in content.Rows
        from cell in row.Cells
        where cell.Value is CellValue.Amount && Columns[content.Form.Value] is var columns
            && (columns is null || columns.Contains(cell.Key.Value))
        select new CellAddress(content.Form, row.Key, cell.Key);

    private static Budget Changed(Budget budget, CellAddress address, decimal change)
    {
        var old = (CellValue.Amount)budget[address]!;
        return Edit.Set(budget, address, old with { Yuan = old.Yuan + change });
    }

    private static bool IsNamed(Budget budget, CellAddress address) => HebeiCheck.Of(budget).Findings.Any(finding =>
        finding.Severity == Severity.Error && (finding.Rule != "NEGATIVE" || finding.Ties.Count > 0)
        && (finding.Place.Address == address || finding.Related.Any(related => related.Address == address)));
}
