using System.Collections.Concurrent;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// Which rules may object to words by their patterns. Most words of a note stand in the notes of other units too: what was said of them
/// before is kept, for so many words and no more. Thread-safe.
/// </summary>
/// <param name="declaration">The rules.</param>
internal sealed class NotePatterns(NoteCheckDeclaration declaration)
{
    private const int Most = 8_192;
    private const int Longest = 400;

    private readonly ConcurrentDictionary<string, int[]> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The rules that have patterns.</summary>
    public IReadOnlyList<NoteRule> Rules { get; } = [.. declaration.Rules.Values.Where(rule => rule.Patterns.Count > 0)];

    /// <summary>The rules of which a pattern may be found in a text, by their place among the rules; nearly always none.</summary>
    public int[] MayObject(string text)
    {
        if (text.Length == 0) return [];
        if (_known.TryGetValue(text, out var known)) return known;
        int[] rules = [.. Enumerable.Range(0, Rules.Count).Where(rule => PatternSet.Of(Rules[rule].Patterns).MayHold(text))];
        if (text.Length > Longest || !_known.TryAdd(text, rules)) return rules;
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        return rules;
    }
}
