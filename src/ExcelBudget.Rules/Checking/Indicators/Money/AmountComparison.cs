using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>Compares money told in words with the amount of a project.</summary>
internal static class AmountComparison
{
    private const decimal TenThousand = 10_000m;

    /// <summary>True when a sum is surely above another: their intervals do not meet.</summary>
    public static bool IsAbove(Measure sum, Measure amount) => sum.Value > amount.Value && !sum.Meets(amount);

    /// <summary>«5.10 万元».</summary>
    public static string Said(decimal yuan)
    {
        var inTenThousand = yuan / TenThousand;
        return (Figures.Round(inTenThousand, 2) == inTenThousand ? Figures.Shown(inTenThousand) : Figures.Plain(inTenThousand)) + " 万元";
    }

    /// <summary>True when an indicator's money, or its project, is about more than one year.</summary>
    public static bool IsOfManyYears(ReviewedProject project, ReviewedIndicator line, IndicatorMeaning meaning) =>
        meaning.IsOfManyYears(line) || meaning.SpeaksOfManyYears(project.Name);

    /// <summary>Costs of a project as a whole that may be compared with its amount: no price for one, no total of several years.</summary>
    public static IReadOnlyList<(ReviewedIndicator Line, Measure Money)> Costs(ReviewedProject project, IndicatorMeaning meaning) =>
        project.Memory.Of(project, meaning, FindCosts);

    private static (ReviewedIndicator Line, Measure Money)[] FindCosts(ReviewedProject project, IndicatorMeaning meaning)
    {
        if (meaning.SpeaksOfManyYears(project.Name)) return [];
        return [.. from line in project.Indicators
                   where !meaning.IsClassified(line) && !meaning.IsPerUnit(line) && !meaning.IsOfManyYears(line)
                   let money = meaning.IsCost(line) ? line.Money : ProductOf(line, meaning)
                   where money is not null
                   select (line, money.Value)];
    }

    /// <summary>The product an indicator's target is, in yuan; null when it is none, or none of money.</summary>
    public static Measure? ProductOf(ReviewedIndicator line, IndicatorMeaning meaning) =>
        Product.In(line.Indicator.Value, line.Indicator.Unit) is { } product && (product.NamesMoney || meaning.NamesCost(line))
            ? Measure.Money(product.Yuan) : null;
}
