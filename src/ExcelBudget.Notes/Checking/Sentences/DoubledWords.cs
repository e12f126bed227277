namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>Words that are nothing but the same words again.</summary>
internal static class DoubledWords
{
    /// <summary>True for words that are nothing but the same words twice or more; in linear time, whatever the words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="shortest">Shorter words may well be meant twice.</param>
    public static bool Is(string words, int shortest)
    {
        if (words.Length < 2 * shortest) return false;
        // what is repeated begins again somewhere
        if (words.AsSpan(shortest).IndexOf(words.AsSpan(0, shortest)) < 0) return false;
        // the longest beginning that is also an end, for each length (Knuth, Morris, Pratt)
        var borders = new int[words.Length];
        for (var (at, border) = (1, 0); at < words.Length; at++)
        {
            while (border > 0 && words[at] != words[border]) border = borders[border - 1];
            if (words[at] == words[border]) border++;
            borders[at] = border;
        }

        var period = words.Length - borders[^1];
        return period >= shortest && period < words.Length && words.Length % period == 0;
    }
}
