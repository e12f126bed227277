using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>打错的数。Signs too many or exchanged in one figure.</summary>
internal static partial class MistypedFigure
{
    private const int LongestUnit = 6;
    private const decimal Whole = 100m;
    private const string Hyphens = "-－﹣−–";

    private static readonly SearchValues<char> Joints = SearchValues.Create("～~—-－–至");

    /// <summary>The slip in a target; null for none.</summary>
    public static Mistyping? In(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var text = line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Target;
        return BelowNothing(text, line, review) ?? Doubled(text) ?? Torn(text, project) ?? UpsideDown(line);
    }

    /// <summary>≥-8座: what is counted is never below nothing; ≤-18℃ and a change may be.</summary>
    private static Mistyping? BelowNothing(string text, ReviewedIndicator line, IndicatorReview review)
    {
        if (text.AsSpan().IndexOfAny(Hyphens) < 0 || Negative().Match(text) is not { Success: true } match) return null;
        var unit = match.Groups["unit"].Value;
        if (!review.Standards.Words.Counted.Contains(unit) || review.Meaning.IsGrowth(line)
            || IndicatorMeaning.ContainsAny(line.Indicator.Name, review.Standards.Words.Changes)
            || Difference().IsMatch(line.Indicator.Name)) return null;
        var (sign, figure) = (match.Groups["sign"].Value, match.Groups["figure"].Value);
        return new Mistyping(Plain(match.Value), sign + figure + unit, "数量不会是负数");
    }

    /// <summary>240人人; not 人人建档 behind a figure's unit.</summary>
    private static Mistyping? Doubled(string text)
    {
        for (var at = 0; at < text.Length - 2; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || !char.IsLetter(text[at + 1])) continue;
            var end = at + 1;
            while (end < text.Length && char.IsLetter(text[end]) && end - at <= LongestUnit + 1) end++;
            var run = text.AsSpan(at + 1, end - at - 1);
            var half = run.Length / 2;
            if (run.Length != half * 2 || run.Length > LongestUnit || !run[..half].SequenceEqual(run[half..])) continue;
            var unit = run[..half].ToString();
            if (!QuantityUnits.IsUnit(unit)) continue;
            var start = at;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ',')) start--;
            return new Mistyping(text[start..end], text[start..(at + 1)] + unit, $"计量单位“{unit}”写了两遍");
        }

        return null;
    }

    /// <summary>≥9 5%; a count only where the goal tells the figure whole.</summary>
    private static Mistyping? Torn(string text, ReviewedProject project)
    {
        if (!HoldsTornDigits(text) || TornDigits().Match(text) is not { Success: true } match) return null;
        var (sign, unit) = (match.Groups["sign"].Value, match.Groups["unit"].Value);
        var joined = match.Groups["left"].Value + match.Groups["right"].Value;
        var isRate = unit is "%" or "％" or "‰";
        if (isRate ? joined.Length != 2 && joined != "100"
            : decimal.Parse(joined, CultureInfo.InvariantCulture) <= Whole
                || !project.Goal.Contains(joined + unit, StringComparison.Ordinal)) return null;
        return new Mistyping(match.Value.Trim(), sign + joined + unit, "一个数中间多了空格");
    }

    private static bool HoldsTornDigits(string text)
    {
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0 && at < text.Length - 1; at = text.IndexOf(' ', at + 1))
        {
            if (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])) return true;
        }

        return false;
    }

    /// <summary>8.5～6.5; 由18%降至12%, 22时—6时 and 2024—25 are none.</summary>
    private static Mistyping? UpsideDown(ReviewedIndicator line)
    {
        var value = line.Indicator.Value;
        if (value.AsSpan().IndexOfAny(Joints) <= 0 || Range().Match(value) is not { Success: true } match) return null;
        var (low, high) = (Number(match.Groups["low"]), Number(match.Groups["high"]));
        var (unit, joint) = (match.Groups["unit"].Value, match.Groups["joint"].Value);
        if (low <= high || Descending().IsMatch(line.Indicator.Raw) || IsClock(unit) || IsClock(line.Indicator.Unit)
            || line.Indicator.Unit.Length > 0 && line.Indicator.Unit[0] is '万' or '亿' or '千') return null;
        // 5-3 may be the name of a thing; with decimals, a unit or another sign it is a range
        if (joint is "-" or "－" or "–" && unit.Length == 0 && line.Indicator.Unit.Length == 0
            && !value.Contains('.', StringComparison.Ordinal)) return null;
        return new Mistyping(value + line.Indicator.Unit, match.Groups["high"].Value + unit + joint + match.Groups["low"].Value
            + line.Indicator.Unit, "下限大于上限");
    }

    private static decimal Number(Group group) => decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static bool IsClock(string unit) =>
        unit.Length > 0 && unit[0] is '月' or '日' or '时' or '点' or '年' or '号' or '：' or ':' or '周' or '分';

    private static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    [GeneratedRegex(@"(?<sign>[≥≧≤≦=＝>＞<＜]|不少于|不低于)\s*[-－﹣−–](?<figure>[0-9]{1,9})\s*(?<unit>\p{L}{1,4})")]
    private static partial Regex Negative();

    [GeneratedRegex("净|差|增减|变动|变化|温|海拔|高程")]
    private static partial Regex Difference();

    [GeneratedRegex(@"(?<sign>[≥≧≤≦=＝>＞<＜]|不少于|不低于)[ \u3000]*(?<left>[0-9]{1,3})[ \u3000]+(?<right>[0-9]{1,3})[ \u3000]*"
        + @"(?<unit>[%％‰]|\p{L}{1,2}(?!\p{L}))")]
    private static partial Regex TornDigits();

    [GeneratedRegex(@"^(?<low>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[%％℃\p{L}]{0,3}?)\s*(?<joint>[～~\-－–至]|—{1,2})\s*"
        + @"(?<high>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>$")]
    private static partial Regex Range();

    [GeneratedRegex("由|从|降|减|压|缩|年")]
    private static partial Regex Descending();
}
