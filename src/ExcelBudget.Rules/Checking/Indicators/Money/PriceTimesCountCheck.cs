using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// priceTimesCount：单价×数量高于项目金额。A price for one (元/册, 元/人·天) times the counts of the same project. A factor counts only when one
/// indicator alone tells it and speaks of the same thing (days and months need no name); what is not known counts as one.
/// </summary>
public sealed class PriceTimesCountCheck : LineCheck
{
    private static readonly string[] Times = ["天", "日", "月", "个月", "年", "季度", "季"];

    /// <inheritdoc />
    public override string Name => "priceTimesCount";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || !line.IsMoney || !review.Meaning.IsCost(line)) return null;
        var factors = Units(line.Indicator.Unit).Select(unit => Factor(project, line, unit)).OfType<ReviewedIndicator>().Distinct().ToArray();
        if (factors.Length == 0 || AmountComparison.IsOfManyYears(project, line, review.Meaning)) return null;
        var yuan = factors.Aggregate(line.Number!.Value * ReviewedIndicator.MoneyIn(line.Unit)!.Value, (product, factor) => product * factor.Number!.Value);
        return AmountComparison.IsAbove(Measure.Money(yuan), amount)
            ? new Objection(
                project,
                line,
                Actual: AmountComparison.Said(yuan),
                Expected: AmountComparison.Said(amount.Value),
                Match: line.Target + string.Concat(factors.Select(factor => $"×{Figures.Plain(factor.Number!.Value)}{factor.Unit}")))
            : null;
    }

    /// <summary>What a price is for: 册 of «元/册», 人 and 天 of «元/人·天». A unit with a figure of its own («元/13人») is for no single one.</summary>
    private static IEnumerable<string> Units(string unit) =>
        unit.Split(['/', '·', '／', '.', '*'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Where(part => !part.Any(char.IsDigit));

    private static ReviewedIndicator? Factor(ReviewedProject project, ReviewedIndicator price, string unit)
    {
        var counts = project.Indicators.Where(line => !ReferenceEquals(line, price) && line.Number is > 0m && Same(line.Unit) == Same(unit)).ToArray();
        return counts is [var only] && (Times.Contains(unit) || ShareWord(only.Indicator.Name, price.Indicator.Name)) ? only : null;
    }

    private static string Same(string unit) => unit switch { "名" => "人", "本" => "册", "日" => "天", "个月" => "月", _ => unit };

    private static bool ShareWord(string name, string other) =>
        Enumerable.Range(0, Math.Max(0, name.Length - 1)).Any(at => other.Contains(name.Substring(at, 2), StringComparison.Ordinal));
}
