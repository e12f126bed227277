namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>goalMissing：缺绩效目标。A goal that is blank or holds nothing but punctuation.</summary>
internal sealed class GoalMissingCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "goalMissing";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review) =>
        GoalText.Substance(project.Goal).Length == 0 ? [new Objection(project, Part: ProjectPart.Goal)] : [];
}

/// <summary>goalBreaksOff：绩效目标没有写完。A goal whose last words must go on: «由3.6元降到», «其中».</summary>
internal sealed class GoalBreaksOffCheck : ProjectCheck
{
    private const int Shown = 12;

    /// <inheritdoc />
    public override string Name => "goalBreaksOff";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var goal = project.Goal.TrimEnd();
        if (!GoalEnd.IsOpen(goal, review.Standards.Words)) return [];
        return [new Objection(project, Part: ProjectPart.Goal, Actual: goal[Math.Max(0, goal.Length - Shown)..])];
    }
}

/// <summary>goalShort：绩效目标过简。A goal too short to say anything, or one that only repeats the project's name.</summary>
internal sealed class GoalShortCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "goalShort";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <summary>完成各项工作任务 in most projects of a workbook is one text, asked about once.</summary>
    protected override string? Shared(Objection objection) => GoalText.Substance(objection.Project.Goal);

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var goal = GoalText.Substance(project.Goal);
        if (goal.Length == 0 || review.Meaning.IsClassified(goal)) return [];
        return goal.Length < review.Standards.ShortestGoal || GoalText.IsEmpty(project.Goal, review.Standards.Words)
            || goal == GoalText.Substance(project.Name) || review.Standards.Words.References.Contains(goal)
            ? [new Objection(project, Part: ProjectPart.Goal, Actual: project.Goal)]
            : [];
    }
}
