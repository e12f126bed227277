using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// partsAboveAmount：分项成本合计高于项目金额。Each part fits, together they do not. A whole beside its parts (by its words, or because it
/// equals the amount while the others fit) is not added to them.
/// </summary>
internal sealed class PartsAboveAmountCheck : ProjectCheck
{
    /// <summary>Amounts are given to the tenth of 万元 at least.</summary>
    private const decimal HalfOfSmallest = 500m;

    /// <inheritdoc />
    public override string Name => "partsAboveAmount";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return [];
        var parts = AmountComparison.Costs(project, review.Meaning)
            .Where(cost => !review.Meaning.IsTotal(cost.Line) && !IndicatorMeaning.IsLowerBound(cost.Line))
            .DistinctBy(cost => cost.Line.Indicator.Name)
            // 设备购置120万元（含信息化设备60万元）
            .Where(cost => !ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, IsBracketed: true }
                && told.Number == cost.Money.Value && told.Lead.Contains('含')))
            .ToArray();
        if (parts.Length < 2 || Array.Exists(parts, part => AmountComparison.IsAbove(part.Money, amount))) return [];
        var others = parts.Where(part => !part.Money.Meets(amount)).Select(part => part.Money);
        // ≤8万元 and ≤5万元 are limits, set as they stand: nothing was rounded but the amount
        var areLimits = Array.TrueForAll(parts, part => part.Line.Indicator.Operator is Domain.Indicators.TargetOperator.AtMost
            or Domain.Indicators.TargetOperator.Equal);
        if (!(areLimits ? Sum(others).Value > amount.Value + Math.Min(amount.HalfWidth, HalfOfSmallest)
            : AmountComparison.IsAbove(Sum(others), amount))) return [];
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
