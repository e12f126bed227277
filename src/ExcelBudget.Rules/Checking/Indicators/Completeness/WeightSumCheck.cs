using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>
/// weightSum：权重合计。Weights, where the form has them and any is given, add up to one of the pack's sums, and none is zero or missing.
/// </summary>
internal sealed class WeightSumCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "weightSum";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var sums = review.Standards.WeightSums;
        var weights = project.Indicators.Select(line => line.Weight).ToArray();
        // a row that was read as two, or not at all, makes another sum
        if (project.IsFreeText && project.Weights.Count == weights.Length)
            weights = [.. project.Weights.Select(weight => (decimal?)weight)];
        if (sums.Count == 0 || weights.All(weight => weight is null)) return [];
        var sum = weights.Sum() ?? 0m;
        return sums.Contains(sum) && weights.All(weight => weight > 0m)
            ? []
            : [new Objection(project, Actual: Figures.Plain(sum), Expected: string.Join(" 或 ", sums.Select(Figures.Plain)))];
    }
}
