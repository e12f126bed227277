using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>What all checks have to say about one budget.</summary>
/// <param name="Budget">The budget as it counts.</param>
/// <param name="Findings">Errors first; with sheet and cell where a workbook was read.</param>
/// <param name="Unchecked">未检查。Rules that could not run.</param>
public sealed record CheckedBudget(Budget Budget, IReadOnlyList<Finding> Findings, IReadOnlyList<Unchecked> Unchecked)
{
    /// <summary>The figures it was checked by, for whoever needs them again; null where they are not kept.</summary>
    public BudgetFigures? Figures { get; init; }

    /// <summary>Prefilled cells that were changed, without the values of what is withheld; empty where no workbook was read.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>试行规则。What the rules on trial found.</summary>
    public TrialOutcome Trial { get; init; } = TrialOutcome.None;

    /// <summary>签字。Who answers for the workbook; nobody where no workbook was read.</summary>
    public SignOff SignOff { get; init; } = SignOff.None;

    /// <summary>The findings because of which a workbook goes back.</summary>
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);
}
