namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>incompleteDimension：缺二级指标。Every level 1 is there, but not every level 2 that the pack requires.</summary>
internal sealed class IncompleteDimensionCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "incompleteDimension";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var dimensions = Dimensions.Of(project, review.Standards);
        var isOther = dimensions.MissingLevels1.Count > 0 && !dimensions.IsTruncated;
        return isOther || dimensions.MissingLevels2.Count == 0 ? []
            : [new Objection(project, Match: string.Join('、', dimensions.MissingLevels2))];
    }

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.Match;
}
