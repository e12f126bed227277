using System.Runtime.CompilerServices;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Lists of a pack whose entries are several words each, taken apart once: «初中|高中», «办结|答复=受理|收到».</summary>
internal static class WordGroups
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, string[][]> Groups = [];

    private static readonly ConditionalWeakTable<IReadOnlyList<string>, (string[] Left, string[] Right)[]> Sides = [];

    /// <summary>The words of each entry.</summary>
    public static string[][] Of(IReadOnlyList<string> list) => Groups.GetValue(list, static list => [.. list.Select(Words)]);

    /// <summary>The words before and behind the sign of equality of each entry.</summary>
    public static (string[] Left, string[] Right)[] PairsOf(IReadOnlyList<string> list) => Sides.GetValue(list, static list =>
        [.. list.Select(entry => entry.Split('=')).Where(sides => sides.Length == 2).Select(sides => (Words(sides[0]), Words(sides[1])))]);

    /// <summary>The place of the only entry's word that a text holds; -1 for none and for words of several.</summary>
    public static int Only(string[][] groups, string text)
    {
        var found = -1;
        for (var at = 0; at < groups.Length; at++)
        {
            if (!Array.Exists(groups[at], word => text.Contains(word, StringComparison.Ordinal))) continue;
            if (found >= 0) return -1;
            found = at;
        }

        return found;
    }

    private static string[] Words(string entry) => entry.Split('|');
}
