using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>Numbers written out: 百分之九点二, 百分之9.2, 二百二十五点七六万元.</summary>
internal static partial class WrittenNumber
{
    /// <summary>The number that begins at a character; null when none does.</summary>
    public static NoteToken? At(string text, int at) => Fraction(text, at) ?? Money(text, at);

    private static NoteToken? Fraction(string text, int at)
    {
        if (ChineseNumerals.FractionLength(text, at) is not (> 0 and var length)) return null;
        var start = at + length;
        var end = Arabic().Match(text, start) is { Success: true } digits ? start + digits.Length : ChineseNumerals.End(text, start);
        var unit = text[at] switch { '百' => "%", '千' => "‰", _ => "" };
        // 万分之 is no rate of a budget
        return unit.Length > 0 && Read(text[start..end]) is { } read ? Token(text, at, end, read, unit, QuantityKind.Percent) : null;
    }

    private static NoteToken? Money(string text, int at)
    {
        var end = ChineseNumerals.End(text, at);
        if (end == at || end >= text.Length || text[end] != '元') return null;
        // the last 万 or 亿 belongs to the unit
        var scale = text[end - 1] is '万' or '亿' ? 1 : 0;
        var unit = scale == 0 ? "元" : text[end - 1] + "元";
        return Read(text[at..(end - scale)]) is { } read ? Token(text, at, end + 1, read, unit, QuantityKind.Money) : null;
    }

    private static NoteToken Token(string text, int at, int end, (decimal Number, int Decimals) read, string unit, QuantityKind kind) =>
        new(TokenKind.Number, at, end, text[at..end]) { Quantity = new Quantity(read.Number, read.Decimals, unit, kind) };

    private static (decimal Number, int Decimals)? Read(string words)
    {
        if (decimal.TryParse(words, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return (number, DecimalsOf(words, '.'));
        return words.AsSpan().IndexOfAny(ChineseNumerals.Digits) >= 0 && ChineseNumerals.Value(words) is { } value ? (value, DecimalsOf(words, '点')) : null;
    }

    private static int DecimalsOf(string words, char point) => words.IndexOf(point, StringComparison.Ordinal) is >= 0 and var at ? words.Length - at - 1 : 0;

    [GeneratedRegex(@"\G\d+(?:\.\d+)?")]
    private static partial Regex Arabic();
}
