using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>costBelowAmount：成本合计低于项目金额。The goal says that all the money goes there, and the cost indicators add up to less.</summary>
internal sealed class CostBelowAmountCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "costBelowAmount";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount
            || !IndicatorMeaning.ContainsAny(project.PlainGoal, review.Standards.Words.Exhaustive))
            return [];
        // a goal that tells its parts is the other check's to add up
        if (Enumeration.Of(project, review).Parts.Any(part => part.Yuan != amount.Value)) return [];
        var costs = AmountComparison.Costs(project, review.Meaning).Where(cost => !IndicatorMeaning.IsLowerBound(cost.Line)).ToArray();
        var sum = costs.Aggregate(Measure.Zero, static (total, cost) => total + cost.Money);
        if (costs.Length == 0 || Array.Exists(costs, cost => cost.Money.Meets(amount)) || sum.Value >= amount.Value || sum.Meets(amount))
            return [];
        if (project.Indicators.Any(line => review.Meaning.IsCost(line) && review.Meaning.IsPerUnit(line))) return [];
        return
        [
            new Objection(
                project, costs[0].Line, Actual: AmountComparison.Said(sum.Value), Expected: AmountComparison.Said(amount.Value),
                Match: string.Join('、', costs.Select(cost => cost.Line.Title + cost.Line.Target)))
            {
                Also = [.. costs.Select(cost => cost.Line)],
            },
        ];
    }
}
