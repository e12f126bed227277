namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>pointlessLimit：不可能达到的上限。A rate of control or execution of at most zero.</summary>
internal sealed class PointlessLimitCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "pointlessLimit";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line is { IsPercent: true, Number: 0m } && review.Meaning.IsNeverZero(line) ? new Objection(project, line, Actual: line.Target)
            : null;
}
