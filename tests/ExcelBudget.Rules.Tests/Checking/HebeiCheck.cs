using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Checks budgets with the rule book of hebei.</summary>
internal static class HebeiCheck
{
    /// <summary>Checks a budget without knowing what was changed.</summary>
    public static CheckOutcome Of(Budget budget, params CellAddress[] changed) =>
        new BudgetChecker(new BudgetFigures(Hebei.Book, budget), changed.ToHashSet()).Check();

    /// <summary>Findings of a budget of one severity.</summary>
    public static IReadOnlyList<Finding> Findings(Budget budget, Severity severity) =>
        [.. Of(budget).Findings.Where(finding => finding.Severity == severity)];

    /// <summary>Everything that is told: findings, and the ties listed under a cause. A cause told as one of its own ties counts once.</summary>
    public static IEnumerable<Finding> Told(IEnumerable<Finding> findings) => findings.SelectMany(finding =>
        finding.Ties.Any(tie => tie.Rule == finding.Rule && tie.Place == finding.Place) ? finding.Ties : finding.Ties.Prepend(finding));

    /// <summary>Findings as «RULE at FORM[row,column]: message», for failure messages that can be read.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Rule} at {finding.Place.Address}: {finding.Message}");
}
