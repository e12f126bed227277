using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>
/// Whether two texts speak of the same thing, by the pairs of characters they share. Words that say nothing of the thing do not count.
/// </summary>
internal static partial class Kinship
{
    private const int Near = 12;

    /// <summary>How many pairs of neighbouring characters a name shares with the words around a quantity.</summary>
    public static int Of(TextQuantity told, string name, IReadOnlyList<string> generic) => Of(Reach(told), name, generic);

    /// <summary>How many pairs of neighbouring characters two texts share.</summary>
    public static int Of(string words, string name, IReadOnlyList<string> generic)
    {
        if (words.Length < 2 || name.Length < 2) return 0;
        var (said, named) = (Unmarked(Without(words, generic)), Unmarked(Without(name, generic)));
        var shared = 0;
        for (var at = 0; at + 1 < named.Length; at++)
        {
            var pair = named.AsSpan(at, 2);
            // 每人 says how it is paid, not who is meant
            var isWord = pair[0] != '每' && char.IsLetterOrDigit(pair[0]) && char.IsLetterOrDigit(pair[1]);
            // a pair that stood in the name before counts once
            if (isWord && said.AsSpan().IndexOf(pair) >= 0 && named.AsSpan(0, at + 1).IndexOf(pair) < 0) shared++;
        }

        return shared;
    }

    /// <summary>True when the noun next to a quantity (党员430名, 24所学校) is a word of the name.</summary>
    public static bool NamesTheSame(TextQuantity told, string name, IReadOnlyList<string> generic)
    {
        var before = Without(told.Before, generic).TrimEnd('|');
        var after = Without(told.After, generic).TrimStart('|');
        var noun = after.Length >= 2 ? after[..2] : before.Length >= 2 ? before[^2..] : "";
        return noun.Length == 2 && noun[0] != '每' && !noun.Contains('|', StringComparison.Ordinal) && Without(name, generic)
            .Contains(noun, StringComparison.Ordinal);
    }

    /// <summary>小（一）型 is 小一型.</summary>
    private static string Unmarked(string text) => text.AsSpan().IndexOfAny('（', '(') < 0 ? text : Ordinals().Replace(text, "$1");

    [System.Text.RegularExpressions.GeneratedRegex(@"[（(]([一二三四五六七八九十0-9])[）)]")]
    private static partial System.Text.RegularExpressions.Regex Ordinals();

    private static string Reach(TextQuantity told)
    {
        var before = told.Before.Length > Near ? told.Before[^Near..] : told.Before;
        return told.Counted + before + "|" + (told.After.Length > Near ? told.After[..Near] : told.After);
    }

    private static string Without(string text, IReadOnlyList<string> generic) =>
        WordList.Without(text, generic);
}
