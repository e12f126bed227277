namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>malformedHeading：标题不完整。A heading whose name is not whole: «数量指：».</summary>
internal sealed class MalformedHeadingCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "malformedHeading";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review) =>
        project.MalformedHeadings.Count == 0
        ? []
        : [new Objection(project, Match: string.Join('、', project.MalformedHeadings.Select(ReviewedIndicator.Shortened)))];
}
