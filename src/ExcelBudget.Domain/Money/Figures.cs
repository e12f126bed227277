using System.Globalization;

namespace ExcelBudget.Domain.Money;

/// <summary>How figures are rounded and printed: 四舍五入 (half away from zero), a point, no thousands separator.</summary>
public static class Figures
{
    /// <summary>四舍五入 to the given number of decimals.</summary>
    public static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The value with exactly <paramref name="decimals"/> decimals, as a form prints it: 49.887 → 49.89.</summary>
    public static string Shown(decimal value, int decimals = 2)
    {
        var rounded = Round(value, decimals);
        // a tiny negative must not print as -0.00
        if (rounded == 0m) rounded = 0m;
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Half of the last digit of a number with so many decimals: 0.5 of a whole one.</summary>
    public static decimal HalfLastDigit(int decimals) => new(5, 0, 0, isNegative: false, (byte)(decimals + 1));

    /// <summary>The value in full, without trailing zeros: 49.8870 → 49.887.</summary>
    public static string Plain(decimal value) =>
        value == 0m ? "0" : value.ToString("0.############################", CultureInfo.InvariantCulture);
}
