using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// copiedGoal：绩效目标雷同。A goal that is another project's again, word for word or nearly so; found at the later project. A project of the
/// same name in another unit may have the same goal: the county pays for it everywhere.
/// </summary>
public sealed class CopiedGoalCheck : IIndicatorCheck
{
    /// <inheritdoc />
    public string Name => "copiedGoal";

    /// <inheritdoc />
    public bool NeedsIndicators => false;

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var elsewhere = review.Elsewhere.Where(project => !project.IsLastYears)
            .Select(project => (Project: project, Goal: Goal(project))).ToArray();
        var own = review.Projects.Select(project => (Project: project, Goal: Goal(project))).ToArray();
        var index = new GoalIndex(Shingles.Often(elsewhere.Concat(own).Select(pair => pair.Goal)));
        foreach (var (project, goal) in elsewhere) index.Add(project, goal);
        foreach (var (project, goal) in own)
        {
            if (index.First(goal, other => MayNotShare(project, other, review.Meaning)) is { } copied
                && !DuplicateProjects.IsPair(review, project, copied))
            {
                var actual = ReviewedIndicator.Shortened(project.Goal);
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: actual, Expected: copied.Called, Match: copied.Called);
            }

            index.Add(project, goal);
        }
    }

    /// <summary>
    /// The budgets of one run seen together: for each budget, by its place, the projects of earlier ones whose goals stand in it again.
    /// In time linear to the goals.
    /// </summary>
    /// <param name="reviews">The budgets, of one pack; every project says whose it is (<see cref="ReviewedProject.Unit"/>).</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<ReviewedProject>> Across(IReadOnlyList<IndicatorReview> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        var texts = new Dictionary<string, Shingles>(StringComparer.Ordinal);
        var goals = reviews.Select(review => review.Projects.Select(project => (Project: project, Goal: Known(project))).ToArray())
            .ToArray();
        var index = new GoalIndex(Shingles.Often(goals.SelectMany(budget => budget.Select(pair => pair.Goal))));
        var found = new Dictionary<int, IReadOnlyList<ReviewedProject>>();
        // a county's units have the same projects: each is asked for as often as there are units
        var subjects = new Dictionary<string, string>(StringComparer.Ordinal);
        var holders = new Dictionary<(string Subject, string Goal), List<string>>();
        for (var at = 0; at < goals.Length; at++)
        {
            ReviewedProject[] copied =
            [
                .. goals[at].Select(pair => index.First(pair.Goal,
                    other => other.Unit != pair.Project.Unit && Subject(other.Name) != Subject(pair.Project.Name)))
                        .OfType<ReviewedProject>().Distinct(),
            ];
            if (copied.Length > 0) found[at] = copied;
            foreach (var (project, goal) in goals[at])
            {
                if (IsNew(project)) index.Add(project, goal);
            }
        }

        return found;

        // what the county pays for in every unit stands in the index twice: whoever asks, what comes third is never the first found
        bool IsNew(ReviewedProject project)
        {
            var key = (Subject(project.Name), project.Goal);
            if (!holders.TryGetValue(key, out var units)) holders[key] = units = [];
            if (units.Count == 2 || units.Contains(project.Unit)) return false;
            units.Add(project.Unit);
            return true;
        }

        Shingles Known(ReviewedProject project)
        {
            if (!texts.TryGetValue(project.Goal, out var goal)) texts[project.Goal] = goal = Goal(project);
            return goal;
        }

        string Subject(string name)
        {
            if (!subjects.TryGetValue(name, out var subject)) subjects[name] = subject = reviews[0].Meaning.Subject(name);
            return subject;
        }
    }

    internal static bool MayNotShare(ReviewedProject project, ReviewedProject other, IndicatorMeaning meaning) =>
        other.Unit == project.Unit || meaning.Subject(other.Name) != meaning.Subject(project.Name);

    private static Shingles Goal(ReviewedProject project) => new(GoalText.Substance(project.Goal));
}
