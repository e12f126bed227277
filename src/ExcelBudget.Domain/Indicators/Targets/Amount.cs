using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>What a number in the text says: places in the text, no interpretation.</summary>
/// <param name="Start">Where the value begins.</param>
/// <param name="ValueEnd">Where the value ends.</param>
/// <param name="End">Behind unit and suffix.</param>
internal sealed record Amount(int Start, int ValueEnd, int End)
{
    /// <summary>计量单位。</summary>
    public string Unit { get; init; } = "";

    /// <summary>What 以上, 以内 or 余 says of it.</summary>
    public TargetOperator Implied { get; init; }

    /// <summary>True for a date.</summary>
    public bool IsDate { get; init; }

    /// <summary>True for 5*1200*12个月.</summary>
    public bool IsExpression { get; init; }

    /// <summary>True for «2022年实际值»: what the target is measured against.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>True for «5个工作日内»: a limit that counts only as such.</summary>
    public bool IsTimeLimit { get; init; }
}

/// <summary>Reads an amount: number or range with unit, date, expression.</summary>
internal static class AmountReader
{
    private const string Times = "*xX+÷";
    private const int LongestFactor = 5;
    private const int MostFactors = 12;

    /// <summary>The amount whose first digit stands here.</summary>
    public static Amount Read(string text, int at, int end)
    {
        if (DateReader.Read(text, at, end) is > 0 and var date)
        {
            return Baselines.End(text, date, end) is var based && based > date
                ? new Amount(at, based, based) { IsExpression = true, IsBaseline = true }
                : new Amount(at, date, date) { IsDate = true };
        }

        var number = Number(text, at, end);
        if (Expression(text, number, end) is var sum && sum > number) return new Amount(at, sum, sum) { IsExpression = true };
        return Range(text, at, number, end) ?? WithUnit(text, at, number, end);
    }

    /// <summary>The place behind a number: digits, commas between thousands, decimals.</summary>
    public static int Number(string text, int at, int end)
    {
        var digits = FigureReader.DigitsEnd(text.AsSpan(0, end), at);
        return Power(text, IsTorn(text, at, digits, end) ? TornEnd(text, digits, end) : digits, end);
    }

    /// <summary>≥1 8 0次, ≥1 500人: a number that blanks tore apart, right behind a sign of comparison.</summary>
    private static bool IsTorn(string text, int start, int at, int end)
    {
        if (at + 1 >= end || text[at] != ' ' || !char.IsAsciiDigit(text[at + 1])) return false;
        var before = start;
        while (before > 0 && text[before - 1] == ' ') before--;
        return before > 0 && text[before - 1] is '≥' or '≤' or '=' or '>' or '<';
    }

    private static int TornEnd(string text, int at, int end)
    {
        var whole = at;
        while (at + 1 < end && text[at] == ' ' && char.IsAsciiDigit(text[at + 1])) at = at + 1 + Digits(text, at + 1, end);
        return MeasureUnits.Read(text, TextScan.Blanks(text, at), end) > at ? at : whole;
    }

    /// <summary>8×10^4 is one number.</summary>
    private static int Power(string text, int at, int end)
    {
        var sign = TextScan.Blanks(text, at);
        if (sign >= end || text[sign] != '*') return at;
        var ten = TextScan.Blanks(text, sign + 1);
        if (ten + 3 >= end || string.CompareOrdinal(text, ten, "10^", 0, 3) != 0) return at;
        var digits = Digits(text, ten + 3, end);
        return digits > 0 ? ten + 3 + digits : at;
    }

    private static int Digits(string text, int at, int end)
    {
        var start = at;
        while (at < end && char.IsAsciiDigit(text[at])) at++;
        return at - start;
    }

    private static Amount WithUnit(string text, int at, int number, int end)
    {
        var (roundly, from, multiplier) = Roundly(text, number, end);
        var start = from;
        while (start < end && text[start] is ' ' or '\t') start++;
        var unitEnd = MeasureUnits.Read(text, start, end);
        var isElsewhere = text.AsSpan(from, start - from).Contains('\t') && unitEnd < end && text[unitEnd] != '\t';
        if (unitEnd == start || isElsewhere) (start, unitEnd) = (from, from);
        unitEnd = Alternative(text, unitEnd, end, start);
        if (unitEnd == from && InBrackets(text, from, end) is var closed && closed > from)
        {
            return new Amount(at, number, closed)
            {
                Unit = multiplier + text[(TextScan.Blanks(text, from) + 1)..(closed - 1)].Trim(),
                Implied = roundly,
            };
        }
        if (roundly == TargetOperator.None && Roundly(text, unitEnd, end) is { Operator: TargetOperator.AtLeast } later
            && later.Multiplier.Length == 0)
        {
            (roundly, unitEnd) = (later.Operator, later.End);
        }
        var unit = multiplier + text[start..unitEnd].Replace("余", "", StringComparison.Ordinal);
        var (implied, suffixEnd) = OperatorReader.Behind(text, TextScan.Blanks(text, unitEnd), end);
        if (implied != TargetOperator.None) return new Amount(at, number, suffixEnd) { Unit = unit, Implied = implied };
        if (unitEnd < end && text[unitEnd] == '内' && MeasureUnits.IsSpanOfTime(unit))
        {
            return new Amount(at, number, unitEnd + 1) { Unit = unit, Implied = TargetOperator.AtMost, IsTimeLimit = true };
        }
        return new Amount(at, number, Approximately(text, unitEnd, end))
        {
            Unit = unit + text[unitEnd..Approximately(text, unitEnd, end)],
            Implied = roundly,
        };
    }

    /// <summary>12.00（次）: the unit itself in brackets.</summary>
    private static int InBrackets(string text, int at, int end)
    {
        var open = TextScan.Blanks(text, at);
        if (open + 2 >= end || text[open] != '(') return at;
        var inside = MeasureUnits.Read(text, open + 1, end);
        return inside > open + 1 && inside < end && text[inside] == ')' ? inside + 1 : at;
    }

    /// <summary>台（套）: a second measure word in brackets belongs to the unit.</summary>
    private static int Alternative(string text, int at, int end, int start)
    {
        if (at == start || at + 2 >= end || text[at] != '(') return at;
        var inside = MeasureUnits.Read(text, at + 1, end);
        return inside > at + 1 && inside < end && text[inside] == ')' ? inside + 1 : at;
    }

    /// <summary>余, 多 and + behind a number: at least that many. 3万余人 keeps 万.</summary>
    private static (TargetOperator Operator, int End, string Multiplier) Roundly(string text, int at, int end)
    {
        var sign = at;
        while (sign < end && sign - at < 2 && text[sign] is '百' or '千' or '万' or '亿') sign++;
        var isRound = sign < end && (text[sign] is '余' || (text[sign] is '多' && sign + 1 < end && TextScan.IsHan(text[sign + 1]))
            || (text[sign] == '+' && (sign + 1 == end || !char.IsAsciiDigit(text[sign + 1]))));
        return isRound ? (TargetOperator.AtLeast, sign + 1, text[at..sign]) : (TargetOperator.None, at, "");
    }

    private static int Approximately(string text, int at, int end) =>
        at + 2 <= end && (string.CompareOrdinal(text, at, "左右", 0, 2) == 0 || string.CompareOrdinal(text, at, "上下", 0, 2) == 0)
            ? at + 2
            : at;

    /// <summary>1-2次, 90%-95%: with a unit on both sides the whole is the value.</summary>
    private static Amount? Range(string text, int at, int number, int end)
    {
        var unitEnd = MeasureUnits.Read(text, number, Math.Min(end, number + LongestFactor));
        foreach (var from in (int[])[number, unitEnd])
        {
            var sign = TextScan.Blanks(text, from);
            if (sign >= end || text[sign] is not ('-' or '~' or '至' or '到')) continue;
            var second = sign;
            while (second < end && second - sign < 4 && text[second] is '-' or '~' or '至' or '到' or ' ') second++;
            if (second >= end || !char.IsAsciiDigit(text[second])) continue;
            var rest = WithUnit(text, second, Number(text, second, end), end);
            var isWhole = from > number;
            return rest with
            {
                Start = at,
                ValueEnd = isWhole ? rest.ValueEnd + rest.Unit.Length : rest.ValueEnd,
                Unit = isWhole ? "" : rest.Unit,
            };
        }

        return null;
    }

    /// <summary>5*1200*12个月, 2500元*3人*6月=45000元</summary>
    private static int Expression(string text, int number, int end)
    {
        var (at, factors) = (number, 0);
        while (factors < MostFactors && Factor(text, at, end, factors > 0) is var next && next > at) (at, factors) = (next, factors + 1);
        return factors == 0 ? number : Unit(text, at, end);
    }

    private static int Factor(string text, int at, int end, bool mayEqual)
    {
        var sign = TextScan.Blanks(text, FactorUnit(text, at, end));
        if (sign >= end || !(Times.Contains(text[sign], StringComparison.Ordinal) || (mayEqual && text[sign] == '='))) return at;
        var next = TextScan.Blanks(text, sign + 1);
        return next < end && char.IsAsciiDigit(text[next]) ? Number(text, next, end) : at;
    }

    private static int FactorUnit(string text, int at, int end)
    {
        var unit = Unit(text, at, end);
        if (unit > at) return unit;
        while (unit < end && unit - at < LongestFactor && (TextScan.IsHan(text[unit]) || text[unit] is '/' or '%' or '·')) unit++;
        return unit < end && (Times + "= ").Contains(text[unit], StringComparison.Ordinal) ? unit : at;
    }

    private static int Unit(string text, int at, int end)
    {
        var start = TextScan.Blanks(text, at);
        var unit = MeasureUnits.Read(text, start, end);
        return unit > start ? unit : at;
    }
}
