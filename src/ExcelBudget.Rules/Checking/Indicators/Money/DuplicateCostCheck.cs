using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// duplicateCost：同一项费用列了两次。Two costs of the whole with the same amount: 项目总成本 and 资金总额, or two names that differ by a word.
/// </summary>
internal sealed class DuplicateCostCheck : ProjectCheck
{
    private const decimal NearlyAll = 0.7m;
    private const string Joints = "和及与、的";

    /// <inheritdoc />
    public override string Name => "duplicateCost";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var costs = AmountComparison.Costs(project, review.Meaning).Where(cost => cost.Line.Money is not null).ToArray();
        for (var later = 1; later < costs.Length; later++)
        {
            var (line, money) = costs[later];
            var first = Array.Find(costs[..later],
                earlier => earlier.Money.Value == money.Value && IsSame(earlier.Line, line, project, review));
            if (first.Line is null) continue;
            yield return new Objection(project, line, Actual: line.Target, Expected: first.Line.Title) { Also = [first.Line] };
        }
    }

    /// <summary>场地和宣传费 is 场地宣传费.</summary>
    private static string Plain(ReviewedIndicator line) => string.Concat(line.Indicator.Name.Where(sign => !Joints.Contains(sign)));

    private static bool IsWhole(ReviewedIndicator line, ReviewedProject project) =>
        line.Money is { } money && project.Amount is { } amount && money.Meets(amount);

    private static bool IsSame(ReviewedIndicator one, ReviewedIndicator other, ReviewedProject project, IndicatorReview review)
    {
        if (one.Indicator.Name == other.Indicator.Name) return false;
        // the whole amount can be spent on one thing only
        // 项目总成本 beside 图书采购费 in another group: a total and its only part
        if (IsWhole(one, project) && IsWhole(other, project))
            return one.Group == other.Group || review.Meaning.IsTotal(one) == review.Meaning.IsTotal(other);
        if (review.Meaning.IsTotal(one) && review.Meaning.IsTotal(other)) return true;
        var (name, second) = (Plain(one), Plain(other));
        var (shorter, longer) = name.Length < second.Length ? (name, second) : (second, name);
        var pairs = Math.Max(1, shorter.Length - 1);
        return pairs > 3 && Kinship.Of(longer, shorter, []) >= NearlyAll * Math.Max(pairs, longer.Length - 3);
    }
}
