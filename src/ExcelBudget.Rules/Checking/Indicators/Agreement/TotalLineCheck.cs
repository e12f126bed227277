namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>totalLine：合计行混在项目里。A line among the projects that adds up others, which is counted once more.</summary>
internal sealed class TotalLineCheck : IIndicatorCheck
{
    /// <inheritdoc />
    public string Name => "totalLine";

    /// <inheritdoc />
    public bool NeedsIndicators => false;

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.TotalLines.Select(line => new Objection(line, Part: ProjectPart.Name, Actual: line.Name));
    }
}
