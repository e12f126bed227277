namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>emptyHeading：空标题。Headings with nothing under them; those that are required are another check's to miss.</summary>
internal sealed class EmptyHeadingCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "emptyHeading";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var dimensions = Dimensions.Of(project, review.Standards);
        var missed = dimensions.MissingLevels1.Concat(dimensions.MissingLevels2).ToArray();
        var parents = review.Standards.Levels.Where(level => missed.Contains(level.Level1)).SelectMany(level => level.Level2);
        var empty = project.EmptyHeadings.Except(missed).Except(parents).ToArray();
        return empty.Length == 0 ? [] : [new Objection(project, Match: string.Join('、', empty))];
    }

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.Match;
}
