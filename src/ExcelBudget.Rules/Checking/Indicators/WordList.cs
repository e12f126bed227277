using System.Runtime.CompilerServices;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Looks for any of a pack's words in a text, in one pass over the text however many words there are.</summary>
internal static class WordList
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, WordSet> Known = [];

    /// <summary>True when a text holds one of the words.</summary>
    public static bool IsIn(ReadOnlySpan<char> text, IReadOnlyList<string> words) =>
        words.Count > 0 && Known.GetValue(words, static list => new WordSet(list)).IsIn(text);

    /// <summary>The text with a stroke in place of every word of a list, each list in its order.</summary>
    public static string Without(string text, IReadOnlyList<string> words)
    {
        if (!IsIn(text, words)) return text;
        foreach (var word in words) text = text.Replace(word, "|", StringComparison.Ordinal);
        return text;
    }
}
