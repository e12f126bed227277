using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>The quantity an indicator sets, read like those of the goal; null for words, dates and products.</summary>
/// <param name="Line">The indicator.</param>
/// <param name="Number">The number in whole units.</param>
/// <param name="Unit">计量单位 in its usual form.</param>
/// <param name="Per">Per what, by unit and name.</param>
internal sealed record LineQuantity(ReviewedIndicator Line, decimal Number, string Unit, IReadOnlyList<string> Per)
{
    /// <summary>What is more is a slip of the keyboard.</summary>
    private const decimal Most = 10_000_000_000_000m;

    public bool IsMoney => Unit == QuantityUnits.Yuan;

    /// <summary>True for a count that its name calls one of many: 每月上岗天数, 每期培训人数.</summary>
    public bool IsForOne => !IsMoney && QuantityUnits.PerIn(Line.Indicator.Name).Any(per => !IsYear(per));

    /// <summary>Half of the last digit's weight in whole units: 50 for 10.32万; 0 for a figure without decimals.</summary>
    public decimal HalfDigit
    {
        get
        {
            var (value, factor) = (Line.Indicator.Value, Line.Number is > 0m and var told ? Number / told : 1m);
            var point = value.IndexOf('.', StringComparison.Ordinal);
            if (point < 0) return 0m;
            var weight = factor / 2m;
            for (var at = point + 1; at < value.Length; at++) weight /= 10m;
            return weight;
        }
    }

    public TargetOperator Bound => Line.Indicator.Operator;

    public static LineQuantity? Of(ReviewedIndicator line) =>
        line.Memory.Of(line, line, static (line, _) => new Answer(Read(line))).Quantity;

    private static LineQuantity? Read(ReviewedIndicator line)
    {
        if (line.Number is not (< Most and { } number) || line.Indicator.Unit.Length == 0) return null;
        var (own, per) = QuantityUnits.Split(line.Indicator.Unit);
        var (unit, factor) = QuantityUnits.Base(own);
        // a unit with a figure of its own («元/13人») is for no single one
        if (line.Indicator.Unit.Any(char.IsDigit)) return null;
        // ≤150/本 has lost its 元
        if (unit.Length == 0 && per.Count > 0) unit = QuantityUnits.Yuan;
        var told = QuantityUnits.PerIn(line.Indicator.Name);
        return new LineQuantity(line, number * factor, unit,
            // every count is for one year
            [.. (unit == QuantityUnits.Yuan ? told : told.Where(one => !IsYear(one))).Concat(per).Distinct()]);
    }

    private sealed record Answer(LineQuantity? Quantity);

    private static bool IsYear(string per) => per is "年" or "年度";
}
