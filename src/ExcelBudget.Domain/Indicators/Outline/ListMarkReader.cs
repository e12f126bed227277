namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// Reads a list mark in folded text. Whether a mark is meant here (and not a decimal) is for the caller to judge by the sequence.
/// </summary>
internal static class ListMarkReader
{
    private const int LongestNumber = 4;
    private const int DeepestLevel = 4;
    private const string ChineseDigits = "一二三四五六七八九";
    private const string Bullets = "·●○■□◆◇▪▫★☆►▶➢✓√\uF06C";

    /// <summary>The mark at a place, style <see cref="MarkStyle.None"/> when there is none.</summary>
    public static ListMark Read(string text, int at)
    {
        if (at >= text.Length) return default;
        var sign = text[at];
        if (sign is >= '0' and <= '9') return Arabic(text, at);
        if (Points(text, at) is > 0 and var points) return new ListMark(MarkStyle.Bullet, 0, "", points - at);
        if (sign == '(') return InBrackets(text, at);
        if (Single(sign) is { Length: > 0 } single) return single;
        if (IsChineseDigit(sign)) return Chinese(text, at);
        if (sign is '第' or '指' or '三' or '目') return Worded(text, at);
        if (char.IsAsciiLetter(sign)) return Letter(text, at);
        if (!Bullets.Contains(sign, StringComparison.Ordinal)) return default;
        var end = at + 1;
        while (end < text.Length && text[end] == sign) end++;
        return new ListMark(MarkStyle.Bullet, 0, "", end - at);
    }

    private static bool IsChineseDigit(char sign) => sign == '十' || ChineseDigits.Contains(sign, StringComparison.Ordinal);

    private static ListMark Arabic(string text, int at)
    {
        var end = Digits(text, at);
        if (end - at > 2 || end >= text.Length) return default;
        if (IsTorn(text, end)) return new ListMark(MarkStyle.Arabic, Value(text[at..end]), text[at..end], end + 2 - at);
        var number = text[at..end];
        if (text[end] == '.' && Nested(text, at, end) is { Length: > 0 } nested) return nested;
        if (text[end] == '.' && IsDecimalMark(text, end, out var decimals))
        {
            return new ListMark(MarkStyle.Decimal, Value(text[(end + 1)..decimals]), text[at..decimals], decimals - at);
        }
        var style = text[end] switch { '.' or '、' => MarkStyle.Arabic, ')' => MarkStyle.ArabicInBrackets, _ => MarkStyle.None };
        var length = end - at + 1;
        // «1.、»: a stop too many is still the mark's
        if (style == MarkStyle.Arabic && at + length < text.Length && text[at + length] is '、' or '.') length++;
        return style == MarkStyle.None ? default : new ListMark(style, Value(number), number, length);
    }

    /// <summary>«1 .购置»: a blank that a scan put before the stop.</summary>
    private static bool IsTorn(string text, int end) =>
        end + 2 < text.Length && text[end] == ' ' && text[end + 1] is '.' or '、' && end + 2 < text.Length && IsHan(text[end + 2]);

    /// <summary>True for «1.1 培训»: one digit on each side and a space behind, so that «1.5万元» stays a number.</summary>
    private static bool IsDecimalMark(string text, int point, out int end)
    {
        end = Digits(text, point + 1);
        return end - point == 2 && end + 1 < text.Length && text[end] is ' ' or '、' && IsHan(text[end + 1])
            && text[end + 1] is not ('万' or '元' or '亿' or '千' or '百' or '个');
    }

    /// <summary>1.1.1培训, and 1.1数量指标 where no unit makes it an amount.</summary>
    private static ListMark Nested(string text, int at, int point)
    {
        var (end, last, levels) = (point, at, 1);
        while (levels < DeepestLevel && end + 1 < text.Length && text[end] == '.' && Digits(text, end + 1) is var next
            && next - end is 2 or 3)
        {
            (last, end, levels) = (end + 1, next, levels + 1);
        }
        if (levels == 1 || end >= text.Length || text[at] == '0') return default;
        var behind = Spaces(text, end);
        // 1.1.1 B超筛查人数: of three levels a letter may begin the name
        var isName = behind < text.Length && (IsHan(text[behind]) || (levels > 2 && char.IsAsciiLetter(text[behind])));
        var isAmount = Targets.MeasureUnits.Read(text, behind, text.Length) > behind
            || text[behind..Math.Min(text.Length, behind + 1)] is "以" or "左" or "至" or "到" or "余" or "多" or "年" or "月";
        return isName && (levels > 2 || (behind == end && !isAmount))
            ? new ListMark(MarkStyle.Decimal, Value(text[last..end]), text[at..end], end - at)
            : default;
    }

    /// <summary>(1.1) before a heading.</summary>
    private static ListMark InBracketsNested(string text, int start, int end)
    {
        if (end == start || end + 2 >= text.Length || text[end] != '.' || !char.IsAsciiDigit(text[start])) return default;
        var last = Digits(text, end + 1);
        return last - end is 2 or 3 && last < text.Length && text[last] == ')'
            ? new ListMark(MarkStyle.Decimal, Value(text[(end + 1)..last]), text[start..last], last - start)
            : default;
    }

    /// <summary>a. and b), and A1.</summary>
    private static ListMark Letter(string text, int at)
    {
        var stop = Digits(text, at + 1);
        if (stop - at is 2 or 3 && stop + 1 < text.Length && text[stop] is '.' or '、' && IsHan(text[Spaces(text, stop + 1)..][0]))
            return new ListMark(MarkStyle.Letter, Value(text[(at + 1)..stop]), text[at..stop], stop + 1 - at);
        // C1 补助蚕种 below A1 产出指标 and B1 数量指标; A4 纸 is a name
        if (stop - at is 2 or 3 && stop + 1 < text.Length && text[stop] == ' ' && IsHan(text[stop + 1]) && text[at] is >= 'A' and <= 'D'
            && (at == 0 || TextScan.IsBreak(text[at - 1])) && IsCoded(text))
            return new ListMark(MarkStyle.Letter, Value(text[(at + 1)..stop]), text[at..stop], stop + 1 - at);
        if (at + 2 >= text.Length || text[at + 1] is not ('.' or ')' or '、')) return default;
        var behind = Spaces(text, at + 2);
        var isName = behind < text.Length && IsHan(text[behind]);
        return isName ? new ListMark(MarkStyle.Letter, char.ToLowerInvariant(text[at]) - 'a' + 1, text[at].ToString(), 2) : default;
    }

    /// <summary>【15】硬化村道, （10分）硬化村道: points before a name say nothing of it; where they end, 0 without them.</summary>
    private static int Points(string text, int at)
    {
        if (text[at] is not ('[' or '(')) return 0;
        var digits = Digits(text, Spaces(text, at + 1));
        if (digits == at + 1 || digits - at > 3 || !char.IsAsciiDigit(text[digits - 1])) return 0;
        var close = digits < text.Length && text[digits] == '分' ? digits + 1 : text[at] == '[' ? digits : text.Length;
        return close + 1 < text.Length && text[close] is ']' or ')' && IsHan(text[Spaces(text, close + 1)..][0]) ? close + 1 : 0;
    }

    private static ListMark InBrackets(string text, int at)
    {
        var start = Spaces(text, at + 1);
        var end = start;
        while (end < text.Length && end - start < 3 && (char.IsAsciiDigit(text[end]) || IsChineseDigit(text[end]))) end++;
        if (InBracketsNested(text, start, end) is { Length: > 0 } nested) return nested with { Length = nested.Length + start - at + 1 };
        var close = Spaces(text, end);
        if (end == start || close >= text.Length || text[close] != ')') return default;
        var number = text[start..end];
        var length = close + 1 - at;
        if (at + length < text.Length && text[at + length] is '、' or '.') length++;
        if (char.IsAsciiDigit(number[0]))
        {
            return number.All(char.IsAsciiDigit) ? new ListMark(MarkStyle.ArabicInBrackets, Value(number), number, length) : default;
        }
        return ChineseValue(number) is > 0 and var value ? new ListMark(MarkStyle.ChineseInBrackets, value, number, length) : default;
    }

    private static ListMark Chinese(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && IsChineseDigit(text[end])) end++;
        if (end >= text.Length) return default;
        var value = ChineseValue(text[at..end]);
        if (value > 0 && IsTorn(text, end)) return new ListMark(MarkStyle.Chinese, value, text[at..end], end + 2 - at);
        // 一　产出指标: a blank is a mark's end before the name of a level that fills the line
        if (value > 0 && text[end] == ' ' && HeadsLine(text, end + 1))
            return new ListMark(MarkStyle.Chinese, value, text[at..end], end + 1 - at);
        if (text[end] is not ('、' or '.' or ',' or ')')) return text[at] == '三' ? Worded(text, at) : default;
        var style = text[end] == ')' ? MarkStyle.ChineseInBrackets : MarkStyle.Chinese;
        return value == 0 ? default : new ListMark(style, value, text[at..end], end + 1 - at);
    }

    private static bool IsCoded(string text) => text.StartsWith("A1 ", StringComparison.Ordinal)
        && text.AsSpan().IndexOf("B1 ") is > 0 and var at && TextScan.IsBreak(text[at - 1]);

    private static bool HeadsLine(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', Markup.Glyphs.Paragraph);
        return Tables.LevelCell.Read(text, at, length < 0 ? text.Length : at + length) is not null;
    }

    /// <summary>第一、 and 指标1：, 三级指标2：</summary>
    private static ListMark Worded(string text, int at)
    {
        var isLabel = text[at] != '第';
        var start = at + (isLabel ? LabelLength(text, at) : 1);
        if (start == at) return default;
        start = isLabel ? Spaces(text, start) : start;
        var end = start;
        while (end < text.Length && end - start < 2 && (char.IsAsciiDigit(text[end]) || IsChineseDigit(text[end]))) end++;
        var close = Spaces(text, end);
        if (end == start) return default;
        if (IsBareLabel(text, at, end)) return new ListMark(MarkStyle.Labelled, Value(text[start..end]), text[start..end], end - at);
        if (close >= text.Length || text[close] is not (':' or '、' or ',' or '.' or ' ')) return default;
        var number = text[start..end];
        var value = char.IsAsciiDigit(number[0]) ? Value(number) : ChineseValue(number);
        return value == 0 ? default : new ListMark(isLabel ? MarkStyle.Labelled : MarkStyle.Ordinal, value, number, close + 1 - at);
    }

    /// <summary>«指标1工程完工率» and an unfilled «指标2»: the label of a template that lost its colon; «指标3个» counts.</summary>
    private static bool IsBareLabel(string text, int at, int end)
    {
        if (!char.IsAsciiDigit(text[end - 1]) || string.CompareOrdinal(text, at, "指标", 0, 2) != 0) return false;
        if (end >= text.Length || TextScan.IsBreak(text[end])) return true;
        var isCount = text[end] is '个' or '类' or '条' or '种' or '层' or '级'
            || (text[end] == '项' && (end + 1 == text.Length || text[end + 1] != '目'));
        return IsHan(text[end]) && !isCount;
    }

    private static int LabelLength(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "指标", 0, 2) == 0 || string.CompareOrdinal(text, at, "目标", 0, 2) == 0) return 2;
        return string.CompareOrdinal(text, at, "三级指标", 0, 4) == 0 ? 4 : 0;
    }

    private static ListMark Single(char sign) => sign switch
    {
        >= '\u2460' and <= '\u2473' => new ListMark(MarkStyle.Circled, sign - '\u2460' + 1, sign.ToString(), 1),
        >= '\u2776' and <= '\u277F' => new ListMark(MarkStyle.Circled, sign - '\u2776' + 1, sign.ToString(), 1),
        >= '\u2780' and <= '\u2789' => new ListMark(MarkStyle.Circled, sign - '\u2780' + 1, sign.ToString(), 1),
        >= '\u2474' and <= '\u2487' => Numbered(MarkStyle.ArabicInBrackets, sign - '\u2474' + 1),
        >= '\u2488' and <= '\u249B' => Numbered(MarkStyle.Arabic, sign - '\u2488' + 1),
        >= '\u3220' and <= '\u3229' =>
            new ListMark(MarkStyle.ChineseInBrackets, sign - '\u3220' + 1, ChineseNumeral(sign - '\u3220' + 1), 1),
        _ => default,
    };

    private static ListMark Numbered(MarkStyle style, int number) =>
        new(style, number, number.ToString(System.Globalization.CultureInfo.InvariantCulture), 1);

    private static string ChineseNumeral(int value) => value == 10 ? "十" : ChineseDigits[value - 1].ToString();

    private static int ChineseValue(string number)
    {
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        if (number.Any(char.IsAsciiDigit)) return 0;
        if (ten < 0) return number.Length == 1 ? ChineseDigits.IndexOf(number[0], StringComparison.Ordinal) + 1 : 0;
        var tens = ten == 0 ? 1 : ChineseDigits.IndexOf(number[0], StringComparison.Ordinal) + 1;
        var ones = ten == number.Length - 1 ? 0 : ChineseDigits.IndexOf(number[^1], StringComparison.Ordinal) + 1;
        return tens * 10 + ones;
    }

    private static int Value(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static int Digits(string text, int at)
    {
        var start = at;
        while (at < text.Length && at - start < LongestNumber && char.IsAsciiDigit(text[at])) at++;
        return at;
    }

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
