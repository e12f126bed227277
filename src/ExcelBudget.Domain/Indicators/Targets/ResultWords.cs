using System.Buffers;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>定性. Words that can be the result of an indicator by themselves: 健全, 显著提升, 有所改善.</summary>
internal static class ResultWords
{
    private const int Longest = 12;

    private static readonly HashSet<string> Degrees = new(Vocabulary.Of("degrees"), StringComparer.Ordinal);

    private static readonly HashSet<string> Results = new(Vocabulary.Of("results"), StringComparer.Ordinal);

    private static readonly string[] Adverbs = Vocabulary.Of("adverbs");

    private static readonly SearchValues<char> Starts =
        SearchValues.Create([.. Degrees.Concat(Results).Concat(Adverbs).Append("若干").Select(word => word[0]).Distinct()]);

    /// <summary>True for a word or short phrase that is a result.</summary>
    public static bool IsResult(string text) =>
        text.Length is > 0 and <= Longest && Starts.Contains(text[0])
            && (text.StartsWith("若干", StringComparison.Ordinal) && text.Length <= 4 || IsResultWord(text));

    private static readonly SearchValues<char> Ends =
        SearchValues.Create([.. Degrees.Concat(Results).Select(word => word[^1]).Distinct()]);

    /// <summary>True for a sign by which results end.</summary>
    public static bool MayEnd(char sign) => Ends.Contains(sign);

    /// <summary>True for a result whose last word is one of the known ones: 明显提高.</summary>
    public static bool IsCertain(string text) => text.Length is > 0 and <= Longest && Starts.Contains(text[0])
        && Core(text) is var core && (Degrees.Contains(core) || Results.Contains(core));

    private static bool IsResultWord(string text) =>
        Core(text) is var core
            && (Degrees.Contains(core) || Results.Contains(core) || core.Length == 0 || (core.Length <= 4 && core.Length < text.Length));

    /// <summary>True for a change with its degree: 明显增强, 得到改善. Behind any noun it is the result.</summary>
    public static bool IsGraded(string text) =>
        text.Length > 3 && (Degrees.Contains(text[^2..]) || IsKept(text)) && Core(text) is { Length: 2 };

    /// <summary>得到保障, 有效促进: a deed with its degree, the whole text.</summary>
    private static bool IsKept(string text) => text.Length == 4 && Results.Contains(text[2..]) && Array.IndexOf(Adverbs, text[..2]) >= 0;

    /// <summary>Where a result begins that ends a text without a blank before it: 采纳意见|显著提升; -1 when there is none.</summary>
    public static int EndingStart(string text)
    {
        var found = -1;
        for (var length = 2; length <= Math.Min(Longest, text.Length - 2); length++)
        {
            var tail = text[^length..];
            if (Core(tail) is { Length: > 0 } core && Degrees.Contains(core)) found = text.Length - length;
            else if (tail is "零事故" or "全覆盖" or "零投诉" or "零差错") found = text.Length - length;
            else if (Degrees.Contains(tail) || IsKept(tail)) found = text.Length - length;
        }

        return found;
    }

    /// <summary>True when a result ends right before a place: 办学条件持续改善|可持续影响指标.</summary>
    public static bool EndsBefore(string text, int at) => at >= 2 && Degrees.Contains(text[(at - 2)..at]);

    private static string Core(string text)
    {
        for (var again = true; again;)
        {
            if (Degrees.Contains(text) || Results.Contains(text)) return text;
            again = false;
            foreach (var adverb in Adverbs)
            {
                if (text.Length <= adverb.Length || !text.StartsWith(adverb, StringComparison.Ordinal)) continue;
                (text, again) = (text[adverb.Length..].TrimStart('、', '和', '与', '并'), true);
                break;
            }
        }

        return text;
    }
}
