using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

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
    /// <param name="reviews">The budgets; every project says whose it is (<see cref="ReviewedProject.Unit"/>).</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<ReviewedProject>> Across(IReadOnlyList<IndicatorReview> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        // a county's units have the same projects: what is said of a text once is not worked out again
        var texts = new Dictionary<string, Shingles>(StringComparer.Ordinal);
        var subjects = new Dictionary<(IndicatorStandards Standards, string Name), string>(new BySameStandards());
        var goals = reviews.Select(review => review.Projects.Select(Told).ToArray()).ToArray();
        var index = new GoalIndex(Shingles.Often(texts.Values));
        var found = new Dictionary<int, IReadOnlyList<ReviewedProject>>();
        var kept = new FirstGoals();
        for (var at = 0; at < goals.Length; at++)
        {
            var review = reviews[at];
            ReviewedProject[] copied =
            [
                .. goals[at].Select(pair => index.First(pair.Goal,
                    other => other.Unit != pair.Project.Unit && Subject(review, other.Name) != Subject(review, pair.Project.Name)))
                        .OfType<ReviewedProject>().Distinct(),
            ];
            if (copied.Length > 0) found[at] = copied;
            foreach (var (project, goal) in goals[at])
            {
                if (kept.MayBeFirst(goal.Text, Subject(review, project.Name), project.Unit, review.Standards)) index.Add(project, goal);
            }
        }

        return found;

        (ReviewedProject Project, Shingles Goal) Told(ReviewedProject project)
        {
            var text = GoalText.Substance(project.Goal);
            if (!texts.TryGetValue(text, out var goal)) texts[text] = goal = new Shingles(text);
            return (project, goal);
        }

        string Subject(IndicatorReview review, string name)
        {
            var key = (review.Standards, name);
            if (!subjects.TryGetValue(key, out var subject)) subjects[key] = subject = review.Meaning.Subject(name);
            return subject;
        }
    }

    internal static bool MayNotShare(ReviewedProject project, ReviewedProject other, IndicatorMeaning meaning) =>
        other.Unit == project.Unit || meaning.Subject(other.Name) != meaning.Subject(project.Name);

    private static Shingles Goal(ReviewedProject project) => new(GoalText.Substance(project.Goal));
}
