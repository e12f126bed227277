using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// weakTarget：指标值过低。A percentage below the pack's floor for its name. Upper bounds are direction's to say, zero and missing signs others'.
/// </summary>
internal sealed class WeakTargetCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "weakTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (!line.IsPercent || IndicatorMeaning.IsUpperBound(line) || review.Meaning.IsGrowth(line)) return null;
        var floor = review.Standards.Floors.FirstOrDefault(
            floor => line.Number < floor.Percent && !floor.NotUnder.Contains(line.Group) && IndicatorMeaning.EndsWith(line, floor.Names));
        return floor is null ? null : new Objection(project, line, Actual: line.Target, Expected: $"≥{Figures.Plain(floor.Percent)}%");
    }
}
