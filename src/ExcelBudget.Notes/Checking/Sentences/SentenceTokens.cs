using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>Cuts a sentence into words with a meaning, numbers, signs, and the rest.</summary>
internal static partial class SentenceTokens
{
    private const string Signs = "，。；：、（）！？,—-/";

    /// <summary>The tokens in order.</summary>
    public static List<NoteToken> Of(PlainSentence sentence, Vocabulary vocabulary, NoteLanguage language, OwnNames names)
    {
        var text = sentence.Text;
        var tokens = new List<NoteToken>();
        var (at, depth, rest) = (0, 0, 0);
        while (at < text.Length)
        {
            if (names.LengthAt(text, at) is > 0 and var length)
            {
                at += length;
                continue;
            }

            var token = vocabulary.At(text, at) ?? Number(text, at, language) ?? WrittenNumber.At(text, at) ?? Sign(text, at);
            if (token is null)
            {
                at++;
                continue;
            }

            if (at > rest) tokens.Add(new NoteToken(TokenKind.Other, rest, at, text[rest..at]) { Depth = depth });
            if (token.Words == "）") depth = Math.Max(0, depth - 1);
            tokens.Add(token with { Depth = depth });
            if (token.Words == "（") depth++;
            rest = at = token.End;
        }

        if (at > rest) tokens.Add(new NoteToken(TokenKind.Other, rest, at, text[rest..at]) { Depth = depth });
        return tokens;
    }

    private static NoteToken? Sign(string text, int at) =>
        Signs.Contains(text[at], StringComparison.Ordinal) ? new NoteToken(TokenKind.Sign, at, at + 1, text[at].ToString()) : null;

    private static NoteToken? Number(string text, int at, NoteLanguage language)
    {
        if (!char.IsAsciiDigit(text[at]) && text[at] != '-') return null;
        if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '.')) return null;
        var match = NumberShape().Match(text, at);
        if (!match.Success || match.Index != at) return null;
        var end = at + match.Length;
        if (YearShape().Match(text, at) is { Success: true } year && year.Index == at) return new NoteToken(TokenKind.Year, at, at + year.Length, year.Value);
        if (!decimal.TryParse(match.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
        var unit = UnitShape().Match(text, end) is { Success: true } known && known.Index == end ? known.Value : language.CountingUnits.FirstOrDefault(counted => IsAt(text, end, counted)) ?? "";
        var isLimit = language.Declaration.Words.Limits.Any(word => IsAt(text, end + unit.Length, word));
        var decimals = match.Value.Contains('.', StringComparison.Ordinal) ? match.Length - match.Value.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return new NoteToken(TokenKind.Number, at, end + unit.Length, text.Substring(at, match.Length + unit.Length))
        {
            Quantity = new Quantity(number, decimals, unit, isLimit ? QuantityKind.Other : KindOf(unit, decimals, language.CountingUnits)),
        };
    }

    private static bool IsAt(string text, int at, string words) => string.CompareOrdinal(text, at, words, 0, words.Length) == 0;

    private static QuantityKind KindOf(string unit, int decimals, IReadOnlyList<string> countingUnits) => unit switch
    {
        "亿元" or "万元" or "千元" or "元" => QuantityKind.Money,
        "%" or "‰" or "倍" or "百分点" or "个百分点" => QuantityKind.Percent,
        // two decimals and nothing after them: 万元 was left out
        "" when decimals == 2 => QuantityKind.Money,
        _ => countingUnits.Contains(unit) ? QuantityKind.Count : QuantityKind.Other,
    };

    [GeneratedRegex(@"\G-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"\G20\d{2}年度?")]
    private static partial Regex YearShape();

    [GeneratedRegex(@"\G(?:亿元|万元|千元|元(?!/)|%|‰|倍|个?百分点)")]
    private static partial Regex UnitShape();
}
