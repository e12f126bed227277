namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>
/// misplacedHeading：二级指标放错位置。A heading under a level 1 that it does not belong to: (四)效益指标 inside 产出指标. One objection for a heading.
/// </summary>
internal sealed class MisplacedHeadingCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "misplacedHeading";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review) => project.Indicators
        .Where(line => HeadingPlace.IsForeign(line, review.Standards))
        .DistinctBy(line => (line.Indicator.Level1, line.Indicator.Level2))
        .Select(line => new Objection(project, line, Actual: line.Indicator.Level2, Expected: line.Indicator.Level1)
        { Field = "level2", IsDoubtful = project.Doubt.IsUnclear });
}
