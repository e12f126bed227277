namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// costAboveAmount：成本高于项目金额。A cost of the whole above the project's own amount; prices for one and totals of several years are never
/// compared.
/// </summary>
internal sealed class CostAboveAmountCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "costAboveAmount";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return [];
        return from cost in AmountComparison.Costs(project, review.Meaning)
               where cost.Line.Money is not null && AmountComparison.IsAbove(cost.Money, amount)
               select new Objection(
                   project, cost.Line, Actual: AmountComparison.Said(cost.Money.Value), Expected: AmountComparison.Said(amount.Value));
    }
}
