using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Checks budgets with the rule book of hebei.</summary>
internal static class HebeiCheck
{
    /// <summary>Checks a budget of which it is known that cells were changed, and not what they were.</summary>
    public static CheckOutcome Of(Budget budget, params CellAddress[] changed) =>
        Of(budget, changed.ToDictionary(cell => cell, cell => new Change(new Place(Address: cell), "?", "?")));

    /// <summary>The same, of a unit one of whose projects had these very indicators last year beside another amount.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="lastYears">Key of that project; null for none.</param>
    /// <param name="changed">The changed cells.</param>
    public static CheckOutcome Of(Budget budget, string? lastYears, params CellAddress[] changed)
    {
        if (lastYears is null) return Of(budget, changed);
        var figures = new BudgetFigures(Hebei.Book, budget);
        ReviewReader.PutBeside(figures,
            [new KnownProject(lastYears, "上年的项目", "", LastAmount: 10_000m).Beside(ReviewReader.Of(figures)).ShouldNotBeNull()]);
        return new BudgetChecker(figures).Check();
    }

    /// <summary>Checks a budget that was edited after it was issued.</summary>
    public static CheckOutcome Of(Budget budget, IReadOnlyDictionary<CellAddress, Change> changes) =>
        new BudgetChecker(new BudgetFigures(Hebei.Book, budget), new IssuedFigures(changes)).Check();

    /// <summary>Findings of a budget of one severity.</summary>
    public static IReadOnlyList<Finding> Findings(Budget budget, Severity severity) =>
        [.. Of(budget).Findings.Where(finding => finding.Severity == severity)];

    /// <summary>
    /// Everything that is told: findings, and the ties listed under a cause. A cause told as one of its own ties counts once.
    /// </summary>
    public static IEnumerable<Finding> Told(IEnumerable<Finding> findings) => findings.SelectMany(finding =>
        finding.Ties.Any(tie => tie.Rule == finding.Rule && tie.Place == finding.Place) ? finding.Ties : finding.Ties.Prepend(finding));

    /// <summary>Findings as «RULE at FORM[row,column]: message», for failure messages that can be read.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Rule} at {finding.Place.Address}: {finding.Message}");
}
