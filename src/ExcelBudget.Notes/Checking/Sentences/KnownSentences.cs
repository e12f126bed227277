using System.Collections.Concurrent;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// The tokens of sentences without figures and without the unit's own name: those of a template stand in the note of every unit. Keeps so
/// many and no more, and begins anew when it is full. Thread-safe.
/// </summary>
internal sealed class KnownSentences
{
    private const int Most = 1_024;
    private const int Longest = 200;

    private readonly ConcurrentDictionary<(string Text, int Year), IReadOnlyList<NoteToken>> _known = new();
    private int _count;

    /// <summary>True for a sentence that may stand in other notes as it is.</summary>
    public static bool MayBeKnown(string text) => text.Length <= Longest && text.AsSpan().IndexOfAnyInRange('0', '9') < 0;

    /// <summary>The tokens of a sentence.</summary>
    /// <param name="text">The plain sentence.</param>
    /// <param name="year">预算年度, on which depends which year is the last.</param>
    /// <param name="read">Reads it.</param>
    public IReadOnlyList<NoteToken> Of(string text, int year, Func<IReadOnlyList<NoteToken>> read)
    {
        if (_known.TryGetValue((text, year), out var known)) return known;
        var tokens = read();
        if (!_known.TryAdd((text, year), tokens)) return tokens;
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        return tokens;
    }
}
