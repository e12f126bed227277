namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>fraction：计数不是整数。2.5 人, 0.5 次.</summary>
internal sealed class FractionCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "fraction";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Number is { } number && number != decimal.Truncate(number) && review.Meaning.IsCount(line) && !IsAverage(line)
            ? new Objection(project, line, Actual: line.Target)
            : null;

    // 人均 2.5 次 and 每万人 2.5 件 are right
    private static bool IsAverage(ReviewedIndicator line) =>
        line.Indicator.Name.AsSpan().IndexOfAny('均', '每', '万') >= 0 || line.Indicator.Unit != line.Unit;
}
