using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Packs;

/// <summary>限额。A figure of pack.yaml that rules call by name.</summary>
/// <param name="Number">As written: 30, or 50 of «50万元».</param>
/// <param name="Unit">How many yuan the unit is that was written with it; null for a bare number, which takes its meaning from what it is
/// compared with.</param>
public readonly record struct Limit(decimal Number, decimal? Unit = null)
{
    /// <summary>The limit as money: a bare number counts in the pack's unit.</summary>
    /// <param name="packUnit">计量单位 of the pack.</param>
    public decimal Yuan(MoneyUnit packUnit) => Number * (Unit ?? packUnit.InYuan());
}
