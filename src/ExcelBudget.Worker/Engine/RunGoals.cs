using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// Goals that a unit took from another unit's workbook of the same pack and year. They are compared by what was kept of each workbook;
/// one whose goal stands in another again is read once more, whole.
/// </summary>
internal static class RunGoals
{
    /// <summary>For each workbook, by its place, the projects of earlier ones whose goals stand in it again.</summary>
    /// <param name="workbooks">The workbooks of a run.</param>
    /// <param name="book">The rule book of a pack's id.</param>
    /// <param name="budget">Reads the budget of the workbook at a place again; null where that cannot be done now.</param>
    public static IEnumerable<(int At, IReadOnlyList<ReviewedProject> Elsewhere)> Copied(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<string, RuleBook> book, Func<int, Budget?> budget) =>
        from run in Runs(workbooks)
        let reviews = run.Select(at => Slim(workbooks[at], book)).ToArray()
        let sources = Sources(reviews)
        let found = CopiedGoalCheck.Across(reviews)
        let whole = Whole(found.Values.SelectMany(copied => copied).Select(project => run[sources[project]]).Distinct(), budget, book)
        from copy in found
        select (run[copy.Key], Elsewhere(copy.Value, project => whole[run[sources[project]]]));

    /// <summary>The places of workbooks that belong together, of two units at least.</summary>
    private static IEnumerable<int[]> Runs(IReadOnlyList<CheckedWorkbook> workbooks) =>
        Enumerable.Range(0, workbooks.Count).Where(at => workbooks[at] is { Budget: not null, Goals.Count: > 0 })
            .GroupBy(at => (workbooks[at].Budget!.Identity.Pack, workbooks[at].Budget!.Identity.Year)).Select(run => run.ToArray())
            .Where(run => run.Select(at => workbooks[at].Budget!.Identity.UnitCode).Distinct().Skip(1).Any());

    private static IndicatorReview Slim(CheckedWorkbook workbook, Func<string, RuleBook> book)
    {
        var (identity, goals) = (workbook.Budget!.Identity, workbook.Goals);
        return new IndicatorReview(book(identity.Pack).Pack.Indicators!, identity.Year,
        [
            .. goals.Select(goal => new ReviewedProject { Key = goal.Key, Name = goal.Name, Goal = goal.Goal, Unit = identity.UnitName }),
        ]);
    }

    private static Dictionary<ReviewedProject, int> Sources(IndicatorReview[] reviews)
    {
        var sources = new Dictionary<ReviewedProject, int>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < reviews.Length; at++)
        {
            foreach (var project in reviews[at].Projects) sources[project] = at;
        }

        return sources;
    }

    /// <summary>The projects of the workbooks copied from, with all their indicators; none of one that cannot be read now.</summary>
    private static Dictionary<int, IReadOnlyList<ReviewedProject>> Whole(
        IEnumerable<int> places, Func<int, Budget?> budget, Func<string, RuleBook> book) =>
        places.Order().ToDictionary(at => at, at => budget(at) is { } source ? Named(source, book(source.Identity.Pack)) : []);

    private static IReadOnlyList<ReviewedProject> Named(Budget budget, RuleBook book) =>
    [
        .. ReviewReader.Of(new BudgetFigures(book, budget)).Projects
            .Select(project => project with { Unit = budget.Identity.UnitName }),
    ];

    private static IReadOnlyList<ReviewedProject> Elsewhere(
        IReadOnlyList<ReviewedProject> slim, Func<ReviewedProject, IReadOnlyList<ReviewedProject>> source) =>
        [.. slim.Select(project => source(project).FirstOrDefault(whole => whole.Key == project.Key)).OfType<ReviewedProject>()];
}
