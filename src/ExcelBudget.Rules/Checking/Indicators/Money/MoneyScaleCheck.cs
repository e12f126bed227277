using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// moneyScale：金额单位写错。A cost of the whole in 元 whose digits are those of the amount, or of the goal's money, in 万元: 22元 for 22万元.
/// </summary>
internal sealed class MoneyScaleCheck : LineCheck
{
    private const decimal TenThousand = 10_000m;

    // half of the last digit that 万元 with two decimals shows
    private const decimal Rounding = 50m;

    /// <inheritdoc />
    public override string Name => "moneyScale";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (OfOne(project, line, review) is { } price)
            return new Objection(project, line, Actual: line.Target, Expected: price.Before + price.Text);
        if (InYuan(project, line, review) is { } whole)
            return new Objection(project, line, Actual: line.Target, Expected: whole.Before + whole.Text);
        if (ByProduct(project, line, review) is { } meantUnit)
            return new Objection(project, line, Actual: line.Target, Expected: meantUnit);
        if (line.Indicator.Unit != "元" || line.Number is not > 0m || LineQuantity.Of(line) is not { Per.Count: 0 } told
            || review.Meaning.IsPerUnit(line)) return null;
        if (!review.Meaning.IsCost(line)) return null;
        var meant = told.Number * TenThousand;
        var isAmount = project.Amount is { } amount && Math.Abs(amount.Value - meant) <= Math.Max(amount.HalfWidth, Rounding)
            && meant > TenThousand / 10m;
        var isTold = ProjectFigures.Of(project).Goal.Any(money => money is { IsMoney: true, Per.Count: 0 } && money.Number == meant);
        // 每册印刷费 in disguise: 6元 for each of 1万册 is 6万元 as well
        if (ProjectFigures.Of(project) is var figures && (figures.Goal.Any(count => !count.IsMoney && count.Number == TenThousand)
            || figures.Lines.Any(count => !count.IsMoney && count.Number == TenThousand))) return null;
        return isAmount || isTold ? new Objection(project, line, Actual: line.Target, Expected: line.Target[..^1] + "万元") : null;
    }

    /// <summary>2000颗 at 30万元 of an amount of 6万元: with 元 in place of 万元, or 万元 in place of 元, price × count is the amount.</summary>
    private static string? ByProduct(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (OfUnitPrice(project, line, review) is { } whole) return whole;
        if (project.Amount is not { Value: > 0m } amount || line.Unit is not ("元" or "万元") || !review.Meaning.NamesCost(line)
            || LineQuantity.Of(line) is not { IsMoney: true, Per.Count: > 0 } price) return null;
        // 每人65元 in the goal: the price is right, so it is the count that is not
        if (ProjectFigures.Of(project).Goal.Any(told => told.IsMoney && told.Number == price.Number && told.Per.Any(price.Per.Contains)))
            return null;
        var meant = line.Unit == "元" ? 1m / TenThousand : TenThousand;
        var other = line.Unit == "元" ? "万元" : "元";
        return new PriceReader(project, review).Of(price).Any(part => part.Counted.Count > 0
            && Math.Abs((part.Yuan / meant) - amount.Value) <= amount.HalfWidth)
            ? line.Target.Replace(line.Unit, other, StringComparison.Ordinal) : null;
    }

    /// <summary>火箭弹单价 ≤2200万元 of 240枚 and 52.8万元: a price for one of what is not named, ten thousand times what the amount pays.</summary>
    private static string? OfUnitPrice(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || LineQuantity.Of(line) is not { IsMoney: true, Per.Count: 0 } price
            || line.Unit != "万元" || price.Number <= amount.Value
            || !review.Standards.Words.PriceEnds.Any(word => line.Stem.EndsWith(word, StringComparison.Ordinal))) return null;
        var figures = ProjectFigures.Of(project);
        var counts = figures.Goal.Where(told => told is { IsMoney: false, Per.Count: 0 } && told.Unit != "%").Select(told => told.Number)
            .Concat(figures.Lines.Where(count => count is { IsMoney: false, Per.Count: 0 } && count.Unit != "%").Select(count =>
                count.Number));
        return counts.Any(count => Math.Abs((count * price.Number / TenThousand) - amount.Value) <= amount.HalfWidth)
            ? line.Target.Replace("万元", "元", StringComparison.Ordinal) : null;
    }

    /// <summary>每台3.2万元 beside 补贴标准 3.2元/台: the one price of the goal for one of them, and 万 was left out.</summary>
    private static TextQuantity? InYuan(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        LineQuantity.Of(line) is { IsMoney: true, Per.Count: > 0 } set && line.Indicator.Unit.StartsWith('元')
            && review.Meaning.NamesCost(line)
            && ProjectFigures.Of(project).Goal.Where(told => told.IsMoney && told.Per.Any(set.Per.Contains)).ToArray() is [var only]
            && only.Number == set.Number * TenThousand
            // 修复路面每公里8万元 beside 巡查油耗 ≤8元/公里: of another thing
            && Kinship.Of(only.Context + only.Counted, line.Indicator.Name, review.Standards.Words.Generic) > 0 ? only : null;

    /// <summary>每颗30元 beside 每颗牙封闭费 ≤30万元: the same digits for the same one thing.</summary>
    private static TextQuantity? OfOne(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        LineQuantity.Of(line) is not { IsMoney: true, Per.Count: > 0, Number: > 0m } set || line.Unit == "元" ? null
            : ProjectFigures.Of(project).Goal.FirstOrDefault(told => told is { IsMoney: true, Per.Count: > 0 }
                && told.Number * (set.Number / line.Number!.Value) == set.Number && told.Per.Any(set.Per.Contains)
                && told.Number < set.Number && review.Meaning.NamesCost(line));
}
