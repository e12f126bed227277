using System.Collections.Concurrent;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// What was read of paragraphs before: those of a template stand in the note of every unit. Keeps so many and no more, and begins anew
/// when it is full. Thread-safe.
/// </summary>
internal sealed class KnownParagraphs
{
    private const int Most = 2_048;
    private const int Longest = 400;

    private readonly ConcurrentDictionary<string, ParagraphMeaning> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What is known of a paragraph by its words alone.</summary>
    /// <param name="text">The words.</param>
    /// <param name="mayRecur">False for words that no other note has, such as a sentence with figures of the budget.</param>
    public ParagraphMeaning Of(string text, bool mayRecur)
    {
        if (!mayRecur || text.Length > Longest) return new ParagraphMeaning(text);
        if (_known.TryGetValue(text, out var known)) return known;
        var read = new ParagraphMeaning(text);
        if (!_known.TryAdd(text, read)) return read;
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        return read;
    }
}
