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
        var (earlier, byMark) =
            (new List<(ReviewedProject Project, Shingles Goal)>(), new Dictionary<string, List<int>>(StringComparer.Ordinal));
        foreach (var project in review.Elsewhere) Keep(project, Goal(project), earlier, byMark);
        foreach (var project in review.Projects)
        {
            var goal = Goal(project);
            if (First(goal, earlier, byMark) is { } copied && !DuplicateProjects.IsPair(review, project, copied))
            {
                yield return new Objection(
                    project, Part: ProjectPart.Goal, Actual: ReviewedIndicator.Shortened(project.Goal), Expected: copied.Name,
                    Match: copied.Name);
            }

            Keep(project, goal, earlier, byMark);
        }
    }

    private static void Keep(
        ReviewedProject project, Shingles goal, List<(ReviewedProject Project, Shingles Goal)> earlier, Dictionary<string,
        List<int>> byMark)
    {
        foreach (var mark in goal.Marks)
        {
            if (!byMark.TryGetValue(mark, out var places)) byMark[mark] = places = [];
            places.Add(earlier.Count);
        }

        earlier.Add((project, goal));
    }

    /// <summary>The first earlier project whose goal this one copies; only those that share a mark are compared.</summary>
    private static ReviewedProject? First(
        Shingles goal, List<(ReviewedProject Project, Shingles Goal)> earlier, Dictionary<string, List<int>> byMark)
    {
        var candidates = goal.Marks.SelectMany(mark => byMark.GetValueOrDefault(mark, [])).Distinct().Order();
        return candidates.Where(place => goal.Copies(earlier[place].Goal)).Select(place => earlier[place].Project).FirstOrDefault();
    }

    private static Shingles Goal(ReviewedProject project) => new(GoalText.Substance(project.Goal));
}
