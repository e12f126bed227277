namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>
/// missingDimension：缺一级指标。A project without any indicator under a level 1 that the pack requires; all that is missing in one objection.
/// </summary>
internal sealed class MissingDimensionCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "missingDimension";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var dimensions = Dimensions.Of(project, review.Standards);
        if (dimensions.MissingLevels1.Count == 0 || dimensions.IsTruncated) return [];
        return [new Objection(project, Match: string.Join('、', dimensions.MissingLevels1.Concat(dimensions.MissingLevels2)))
        {
            IsDoubtful = project.Doubt.IsUnclear,
        }];
    }
}
