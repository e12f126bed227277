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
    // longer units first: 万元 ends in 元
    private static readonly (string Unit, decimal Yuan)[] Written = [("亿元", 100_000_000m), ("万元", 10_000m), ("千元", 1_000m), ("元", 1m)];

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

    /// <summary>
    /// Splits a number with a unit of money behind it, as rules and limits are written: «50万元», «500000元», «1.5亿元», «300千元».
    /// </summary>
    /// <param name="text">The text without blanks at its ends.</param>
    /// <param name="number">The text of the number; the whole text without a unit.</param>
    /// <returns>How many yuan the unit is; null without a unit.</returns>
    public static decimal? Split(string text, out string number)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var (unit, yuan) in Written)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            number = text[..^unit.Length].TrimEnd();
            return yuan;
        }

        number = text;
        return null;
    }
}
