using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>headsTimesPrice：人均标准×人数高于项目金额。Costs for one head times the heads that the goal tells as sessions times heads.</summary>
internal sealed class HeadsTimesPriceCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "headsTimesPrice";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || HeadCount.In(project.PlainGoal) is not { } told) return [];
        var prices = project.Indicators.Where(line => review.Meaning.IsCost(line) && review.Meaning.IsPerHead(line)).ToArray();
        if (prices.Length == 0 || Array.Exists(prices, line => AmountComparison.IsOfManyYears(project, line, review.Meaning))) return [];
        // 180名，每人1000元，80名，每人6000元: prices of different people add up for nobody
        if (prices.Length > 1 && ProjectFigures.Of(project).Goal.Where(quantity => quantity is { Unit: "人", Per.Count: 0 })
            .Select(quantity => quantity.Number).Distinct().Count() > 1) return [];
        // 2期、每期80人、3天 at 320元/人·天
        var days = ProjectFigures.Of(project).Goal.Where(IsLength).ToArray();
        var perHead = prices.Sum(line => line.Number!.Value * ReviewedIndicator.MoneyIn(line.Unit)!.Value
            * (IsForDay(line) && days is [var only] ? only.Number : 1m));
        if (!AmountComparison.IsAbove(Measure.Money(perHead * told.Heads), amount)) return [];
        return
        [
            new Objection(
                project,
                prices[0],
                Actual: AmountComparison.Said(perHead * told.Heads),
                Expected: AmountComparison.Said(amount.Value),
                Match: $"人均 {Figures.Plain(perHead)} 元×{told.Said}"),
        ];
    }

    /// <summary>How long it lasts: 3天, or 每期3天.</summary>
    private static bool IsLength(TextQuantity quantity) =>
        quantity.Unit == "天" && quantity.Per.All(per => per is "期" or "班" or "批" or "场" or "次");

    private static bool IsForDay(ReviewedIndicator line) =>
        line.Indicator.Unit.EndsWith('天') || QuantityUnits.PerIn(line.Indicator.Name).Contains("天");
}
