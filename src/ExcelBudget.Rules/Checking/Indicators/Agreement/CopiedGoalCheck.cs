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
        var earlier = review.Elsewhere.Select(project => (Project: project, Goal: Goal(project))).ToList();
        foreach (var project in review.Projects)
        {
            var goal = Goal(project);
            if (earlier.Find(other => goal.Copies(other.Goal)) is { Project: { } copied } && !DuplicateProjects.IsPair(review, project, copied))
            {
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: ReviewedIndicator.Shortened(project.Goal), Expected: copied.Name, Match: copied.Name);
            }

            earlier.Add((project, goal));
        }
    }

    private static Shingles Goal(ReviewedProject project) => new(GoalText.Substance(project.Goal));
}
