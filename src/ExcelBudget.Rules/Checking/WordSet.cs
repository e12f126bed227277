namespace ExcelBudget.Rules.Checking;

/// <summary>Some words, looked for in a text in one pass however many they are. Thread-safe.</summary>
internal sealed class WordSet
{
    private const int Signs = 1024;

    // one bit for some signs: whether a word begins with one of them
    private readonly ulong[] _starts = new ulong[Signs / 64];
    private readonly Dictionary<char, string[]> _words;
    private readonly bool _isMet;

    /// <param name="words">The words; an empty one stands in every text.</param>
    public WordSet(IReadOnlyList<string> words)
    {
        _isMet = words.Contains("");
        _words = words.Where(word => word.Length > 0).Distinct().GroupBy(word => word[0])
            .ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var start in _words.Keys) _starts[start % Signs / 64] |= 1UL << (start % 64);
    }

    /// <summary>True when a text holds one of the words.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        if (_isMet) return true;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if ((_starts[sign % Signs / 64] >> (sign % 64) & 1) == 0 || !_words.TryGetValue(sign, out var words)) continue;
            foreach (var word in words)
            {
                if (text[at..].StartsWith(word)) return true;
            }
        }

        return false;
    }
}
