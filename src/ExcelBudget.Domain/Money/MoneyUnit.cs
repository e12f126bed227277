namespace ExcelBudget.Domain.Money;

/// <summary>计量单位。The unit in which a form shows money.</summary>
public enum MoneyUnit
{
    /// <summary>元。</summary>
    Yuan,

    /// <summary>万元。</summary>
    TenThousandYuan,
}

/// <summary>Conversion between yuan and what a form shows.</summary>
public static class MoneyUnits
{
    /// <summary>How many yuan one unit is: 1 or 10,000.</summary>
    public static decimal InYuan(this MoneyUnit unit) => unit == MoneyUnit.Yuan ? 1m : 10_000m;

    /// <summary>How many of another unit one of this unit is: 万元 in 元 10,000, 元 in 万元 0.0001.</summary>
    public static decimal In(this MoneyUnit unit, MoneyUnit other) => unit.InYuan() / other.InYuan();

    /// <summary>The unit's name as forms print it: 元 or 万元.</summary>
    public static string Title(this MoneyUnit unit) => unit == MoneyUnit.Yuan ? "元" : "万元";

    /// <summary>Reads 元 or 万元; null for anything else.</summary>
    public static MoneyUnit? Parse(string? text) => text?.Trim() switch
    {
        "元" => MoneyUnit.Yuan,
        "万元" => MoneyUnit.TenThousandYuan,
        _ => null,
    };
}
