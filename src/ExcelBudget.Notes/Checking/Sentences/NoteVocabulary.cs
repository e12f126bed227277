using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>The words of one budget year by their first character; the longest that fits wins.</summary>
internal sealed class NoteVocabulary
{
    private readonly Dictionary<string, (SaidKind Kind, IReadOnlyList<NoteField> Fields)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SaidKind Kind, IReadOnlyList<NoteField> Fields)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    // the words of two signs or more by their first two, the longest first; those of one sign by it
    private readonly Dictionary<int, (string Word, SaidKind Kind, IReadOnlyList<NoteField> Fields)[]> _byStart;
    private readonly HashSet<char> _starts;

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
        _starts = [.. _words.Keys.Select(word => word[0])];
        _byStart = _words.GroupBy(word => word.Key.Length == 1 ? word.Key[0] : Start(word.Key, 0)).ToDictionary(start => start.Key,
            start => start.OrderByDescending(word => word.Key.Length)
                .Select(word => (word.Key, word.Value.Kind, word.Value.Fields)).ToArray());
    }

    /// <summary>The longest word that begins at a character; null when none does.</summary>
    public NoteToken? At(string text, int start)
    {
        if (!_starts.Contains(text[start])) return null;
        return (start + 1 < text.Length ? Longest(text, start, Start(text, start)) : null) ?? Longest(text, start, text[start]);
    }

    private static int Start(string text, int at) => (text[at] << 16) | text[at + 1];

    private NoteToken? Longest(string text, int start, int key)
    {
        if (!_byStart.TryGetValue(key, out var words)) return null;
        var rest = text.AsSpan(start);
        foreach (var (word, kind, fields) in words)
        {
            if (!rest.StartsWith(word)) continue;
            return new NoteToken(kind, start, start + word.Length, word)
            {
                Fields = fields,
                IsAgainstLastYear = kind is SaidKind.Increase or SaidKind.Decrease && EndsWithLastYear(word),
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
