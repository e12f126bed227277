using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// Goals that a unit took from another unit's workbook of the same pack and year. One workbook after the other is read, and only what
/// goals are compared by is kept of it; a project whose goal stands in another workbook again is read once more, whole.
/// </summary>
internal static class RunGoals
{
    /// <summary>For each workbook, by its place, the projects of earlier ones whose goals stand in it again.</summary>
    /// <param name="workbooks">The workbooks of a run; each is looked at in turn and let go.</param>
    /// <param name="book">The rule book of a pack's id.</param>
    public static IEnumerable<(int At, IReadOnlyList<ReviewedProject> Elsewhere)> Copied(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<string, RuleBook> book) =>
        from run in Runs(workbooks, book)
        let reviews = run.Select(at => Slim(workbooks[at].Budget!, book)).ToArray()
        let sources = Sources(reviews)
        from found in CopiedGoalCheck.Across(reviews)
        select (run[found.Key], Whole(found.Value, project => workbooks[run[sources[project]]].Budget!, book));

    /// <summary>The places of workbooks that belong together, of two units at least.</summary>
    private static IEnumerable<int[]> Runs(IReadOnlyList<CheckedWorkbook> workbooks, Func<string, RuleBook> book)
    {
        var whose = workbooks.Select(workbook => workbook.Budget?.Identity).ToArray();
        return
        [
            .. Enumerable.Range(0, whose.Length)
                .Where(at => whose[at] is { } identity && book(identity.Pack).Pack.Indicators is not null)
                .GroupBy(at => (whose[at]!.Pack, whose[at]!.Year)).Select(run => run.ToArray())
                .Where(run => run.Select(at => whose[at]!.UnitCode).Distinct().Skip(1).Any()),
        ];
    }

    private static IndicatorReview Named(Budget budget, Func<string, RuleBook> book)
    {
        var review = ReviewReader.Of(new BudgetFigures(book(budget.Identity.Pack), budget));
        var unit = budget.Identity.UnitName;
        return review with { Projects = [.. review.Projects.Select(project => project with { Unit = unit })] };
    }

    private static IndicatorReview Slim(Budget budget, Func<string, RuleBook> book) =>
        ReviewReader.GoalsOf(new BudgetFigures(book(budget.Identity.Pack), budget), budget.Identity.UnitName);

    private static Dictionary<ReviewedProject, int> Sources(IndicatorReview[] reviews)
    {
        var sources = new Dictionary<ReviewedProject, int>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < reviews.Length; at++)
        {
            foreach (var project in reviews[at].Projects) sources[project] = at;
        }

        return sources;
    }

    private static IReadOnlyList<ReviewedProject> Whole(
        IReadOnlyList<ReviewedProject> slim, Func<ReviewedProject, Budget> source, Func<string, RuleBook> book) =>
        [.. slim.Select(project => Named(source(project), book).Projects.First(whole => whole.Key == project.Key))];
}
