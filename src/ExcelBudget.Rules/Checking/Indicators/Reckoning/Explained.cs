using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>Whether what else is told beside a product explains the figure that it does not make.</summary>
internal static class Explained
{
    /// <summary>How far a result may be off: what is told is rounded.</summary>
    public const decimal Trifle = 0.01m;

    private const int MostFactors = 3;
    private const int FewestDigits = 4;
    private const int MostOthers = 12;

    /// <summary>True for two figures that rounding can make of one.</summary>
    public static bool IsAlike(decimal one, decimal other, decimal half = 0m) =>
        Math.Abs(one - other) <= Math.Max(half, Trifle * Math.Max(Math.Abs(one), Math.Abs(other)));

    /// <summary>True when what was made comes to the target with some of the other figures: 两座 of «两座厂每天各处理1000吨».</summary>
    public static bool Is(decimal made, decimal target, decimal half, IEnumerable<TextQuantity> others)
    {
        decimal[] factors = [.. others.Select(Factor).Where(factor => factor is > 0m and not 1m and < 1_000_000m).Distinct()
            .Take(MostOthers)];
        return Reaches(made, target, half, factors, 0, MostFactors);
    }

    /// <summary>154.56 and 145.56: the same digits, two of them in each other's place.</summary>
    public static bool AreExchanged(decimal one, decimal other)
    {
        var (first, second) = (Figures.Plain(one).TrimEnd('0'), Figures.Plain(other).TrimEnd('0'));
        return one != other && first.Length == second.Length && first.Length >= FewestDigits && first.Order().SequenceEqual(second.Order())
            && first.Zip(second).Count(pair => pair.First != pair.Second) == 2;
    }

    /// <summary>«45 万元», «200人».</summary>
    public static string Said(decimal number, string unit) =>
        unit == QuantityUnits.Yuan ? Money.AmountComparison.Said(number) : Figures.Plain(Figures.Round(number, 2)) + unit;

    private static decimal Factor(TextQuantity told) => told.Unit == "%" ? told.Number / 100m : told.Number;

    private static bool Reaches(decimal made, decimal target, decimal half, decimal[] factors, int from, int left)
    {
        if (IsAlike(made, target, half)) return true;
        if (left == 0 || made > 1_000_000_000_000m) return false;
        for (var at = from; at < factors.Length; at++)
        {
            if (Reaches(made * factors[at], target, half, factors, at + 1, left - 1)) return true;
        }

        return false;
    }
}
