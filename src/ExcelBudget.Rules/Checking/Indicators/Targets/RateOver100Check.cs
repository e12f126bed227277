namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>rateOver100：比率超过 100%。More than 100%, or 100% as a lower bound; not growth, and not «达到100%», which means just 100%.</summary>
internal sealed class RateOver100Check : LineCheck
{
    private const decimal Whole = 100m;

    /// <inheritdoc />
    public override string Name => "rateOver100";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (!line.IsPercent || review.Meaning.IsGrowth(line) || RateMisprintCheck.Is(line, review)) return null;
        var isBeyond = line.Number > Whole
            || (line.Number == Whole && IndicatorMeaning.IsLowerBound(line) && !review.Meaning.Reaches(line));
        return isBeyond ? new Objection(project, line, Actual: line.Target, Expected: "100%") : null;
    }

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.At?.Number == Whole ? Name : null;
}
