using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// partsAboveAmount：分项成本合计高于项目金额。Each part fits, together they do not. A whole beside its parts (by its words, or because it
/// equals the amount while the others fit) is not added to them.
/// </summary>
internal sealed class PartsAboveAmountCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "partsAboveAmount";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return [];
        var parts = AmountComparison.Costs(project, review.Meaning)
            .Where(cost => !review.Meaning.IsTotal(cost.Line) && !IndicatorMeaning.IsLowerBound(cost.Line))
            .DistinctBy(cost => cost.Line.Indicator.Name)
            .ToArray();
        if (parts.Length < 2 || Array.Exists(parts, part => AmountComparison.IsAbove(part.Money, amount))) return [];
        var others = parts.Where(part => !part.Money.Meets(amount)).Select(part => part.Money);
        if (!AmountComparison.IsAbove(Sum(others), amount)) return [];
        var sum = Sum(parts.Select(part => part.Money));
        return
        [
            new Objection(
                project,
                Actual: AmountComparison.Said(sum.Value),
                Expected: AmountComparison.Said(amount.Value),
                Match: string.Join('、', parts.Select(part => part.Line.Title + part.Line.Target))) { Also =
                    [.. parts.Select(part => part.Line)] },
        ];
    }

    private static Measure Sum(IEnumerable<Measure> parts) => parts.Aggregate(Measure.Zero, static (sum, part) => sum + part);
}
