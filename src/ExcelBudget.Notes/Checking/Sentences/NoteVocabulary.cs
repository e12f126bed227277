using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>The words of one budget year by their first character; the longest that fits wins.</summary>
internal sealed class NoteVocabulary
{
    private readonly Dictionary<string, (SaidKind Kind, IReadOnlyList<NoteField> Fields)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SaidKind Kind, IReadOnlyList<NoteField> Fields)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<char, int[]> _lengths;

    public NoteVocabulary(NoteWords words, IReadOnlyDictionary<string, List<NoteField>> phrases, int year)
    {
        foreach (var (kind, list) in Lists(words))
        {
            foreach (var word in list)
                Add(PlainSentence.Plain(
                word.Replace("{lastYear}", NoteNumbers.Whole(year - 1), StringComparison.Ordinal)
                .Replace("{year}", NoteNumbers.Whole(year), StringComparison.Ordinal)), kind, []);
        }

        foreach (var (phrase, fields) in phrases) Add(phrase, SaidKind.Phrase, fields);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = _words.Keys.GroupBy(word => word[0])
            .ToDictionary(start => start.Key, start => start.Select(word => word.Length).Distinct().OrderDescending().ToArray());
    }

    /// <summary>The longest word that begins at a character; null when none does.</summary>
    public NoteToken? At(string text, int start)
    {
        if (!_lengths.TryGetValue(text[start], out var lengths)) return null;
        foreach (var length in lengths)
        {
            if (length <= text.Length - start && _lookup.TryGetValue(text.AsSpan(start, length), out var known))
                return new NoteToken(known.Kind, start, start + length, text.Substring(start, length))
                {
                    Fields = known.Fields,
                    IsAgainstLastYear = known.Kind is SaidKind.Increase or SaidKind.Decrease
                        && EndsWithLastYear(text.AsSpan(start, length)),
                };
        }

        return null;
    }

    private bool EndsWithLastYear(ReadOnlySpan<char> word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (_lookup.TryGetValue(word[at..], out var known) && known.Kind == SaidKind.LastYear) return true;
        }

        return false;
    }

    private void Add(string word, SaidKind kind, IReadOnlyList<NoteField> fields)
    {
        if (word.Length > 0) _words[word] = (kind, fields);
    }

    private static IEnumerable<(SaidKind Kind, IReadOnlyList<string> Words)> Lists(NoteWords words) =>
    [
        (SaidKind.Filler, words.Fillers),
        (SaidKind.About, words.About),
        (SaidKind.OtherBase, words.OtherBases),
        (SaidKind.Share, words.Share),
        (SaidKind.Each, words.Each),
        (SaidKind.Nothing, words.Nothing),
        (SaidKind.LastYear, words.LastYear),
        (SaidKind.Comparison, words.Comparison),
        (SaidKind.Parts, [.. words.Parts, .. words.Explaining]),
        (SaidKind.Reason, words.Reason),
        (SaidKind.Level, words.Level),
        (SaidKind.Change, words.Change),
        (SaidKind.Increase, words.Increase),
        (SaidKind.Decrease, words.Decrease),
        (SaidKind.IncreaseTo, words.IncreaseTo),
        (SaidKind.DecreaseTo, words.DecreaseTo),
    ];
}
