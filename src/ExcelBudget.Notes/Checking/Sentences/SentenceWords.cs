namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// A sentence of some paragraph as words are compared, whoever's note it stands in: without blanks and quotation marks, signs in one
/// width. Knows where each character stands, and what was read of it last. Thread-safe.
/// </summary>
/// <param name="text">The words.</param>
/// <param name="at">Where each character stands in the paragraph.</param>
internal sealed class SentenceWords(string text, int[] at)
{
    private YearTokens? _read;

    public string Text => text;

    /// <summary>Where a character stands in the paragraph.</summary>
    public int PlaceOf(int character) => at[character];

    /// <summary>The sentences of a paragraph.</summary>
    public static SentenceWords[] Of(string paragraph)
    {
        var sentences = new List<SentenceWords>(1);
        Span<char> text = paragraph.Length <= 256 ? stackalloc char[paragraph.Length] : new char[paragraph.Length];
        Span<int> at = paragraph.Length <= 256 ? stackalloc int[paragraph.Length] : new int[paragraph.Length];
        var length = 0;
        for (var index = 0; index < paragraph.Length; index++)
        {
            var sign = paragraph[index];
            if (PlainSentence.Plain(sign) is { } plain) (text[length], at[length++]) = (plain, index);
            if (sign is not ('。' or '！' or '？' or '\n')) continue;
            Add(text[..length], at[..length]);
            length = 0;
        }

        Add(text[..length], at[..length]);
        return [.. sentences];

        void Add(ReadOnlySpan<char> words, ReadOnlySpan<int> places)
        {
            if (words.Length > 0) sentences.Add(new SentenceWords(words.ToString(), places.ToArray()));
        }
    }

    /// <summary>The tokens of the sentence in a budget year, on which depends which year is the last; read once for a year.</summary>
    /// <param name="year">预算年度。</param>
    /// <param name="scope">What reading needs.</param>
    /// <param name="read">Reads it.</param>
    public NoteToken[] Tokens<TScope>(int year, TScope scope, Func<string, TScope, NoteToken[]> read)
    {
        if (Volatile.Read(ref _read) is { } known && known.Year == year) return known.Tokens;
        var tokens = read(text, scope);
        Volatile.Write(ref _read, new YearTokens(year, tokens));
        return tokens;
    }

    private sealed record YearTokens(int Year, NoteToken[] Tokens);
}
