using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingName：缺指标名称。A target that does not say what it measures.</summary>
internal sealed class MissingNameCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "missingName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        !line.Indicator.Name.Any(char.IsLetterOrDigit) | (line.Indicator.Name.Length > 0 && line.Indicator.Name.All(char.IsDigit))
            && line.Indicator.Operator != TargetOperator.None
                ? new Objection(project, line, Actual: line.Target) { Field = "name" }
                : null;

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.At?.Group;
}
