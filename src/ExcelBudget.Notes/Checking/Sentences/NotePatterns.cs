using System.Collections.Concurrent;
using ExcelBudget.Domain.Findings;
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
    private const int Most = 2_048;
    private const int Longest = 400;

    private readonly ConcurrentDictionary<string, int[]> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The rules that have patterns.</summary>
    public IReadOnlyList<NoteRule> Rules { get; } = declaration.Rules.Values.Where(rule => rule.Patterns.Count > 0).ToArray();

    private PatternSet[] OfUnfilled => field ??=
        [.. Rules.Where(rule => rule.Category == Category.Placeholder).Select(rule => PatternSet.Of(rule.Patterns))];

    private PatternSet[] Sets => field ??= [.. Rules.Select(rule => PatternSet.Of(rule.Patterns))];

    /// <summary>
    /// False when no rule about what was left unfilled can object to a text, whatever part of it is put out of sight.
    /// </summary>
    public bool MayBeUnfilled(string text)
    {
        foreach (var patterns in OfUnfilled)
        {
            if (patterns.MayHoldInPart(text)) return true;
        }

        return false;
    }

    /// <summary>The rules of which a pattern may be found in a text, by their place among the rules; nearly always none.</summary>
    public int[] MayObject(string text)
    {
        if (text.Length == 0) return [];
        if (_known.TryGetValue(text, out var known)) return known;
        var rules = Find(text);
        if (text.Length > Longest || !_known.TryAdd(text, rules)) return rules;
        if (Interlocked.Increment(ref _count) > Most)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        return rules;
    }

    /// <summary>The same, not kept.</summary>
    public int[] Find(string text)
    {
        List<int>? found = null;
        for (var rule = 0; rule < Sets.Length; rule++)
        {
            if (Sets[rule].MayHold(text)) (found ??= []).Add(rule);
        }

        return found is null ? [] : [.. found];
    }
}
