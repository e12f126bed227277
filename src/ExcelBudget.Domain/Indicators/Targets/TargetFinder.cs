using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// Finds the targets in one clause of folded text. A number is a target by its operator, by standing at the end, or by what precedes it.
/// </summary>
internal sealed class TargetFinder(string text)
{
    private const int LongestTail = 12;

    /// <summary>The targets between two places, in order.</summary>
    public IReadOnlyList<Target> Find(int start, int end)
    {
        var found = new List<Target>();
        var from = start;
        for (var at = start; at < end;)
        {
            if (Closing(text[at]) is var closing && closing != '\0' && SkipQuoted(at, end, closing) is var after && after > at) at = after;
            else if (!char.IsAsciiDigit(text[at])) at++;
            else (at, from) = Take(found, at, from, end);
        }

        var strong = found.Exists(target => !target.IsWeak);
        return strong ? found.FindAll(target => !target.IsWeak) : found;
    }

    private (int At, int From) Take(List<Target> found, int at, int from, int end)
    {
        var amount = AmountReader.Read(text, at, end);
        if (IsPartOfName(at, from)) return (Math.Max(AmountReader.Number(text, at, end), at + 1), from);
        if (Judge(amount, from, end) is not { } target)
            return (Math.Max(amount.IsDate ? amount.ValueEnd : AmountReader.Number(text, at, end), at + 1), from);
        if (!target.IsWeak && EndOfRemark(target.End, end) is > 0 and var remark) target = target with { End = remark };
        found.Add(target);
        return (target.End, target.End);
    }

    /// <summary>第3次, G20, H7N9</summary>
    private bool IsPartOfName(int at, int from)
    {
        var before = at - 1;
        while (before >= from && text[before] == ' ') before--;
        return (before >= from && text[before] == '第') || (at > from && char.IsAsciiLetter(text[at - 1]))
            || (at > from && text[at - 1] is '.' or '-' or '/' && at > from + 1 && char.IsAsciiLetterOrDigit(text[at - 2]));
    }

    private Target? Judge(Amount amount, int from, int end)
    {
        if (DateReader.RecurringStart(text, from, amount.Start, end) is ( >= 0 and var first, var last))
            amount = new Amount(first, last, last) { IsDate = true };
        var (sign, start, isSoft) = OperatorReader.Before(text, from, amount.Start);
        if (sign == TargetOperator.None) (sign, isSoft) = (OperatorReader.Leading(text, from, amount.Start).Operator, true);
        amount = Approximate(amount, from, ref start, sign);
        if (sign == TargetOperator.None && MeasureUnits.RateStart(text, from, amount.Start) is >= 0 and var rate)
            amount = new Amount(start = rate, amount.End, amount.End) { IsExpression = true };
        if (sign != TargetOperator.None) amount = WithUnknownUnit(amount, end);
        var meaning = sign == TargetOperator.None || (isSoft && amount.Implied != TargetOperator.None) ? amount.Implied : sign;
        var target = new Target(Math.Min(start, amount.Start), meaning == TargetOperator.None ? TargetOperator.Equal : meaning, amount);
        if (IsAttribute(amount, end)) return null;
        if (sign != TargetOperator.None) return target;
        return amount.IsBaseline ? null : Unsigned(target, from, end);
    }

    /// <summary>破案率&lt;60%的派出所, 65岁以上老年人: what a number says of the thing counted is part of the name when a target follows.</summary>
    private bool IsAttribute(Amount amount, int end)
    {
        if (amount.End >= end || amount.IsDate) return false;
        if (text[amount.End] == '的') return HasDigit(amount.End, end);
        var isBounded = amount.Implied != TargetOperator.None && amount.End - amount.ValueEnd > amount.Unit.Length + 1;
        return isBounded && TextScan.IsHan(text[amount.End])
            && (HasDigit(amount.End, end) || Phrases.EndsAsMeasure(text, amount.End, end));
    }

    private Target? Unsigned(Target target, int from, int end)
    {
        var amount = target.Amount;
        var rest = TextScan.Blanks(text, amount.End);
        if (rest >= end || (rest == end - 1 && text[rest] is ')' or ']')) return EndsWell(amount, from) ? target : null;
        if (text[rest] == ')' && rest + 1 < end && text[rest + 1] == '(' && EndOfNote(rest + 1, end) >= end)
            return EndsWell(amount, from) ? target : null;
        if (text[rest] == '(' && EndOfNote(rest, end) >= end) return EndsWell(amount, from) ? target : null;
        if (text[rest] == '\t' && EndsWell(amount, from)) return target;
        if (amount.Start <= from && rest > amount.End && amount.Unit.Length > 0) return target with { IsWeak = true };
        if (amount.IsDate) return DateWithin(target, from, rest, end);
        if (amount.IsTimeLimit) return end - rest <= LongestTail ? target with { IsWeak = true } : null;
        if (amount.Implied != TargetOperator.None) return target with { IsWeak = end - rest > LongestTail };
        if (IsRunOn(amount, from, end)) return target;
        // 监测人数（人） 800 监测点（个） 12
        var hasUnit = amount.Unit.Length > 0 || IsBehindBracket(amount.Start, from);
        var isFollowed = rest > amount.End && hasUnit && HasDigit(rest, end);
        if (isFollowed) return target;
        return IsCount(amount, from, rest, end) ? target with { IsWeak = true } : null;
    }

    /// <summary>
    /// 改造学校数量6所购置课桌椅1200套: behind the name of a measure the number is its target, also when the next name follows at once.
    /// </summary>
    private bool IsRunOn(Amount amount, int from, int end) =>
        amount.Unit.Length > 0 && !MeasureUnits.IsSpanOfTime(amount.Unit) && TextScan.IsHan(text[amount.End]) && text[amount.End] != '的'
        && HasDigit(amount.End, end) && Phrases.EndsAsMeasure(text, from, amount.Start);

    private bool IsBehindBracket(int at, int from)
    {
        while (at > from && text[at - 1] == ' ') at--;
        return at > from && text[at - 1] == ')';
    }

    /// <summary>A number at the end is a target with a unit; without one only where a name, a colon or a blank precedes it.</summary>
    private bool EndsWell(Amount amount, int from)
    {
        if (amount.IsDate || amount.IsExpression || amount.Unit.Length > 0 || amount.Implied != TargetOperator.None) return true;
        if (amount.Start <= from) return true;
        var before = text[amount.Start - 1];
        if (before == '为' && Phrases.EndsAsMeasure(text, from, amount.Start - 1)) return true;
        return TextScan.IsSpace(before) || before is ':' or '(' || Phrases.EndsAsMeasure(text, from, amount.Start);
    }

    /// <summary>2023年12月底完成, 2023年3月召开全委会: a date stands before what happens then.</summary>
    private Target? DateWithin(Target target, int from, int rest, int end)
    {
        if (rest > target.Amount.End && end > rest && IsTimeOf(target, from) && HasDigit(rest, end) && !Phrases.IsEvent(text, rest, end))
            return target;
        if (rest > target.Amount.End && end > rest)
            return HasDigit(rest, end) || Phrases.IsEvent(text, rest, end) ? target with { IsWeak = HasDigit(rest, end) } : null;
        var isLimit = text[target.Amount.End - 1] is '前' or '底' or '末';
        if (!Phrases.IsEvent(text, rest, end) && !(isLimit && end - rest <= LongestTail)) return null;
        var leads = TextScan.Blanks(text, from) == target.Start;
        return leads || end - rest <= LongestTail ? target with { IsWeak = true } : null;
    }

    /// <summary>修剪完成时间 2021年3月底前 预警提前时间 ≥12小时: in a row of blanks the date is the target of the time before it.</summary>
    private bool IsTimeOf(Target target, int from) => target.Start > from + 2
        && Phrases.EndsAsMeasure(text, from, target.Start);

    /// <summary>培训200名干部, 建设4个卫生室: a verb of doing and a thing counted, no length of time.</summary>
    private bool IsCount(Amount amount, int from, int rest, int end)
    {
        if (amount.Unit.Length == 0 || MeasureUnits.IsSpanOfTime(amount.Unit) || end - rest > LongestTail) return false;
        return Phrases.EndsAsDoing(text, from, amount.Start);
    }

    /// <summary>约200人 keeps 约 in the value: nobody said ≥.</summary>
    private Amount Approximate(Amount amount, int from, ref int start, TargetOperator sign)
    {
        if (sign != TargetOperator.None || amount.Start <= from || text[amount.Start - 1] is not ('约' or '近' or '±' or '¥')) return amount;
        if (!AboutSign.IsBefore(text, amount.Start, from) && text[amount.Start - 1] is '约' or '近') return amount;
        start = amount.Start - 1;
        if (start > from && text[start] == '约' && text[start - 1] == '大') start--;
        return amount with { Start = start };
    }

    /// <summary>≥3标兵村: with an operator a short word behind the number is its unit, whatever it is.</summary>
    private Amount WithUnknownUnit(Amount amount, int end)
    {
        // ≥120万棒: 万 is no unit by itself
        var isBare = amount.Unit.All(sign => sign is '百' or '千' or '万' or '亿') && amount.End == amount.ValueEnd + amount.Unit.Length;
        if (!isBare || amount.IsDate || amount.IsExpression) return amount;
        var at = TextScan.Blanks(text, amount.End);
        var unit = at;
        while (unit < end && (TextScan.IsHan(text[unit]) || char.IsAsciiLetter(text[unit]) || text[unit] is '/' or '·')) unit++;
        var slash = text.IndexOf('/', at, unit - at);
        var isUnit = (slash < 0 ? unit : slash) - at is > 0 and <= 4 && (unit == end || text[unit] is ' ' or '\t' or ')' or '(');
        return isUnit ? amount with { Unit = amount.Unit + text[at..unit], End = unit } : amount;
    }

    private bool HasDigit(int at, int end) => text.AsSpan(at, end - at).IndexOfAnyInRange('0', '9') >= 0;

    private int EndOfNote(int at, int end)
    {
        var close = text.IndexOf(')', at, Math.Min(end - at, 100));
        return close < 0 ? -1 : TextScan.Blanks(text, close + 1);
    }

    /// <summary>3000人（含农村低保2600人）: behind the remark; -1 when no remark follows.</summary>
    private int EndOfRemark(int at, int end)
    {
        var open = TextScan.Blanks(text, at);
        // 防汛转移演练（16场）（每乡镇1场）
        if (open + 1 < end && text[open] == ')' && text[open + 1] == '(') open++;
        if (open >= end || text[open] != '(') return -1;
        var close = text.IndexOf(')', open, Math.Min(end - open, 100));
        return close < 0 ? -1 : close + 1;
    }

    private static char Closing(char sign) => sign switch { '《' => '》', '“' => '”', '「' => '」', _ => '\0' };

    private int SkipQuoted(int at, int end, char closing)
    {
        var close = text.IndexOf(closing, at, Math.Min(end - at, 100));
        return close < 0 ? at : close + 1;
    }
}
