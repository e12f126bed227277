using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// 『名称』≥『值』『单位』。The spelling that leaves nothing to guess: what stands in 『』 is meant as it is. Printed only for an entered indicator that
/// no usual spelling gives back.
/// </summary>
internal static class LiteralReader
{
    public const char Open = '『';
    public const char Close = '』';

    /// <summary>An indicator in this spelling.</summary>
    public static string Write(Indicator indicator) =>
        $"{Open}{indicator.Name}{Close}{indicator.Operator.Sign()}"
            + (indicator.Operator == TargetOperator.None ? "" : $"{Open}{indicator.Value}{Close}{Open}{indicator.Unit}{Close}");

    /// <summary>The indicator between two places; null when it is not spelt so.</summary>
    public static Clause? Read(CellText cell, int start, int end)
    {
        var at = TextScan.Spaces(cell.Folded, start);
        if (at >= end || Quoted(cell, ref at, end) is not { } name) return null;
        var signEnd = cell.Folded.IndexOf(Open, at, end - at);
        var sign = TargetSigns.Parse(cell.Printed[at..(signEnd < 0 ? end : signEnd)]);
        if (sign is not { } meaning) return null;
        at = signEnd < 0 ? end : signEnd;
        var value = Quoted(cell, ref at, end) ?? "";
        var unit = Quoted(cell, ref at, end) ?? "";
        return TextScan.Spaces(cell.Folded, at) >= end ? new Clause(start, end, name, meaning, value, unit) : null;
    }

    /// <summary>The place behind what is quoted at a place; the place itself when nothing is.</summary>
    public static int Skip(string text, int at)
    {
        if (text[at] != Open) return at;
        var close = text.IndexOf(Close, at, Math.Min(text.Length - at, LongestQuote));
        return close < 0 ? at : close + 1;
    }

    private const int LongestQuote = 500;

    private static string? Quoted(CellText cell, ref int at, int end)
    {
        if (at >= end || Skip(cell.Folded, at) is var after && (after == at || after > end)) return null;
        var text = cell.Printed[(at + 1)..(after - 1)];
        at = after;
        return text;
    }
}
