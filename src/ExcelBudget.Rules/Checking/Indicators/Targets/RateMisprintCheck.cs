namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// rateMisprint：比率明显写错。A share of a whole far above 100% (292%) is a slip of the pen, not too high an aim; of those who are asked
/// nobody can be satisfied beyond 100%.
/// </summary>
internal sealed class RateMisprintCheck : LineCheck
{
    private const decimal Highest = 200m;
    private const decimal Whole = 100m;

    /// <inheritdoc />
    public override string Name => "rateMisprint";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        Is(line, review) ? new Objection(project, line, Actual: line.Target, Expected: "不超过 100%") : null;

    /// <summary>True for such a rate.</summary>
    internal static bool Is(ReviewedIndicator line, IndicatorReview review) =>
        line.IsPercent && line.Number > (IsAsked(line, review) ? Whole : Highest) && !review.Meaning.IsGrowth(line)
            && (review.Meaning.IsMoreBetter(line) || review.Meaning.IsRate(line));

    private static bool IsAsked(ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Level1 == review.Standards.Words.SatisfactionLevel;
}
