using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>statementAsQuantity：数量指标没有数量。A sentence without any figure where the pack wants counts.</summary>
internal sealed class StatementAsQuantityCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "statementAsQuantity";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        project.IsFreeText && line.IsStatement && review.Standards.Measured.Contains(line.Group)
            && !HeadingPlace.IsForeign(line, review.Standards)
            ? new Objection(project, line, Actual: line.Indicator.Name)
            : null;
}
