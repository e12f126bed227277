using System.Buffers;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>Cuts a sentence into words with a meaning, numbers, signs, and the rest.</summary>
internal static partial class SentenceTokens
{
    private const string Digits = "零一二三四五六七八九";
    private const string Signs = "，。；：、（）！？,—-/";

    // what a number, a year or a multiple may begin with; all else is looked at once
    private static readonly SearchValues<char> NumberStarts =
        SearchValues.Create("0123456789.+-人RMBCNY¥$翻 " + ChineseNumerals.Signs);

    /// <summary>The tokens of a plain sentence in order.</summary>
    public static List<NoteToken> Of(string text, NoteVocabulary vocabulary, NoteLanguage language, OwnNames names)
    {
        var tokens = new List<NoteToken>();
        var (at, depth, rest) = (0, 0, 0);
        while (at < text.Length)
        {
            if (names.LengthAt(text, at) is > 0 and var length)
            {
                at += length;
                continue;
            }

            var token = vocabulary.At(text, at) ?? Number(text, at, language) ?? Sign(text, at);
            if (token is null)
            {
                at++;
                continue;
            }

            if (at > rest) tokens.Add(new NoteToken(SaidKind.Other, rest, at, text[rest..at]) { Depth = depth });
            if (token.Words == "）") depth = Math.Max(0, depth - 1);
            tokens.Add(token with { Depth = depth });
            if (token.Words == "（") depth++;
            rest = at = token.End;
        }

        if (at > rest) tokens.Add(new NoteToken(SaidKind.Other, rest, at, text[rest..at]) { Depth = depth });
        ShareWholes.Mark(tokens);
        return tokens;
    }

    private static NoteToken? Sign(string text, int at) =>
        Signs.Contains(text[at], StringComparison.Ordinal) ? new NoteToken(SaidKind.Sign, at, at + 1, text[at].ToString()) : null;

    private static NoteToken? Number(string text, int at, NoteLanguage language)
    {
        if (!NumberStarts.Contains(text[at])) return null;
        if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '.')) return null;
        if (YearShape().Match(text, at) is { Success: true } year && year.Index == at)
            return new NoteToken(SaidKind.Year, at, at + year.Length, year.Value);
        if (WrittenAmount.At(text, at) is { } amount) return amount;
        if ((Tenths(text, at) ?? Multiple(text, at)) is { } spoken) return spoken;
        var figure = FigureReader.At(text, at, out var numberEnd, out var end);
        if (!figure.IsFigure) return null;
        if (Over(text, at, figure, numberEnd) is { } over) return over;
        var unit = Unit(text, figure, numberEnd, ref end, language);
        var isLimit = language.Declaration.Words.Limits.Any(word => IsAt(text, end, word));
        return new NoteToken(SaidKind.Number, at, end, text[at..end])
        {
            Quantity = new SaidQuantity(
                Number(figure, unit), figure.Decimals, unit, isLimit ? QuantityKind.Other
                : KindOf(unit, figure.Decimals, language.CountingUnits)),
        };
    }

    /// <summary>The unit behind a figure; empty when none follows.</summary>
    private static string Unit(string text, FigureReading figure, int numberEnd, ref int end, NoteLanguage language)
    {
        var written = text[numberEnd..end];
        switch (figure.Unit)
        {
            case FigureUnit.Percent: return "%";
            case FigureUnit.PerMille: return "‰";
            // 1亿2000万元, 十二万元: said in yuan
            case FigureUnit.Yuan: return written is "亿元" or "万元" or "千元" ? written : "元";
            case not FigureUnit.None: return written;
        }

        end = numberEnd;
        var counted = IsAt(text, numberEnd, "倍") ? "倍" : language.CountingUnits.FirstOrDefault(unit => IsAt(text, numberEnd, unit)) ?? "";
        end += counted.Length;
        return counted;
    }

    /// <summary>«两成», «3成» and «一成五» are tenths; «3成本» is none.</summary>
    private static NoteToken? Tenths(string text, int at)
    {
        if (TenthsShape().Match(text, at) is not { Success: true } match || match.Index != at) return null;
        var half = match.Groups[2].Value;
        var number = Digit(match.Groups[1].Value) + (half.Length == 0 ? 0m : half == "半" ? 0.5m : Digit(half) / 10m);
        return new NoteToken(SaidKind.Number, at, at + match.Length, match.Value)
        {
            Quantity = new SaidQuantity(number, half.Length == 0 ? 0 : 1, "成", QuantityKind.Percent),
        };
    }

    /// <summary>«四分之一» and «翻一番» are percentages without decimals; «百分之三» is read as a figure.</summary>
    private static NoteToken? Multiple(string text, int at)
    {
        if (FractionShape().Match(text, at) is { Success: true } part)
            return Whole(part, 100m * Digit(part.Groups[2].Value) / (part.Groups[1].Value == "十" ? 10m : Digit(part.Groups[1].Value)));
        if (DoubledShape().Match(text, at) is not { Success: true } doubled) return null;
        var times = doubled.Groups[1].Value is { Length: > 0 } written ? (int)Digit(written) : 1;
        return Whole(doubled, 100m * ((1 << times) - 1));
    }

    /// <summary>«2600余万元» is any amount from there up to the next of its last digit that is no nought.</summary>
    private static NoteToken? Over(string text, int at, FigureReading figure, int numberEnd)
    {
        if (OverShape().Match(text, numberEnd) is not { Success: true } match) return null;
        var end = numberEnd + match.Length;
        return new NoteToken(SaidKind.Number, at, end, text[at..end])
        {
            Quantity = new SaidQuantity(figure.Number, figure.Decimals, match.Groups[1].Value, QuantityKind.Money) { IsOver = true },
        };
    }

    private static NoteToken Whole(Match match, decimal percent) =>
        new(SaidKind.Number, match.Index, match.Index + match.Length, match.Value)
        {
            Quantity = new SaidQuantity(Domain.Money.Figures.Round(percent, 0), 0, "%", QuantityKind.Percent),
        };

    private static decimal Digit(string digit) => digit == "两" ? 2m
        : Digits.IndexOf(digit, StringComparison.Ordinal) is >= 0 and var at ? at : digit[0] - '0';

    private static decimal Number(FigureReading figure, string unit) => unit switch
    {
        "亿元" or "万元" or "千元" => figure.Number,
        "元" => figure.Value,
        _ => figure.Number,
    };

    private static bool IsAt(string text, int at, string words) => string.CompareOrdinal(text, at, words, 0, words.Length) == 0;

    private static QuantityKind KindOf(string unit, int decimals, IReadOnlyList<string> countingUnits) => unit switch
    {
        "亿元" or "万元" or "千元" or "元" => QuantityKind.Money,
        "%" or "‰" or "倍" or "百分点" or "个百分点" => QuantityKind.Percent,
        // two decimals and nothing after them: 万元 was left out
        "" when decimals == 2 => QuantityKind.Money,
        _ => countingUnits.Contains(unit) ? QuantityKind.Count : QuantityKind.Other,
    };

    [GeneratedRegex(@"\G([一二两三四五六七八九1-9])成([半一二三四五六七八九])?(?=[，。；、（）以左多]|\z)")]
    private static partial Regex TenthsShape();

    [GeneratedRegex(@"\G([二三四五六七八九十])分之([一二两三四五六七八九])")]
    private static partial Regex FractionShape();

    [GeneratedRegex(@"\G\s*[余多](亿元|万元|千元|元)")]
    private static partial Regex OverShape();

    [GeneratedRegex(@"\G翻了?([一两二三])?番")]
    private static partial Regex DoubledShape();

    [GeneratedRegex(@"\G20\d{2}\s*年度?")]
    private static partial Regex YearShape();
}
