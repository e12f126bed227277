using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>copiedGoal：绩效目标雷同。A goal that is another project's again, word for word or nearly so; found at the later project.</summary>
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
        var all = review.Elsewhere.Concat(review.Projects).Select(project => (Project: project, Goal: Goal(project))).ToArray();
        var often = Shingles.Often(all.Select(pair => pair.Goal));
        var byMark = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < all.Length; at++)
        {
            var (project, goal) = all[at];
            var marks = goal.Marks(often).ToArray();
            if (at >= review.Elsewhere.Count && First(goal, marks, all, byMark) is { } copied
                && !DuplicateProjects.IsPair(review, project, copied))
            {
                var actual = ReviewedIndicator.Shortened(project.Goal);
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: actual, Expected: copied.Name, Match: copied.Name);
            }

            foreach (var mark in marks)
            {
                if (!byMark.TryGetValue(mark, out var places)) byMark[mark] = places = [];
                places.Add(at);
            }
        }
    }

    /// <summary>The first earlier project whose goal this one copies; only those that share a mark are compared.</summary>
    private static ReviewedProject? First(
        Shingles goal, string[] marks, (ReviewedProject Project, Shingles Goal)[] all, Dictionary<string, List<int>> byMark) =>
        marks.SelectMany(mark => byMark.GetValueOrDefault(mark, [])).Distinct().Order()
            .Where(place => goal.Copies(all[place].Goal)).Select(place => all[place].Project).FirstOrDefault();

    private static Shingles Goal(ReviewedProject project) => new(GoalText.Substance(project.Goal));
}
