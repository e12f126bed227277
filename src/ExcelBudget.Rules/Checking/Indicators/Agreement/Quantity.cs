using System.Text.RegularExpressions;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>A count told in running text: «接待委员150名».</summary>
/// <param name="Text">Number and unit as written.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">The unit.</param>
/// <param name="About">The words before and after it, up to the next punctuation: what is counted.</param>
internal sealed partial record Quantity(string Text, decimal Number, string Unit, string About)
{
    private const int Reach = 10;

    /// <summary>The counts in a text. Ordinals (第三次), rhythms (每季度一次), ranges (2-3个) and «约» are none.</summary>
    /// <param name="text">Running text.</param>
    /// <param name="words">The pack's words: units that count, and words of a rhythm or a price for one.</param>
    public static IEnumerable<Quantity> In(string text, IndicatorWords words)
    {
        foreach (Match match in Numbers().Matches(text))
        {
            var rest = text[(match.Index + match.Length)..].TrimStart();
            if (words.Counted.Where(unit => rest.StartsWith(unit, StringComparison.Ordinal)).MaxBy(unit => unit.Length) is not { } counted) continue;
            if (FigureReader.Read(match.Value) is not { IsFigure: true, Value: var number }) continue;
            var (before, after) = (Nearest(text[..match.Index], fromEnd: true), Nearest(rest[counted.Length..], fromEnd: false));
            if (IndicatorMeaning.ContainsAny(before, words.PerUnit)) continue;
            yield return new Quantity(match.Value + counted, number, counted, before + "\n" + after);
        }
    }

    /// <summary>How many pairs of neighbouring characters a name shares with what is counted.</summary>
    public int Kinship(string name) => Enumerable.Range(0, Math.Max(0, name.Length - 1))
        .Select(at => name.Substring(at, 2)).Distinct().Count(pair => About.Contains(pair, StringComparison.Ordinal));

    private static string Nearest(string text, bool fromEnd)
    {
        var parts = Breaks().Split(text);
        var part = fromEnd ? parts[^1] : parts[0];
        return part.Length <= Reach ? part : fromEnd ? part[^Reach..] : part[..Reach];
    }

    [GeneratedRegex(@"(?<![第届每约近\d.\-—–~～至到一二三四五六七八九十百千两])(\d{1,9}(\.\d{1,4})?|[一二三四五六七八九十百两]{1,4})(?![\d.\-—–~～一二三四五六七八九十百千两])(?!\s*(至|到|余|多|届))")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[，。；、：！？,;:\n\s（）()]")]
    private static partial Regex Breaks();
}
