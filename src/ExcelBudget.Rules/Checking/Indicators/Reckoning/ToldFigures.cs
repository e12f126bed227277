using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>目标里的数。What must be so of figures told in a goal before they are reckoned with.</summary>
internal static class ToldFigures
{
    /// <summary>Told exactly, of all and not for each.</summary>
    public static bool IsPlain(TextQuantity told) =>
        told is { IsAbout: false, IsDetail: false, Per.Count: 0, Bound: TargetOperator.Equal };

    /// <summary>Told exactly, and of no part.</summary>
    public static bool IsExactly(TextQuantity told) => told is { IsAbout: false, IsDetail: false, Number: > 0m };

    /// <summary>True for units that tell the same: 人 and 人次.</summary>
    public static bool IsSame(string one, string other) => one == other || (QuantityUnits.IsHeads(one) && QuantityUnits.IsHeads(other));

    /// <summary>True for figures that rounding, or a share of them, can make of one.</summary>
    public static bool IsAlike(decimal one, decimal other, decimal half, decimal share) =>
        Math.Abs(one - other) <= Math.Max(half, share * Math.Max(one, other));

    /// <summary>«45 万元», «200人»: what was made, in the unit of the total.</summary>
    public static string Said(decimal made, TextQuantity total) =>
        total.IsMoney ? Money.AmountComparison.Said(made) : Figures.Plain(made) + total.Unit;
}
