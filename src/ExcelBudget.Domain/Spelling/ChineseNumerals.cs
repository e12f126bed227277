using System.Buffers;
using System.Globalization;

namespace ExcelBudget.Domain.Spelling;

/// <summary>中文数字。Numbers in Chinese numerals, small (二百五十) and formal (贰佰伍拾).</summary>
public static class ChineseNumerals
{
    /// <summary>Every sign a numeral may consist of.</summary>
    public const string Signs = Digits + Places + "点";

    /// <summary>The signs for 0 to 9 and their variants.</summary>
    public const string Digits = "零〇○一二两俩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖弌弍弎";

    private const string Places = "十百千万亿拾佰仟萬億";

    private static readonly SearchValues<char> AnySign = SearchValues.Create(Signs);
    private static readonly SearchValues<char> AnyDigit = SearchValues.Create(Digits);

    private static readonly (string Prefix, decimal Percent)[] Fractions = [("百分之", 1m), ("千分之", 0.1m), ("万分之", 0.01m)];

    /// <summary>The place behind the numeral signs that begin at a place; the place itself when none stands there.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..].IndexOfAnyExcept(AnySign);
        return rest < 0 ? text.Length : at + rest;
    }

    /// <summary>百分之, 千分之, 万分之 at a place: how long the words are (0 for none).</summary>
    public static int FractionLength(ReadOnlySpan<char> text, int at)
    {
        foreach (var (prefix, _) in Fractions)
        {
            if (text[at..].StartsWith(prefix, StringComparison.Ordinal)) return prefix.Length;
        }

        return 0;
    }

    /// <summary>
    /// The number that a numeral says: 25 for 二十五, 12,000 for 一万二, 2024 for 二〇二四, 9.2 for 九点二; the number behind 百分之 and
    /// its kin (95 for 百分之九十五), tens of percent for 成 (90 for 九成). Null when it is no numeral or cannot be one (三五百).
    /// </summary>
    public static decimal? Value(ReadOnlySpan<char> numeral)
    {
        var rest = numeral[FractionLength(numeral, 0)..];
        if (rest.Length == 2 && rest[1] == '成' && Digit(rest[0]) is > 0 and var tenths) return tenths * 10;
        if (rest.IsEmpty || rest.Length > 40) return null;
        var point = rest.IndexOf('点');
        if (point < 0) return Whole(rest);
        var decimals = rest[(point + 1)..];
        var factor = 1m;
        for (; decimals.Length > 1 && Place(decimals[^1]) is > 0m and var place; decimals = decimals[..^1]) factor *= place;
        if (point == 0 || decimals.IsEmpty || decimals.Length > 9 || decimals.IndexOfAnyExcept(AnyDigit) >= 0) return null;
        return Whole(rest[..point]) is { } whole
            ? (whole + decimal.Parse("0." + Arabic(decimals), CultureInfo.InvariantCulture)) * factor
            : null;
    }

    /// <summary>The digit that a sign stands for; -1 when it is none.</summary>
    public static int Digit(char sign) => sign switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' or '弌' => 1,
        '二' or '两' or '俩' or '贰' or '貳' or '弍' => 2,
        '三' or '叁' or '參' or '弎' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' or '陸' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static decimal Place(char sign) => sign switch
    {
        '十' or '拾' => 10m,
        '百' or '佰' => 100m,
        '千' or '仟' => 1_000m,
        '万' or '萬' => 10_000m,
        '亿' or '億' => 100_000_000m,
        _ => 0m,
    };

    private static string Arabic(ReadOnlySpan<char> numeral)
    {
        Span<char> arabic = stackalloc char[numeral.Length];
        for (var at = 0; at < numeral.Length; at++) arabic[at] = (char)('0' + Digit(numeral[at]));
        return new string(arabic);
    }

    private static decimal? Whole(ReadOnlySpan<char> numeral)
    {
        // 二〇二四, 九五: read out digit by digit
        if (numeral.IndexOfAnyExcept(AnyDigit) < 0) return numeral.Length <= 15 ? decimal.Parse(Arabic(numeral),
            CultureInfo.InvariantCulture) : null;
        var (total, section, digit, last) = (0m, 0m, -1, 0m);
        foreach (var sign in numeral)
        {
            if (Digit(sign) is >= 0 and var value)
            {
                // 零 only holds a place open; two other digits side by side are none
                if (digit > 0) return null;
                if (value == 0) last = 0m;
                digit = value;
                continue;
            }

            var place = Place(sign);
            if (place == 0m || (place < 10_000m && last is > 0m and < 10_000m && place >= last)) return null;
            if (place >= 10_000m)
            {
                var part = section + Math.Max(digit, 0);
                if (place > 10_000m) (total, part) = (0m, total + part);
                if (part == 0m) return null;
                (total, section) = (total + (part * place), 0m);
            }
            else
            {
                if (digit == 0 && section == 0m && place != 10m) return null;
                section += (digit <= 0 ? 1 : digit) * place;
            }

            (digit, last) = (-1, place);
        }

        // 三百五 is 350, 一万二 is 12,000; 三百零五 has its 零
        var tail = Math.Max(digit, 0) * (last >= 100m && digit > 0 ? last / 10m : 1m);
        return total + section + tail;
    }
}
