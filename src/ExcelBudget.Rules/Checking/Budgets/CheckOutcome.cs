using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>What the rule book has to say about one budget.</summary>
/// <param name="Findings">Errors first, then by form, row and column. Places carry the address only: where it stands on a sheet is not
/// known here.</param>
/// <param name="Unchecked">未检查。Rules that could not run, or not on everything; one entry for each rule.</param>
public sealed record CheckOutcome(IReadOnlyList<Finding> Findings, IReadOnlyList<Unchecked> Unchecked)
{
    /// <summary>The figures as they would be if every decided cause were put right; those that stand where there is none.</summary>
    public required BudgetFigures Mended { get; init; }
}
