using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>Goals that a unit took from another unit's workbook of the same pack and year.</summary>
internal static class RunGoals
{
    /// <summary>For each workbook, by its place, the projects of earlier ones whose goals stand in it again.</summary>
    public static IEnumerable<(int At, IReadOnlyList<ReviewedProject> Elsewhere)> Copied(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<string, RuleBook> book) =>
        from run in workbooks.Select((workbook, at) => (workbook.Budget, At: at))
            .Where(read => read.Budget is { } budget && book(budget.Identity.Pack).Pack.Indicators is not null)
            .GroupBy(read => (read.Budget!.Identity.Pack, read.Budget.Identity.Year))
        where run.Select(read => read.Budget!.Identity.UnitCode).Distinct().Skip(1).Any()
        let reads = run.ToArray()
        let reviews = Array.ConvertAll(reads, read => Named(new BudgetFigures(book(run.Key.Pack), read.Budget!)))
        from found in CopiedGoalCheck.Across(reviews)
        select (reads[found.Key].At, found.Value);

    private static IndicatorReview Named(BudgetFigures figures)
    {
        var review = ReviewReader.Of(figures);
        var unit = figures.Budget.Identity.UnitName;
        return review with { Projects = [.. review.Projects.Select(project => project with { Unit = unit })] };
    }
}
