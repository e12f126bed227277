using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// A budget in which no published form has any amount: handed in by mistake before it was filled in, or of a wrong year.
/// </summary>
public static class EmptyBudget
{
    /// <summary>Does any published form hold an amount?</summary>
    public static bool HasAmounts(Pack pack, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(budget);
        return budget.Forms.Where(form => pack[form.Form].Published)
            .Any(form => form.Rows.Any(row => row.Cells.Values.Any(value => value is CellValue.Amount)));
    }

    /// <summary>The one finding; none where anything was filled in, or nothing is published.</summary>
    public static IEnumerable<Finding> Find(Pack pack, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(budget);
        if (HasAmounts(pack, budget) || budget.Forms.FirstOrDefault(form => pack[form.Form].Published) is not { } published) yield break;
        yield return BudgetFindings.Empty.At(new Place(Address: new CellAddress(published.Form, default, default)));
    }
}
