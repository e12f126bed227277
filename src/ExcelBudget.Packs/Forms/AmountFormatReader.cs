using ExcelBudget.Domain.Money;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Forms;

/// <summary>Reads how money is printed: the keys money, decimals, separators and zero of a form or a pack.</summary>
internal static class AmountFormatReader
{
    private static readonly Dictionary<string, ZeroPrint> Zeros = new(StringComparer.Ordinal)
    {
        ["blank"] = ZeroPrint.Blank,
        ["0.00"] = ZeroPrint.WithDecimals,
        ["0"] = ZeroPrint.Digit,
        ["—"] = ZeroPrint.Dash,
    };

    /// <summary>The format; what is left out is taken from another one, and the decimals of another unit from the unit itself.</summary>
    /// <param name="map">The form or pack.</param>
    /// <param name="otherwise">What counts where a key is left out.</param>
    public static AmountFormat Read(YamlMap map, AmountFormat otherwise)
    {
        var unit = Unit(map) ?? otherwise.Unit;
        var decimals = map.Number("decimals", unit == otherwise.Unit ? otherwise.Decimals : 2);
        if (decimals != decimal.Truncate(decimals) || decimals is < 0 or > AmountFormat.MostDecimals)
        {
            map.Faults.Add(new PackFault(map.File, map.LineOf("decimals"), $"decimals 应为 0 到 {AmountFormat.MostDecimals} 的整数"));
            decimals = otherwise.Decimals;
        }

        return new AmountFormat
        {
            Unit = unit,
            Decimals = (int)decimals,
            HasSeparators = map.Flag("separators", otherwise.HasSeparators),
            Zero = Zero(map) ?? otherwise.Zero,
        };
    }

    private static MoneyUnit? Unit(YamlMap map)
    {
        if (map.Text("money") is not { } text) return null;
        var unit = MoneyUnits.Parse(text);
        if (unit is null) map.Faults.Add(new PackFault(map.File, map.LineOf("money"), $"money 应为 元 或 万元，不能是“{text}”"));
        return unit;
    }

    private static ZeroPrint? Zero(YamlMap map)
    {
        if (map.Text("zero") is not { } text) return null;
        if (Zeros.TryGetValue(text, out var zero)) return zero;
        map.Faults.Add(new PackFault(map.File, map.LineOf("zero"), $"zero 应为 {string.Join("、", Zeros.Keys)} 之一，不能是“{text}”"));
        return null;
    }
}
