namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>truncatedProject：指标不全。A free text that breaks off: one objection instead of one for each level that is gone.</summary>
internal sealed class TruncatedCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "truncatedProject";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var dimensions = Dimensions.Of(project, review.Standards);
        return dimensions.IsTruncated
            ? [new Objection(
            project, project.Indicators is [.., var last] ? last : null, Match: string.Join('、', dimensions.MissingLevels1))] : [];
    }
}
