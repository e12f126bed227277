using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>pointlessLimit：没有意义的界限。A rate of control or execution of at most zero; at least none of what is to be done.</summary>
internal sealed class PointlessLimitCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "pointlessLimit";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Number == 0m && (IsAnything(line, review) || (line.IsPercent && review.Meaning.IsNeverZero(line)))
            ? new Objection(project, line, Actual: line.Target) : null;

    /// <summary>培训次数 ≥0次: whatever is done reaches that.</summary>
    private static bool IsAnything(ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Operator == TargetOperator.AtLeast && line.Indicator.Unit.Length > 0 && !review.Meaning.IsLessBetter(line);
}
