using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>夹杂的繁体字。Words with traditional signs in a text that is otherwise simplified; titles (《》) and quotations keep theirs.</summary>
internal static class TraditionalWords
{
    /// <summary>One sign may be a name's; twice the same is one.</summary>
    private const int Fewest = 2;

    /// <summary>Of so many signs one is traditional at most; a text converted as a whole has more.</summary>
    private const int SignsForOne = 12;

    private const int LongestWord = 6;

    /// <summary>The words of a text, each with its simplified form; none where nothing or everything is traditional.</summary>
    /// <param name="text">As printed.</param>
    /// <param name="kept">Signs that simplified texts keep in some words: 瞭望, 乾隆.</param>
    public static IReadOnlyList<(string Written, string Simplified)> In(string text, IReadOnlyList<string> kept)
    {
        var simplified = TraditionalSigns.Simplified(text);
        if (ReferenceEquals(simplified, text)) return [];
        var (all, changed, isQuoted) = (0, 0, false);
        var signs = new HashSet<char>();
        var words = new List<(string, string)>();
        var covered = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '《' or '“' or '「') isQuoted = true;
            else if (text[at] is '》' or '”' or '」' or '\n') isQuoted = false;
            if (!IsHan(text[at])) continue;
            all++;
            if (text[at] == simplified[at] || isQuoted || kept.Any(sign => sign[0] == text[at])) continue;
            changed++;
            signs.Add(text[at]);
            if (at < covered) continue;
            var start = at;
            while (start > covered && at - start < 2 && IsHan(text[start - 1])) start--;
            covered = at + 1;
            while (covered < text.Length && covered - start < LongestWord && IsHan(text[covered])) covered++;
            words.Add((text[start..covered], simplified[start..covered]));
        }

        return signs.Count >= Fewest && changed * SignsForOne <= all ? words : [];
    }

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
