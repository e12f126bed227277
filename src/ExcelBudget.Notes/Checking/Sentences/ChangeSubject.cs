namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>What an increase or decrease without an amount is said of.</summary>
/// <param name="Item">The item; null when the sentence does not name one right here.</param>
/// <param name="IsCompared">True when the words compare with last year, so that an item must be meant.</param>
internal readonly record struct ChangeSubject(NoteToken? Item, bool IsCompared)
{
    private const int LongestGap = 8;

    /// <summary>The subject of a direction word.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="at">Place of the direction word.</param>
    /// <param name="explaining">Words that begin an explanation (主要是): what follows says nothing of an item.</param>
    public static ChangeSubject Of(NoteToken[] tokens, int at, IReadOnlyList<string> explaining)
    {
        var isCompared = tokens[at].IsAgainstLastYear;
        var before = at - 1;
        for (; before >= 0 && IsPassed(tokens[before]); before--)
        {
            isCompared |= tokens[before].Kind is SaidKind.Comparison or SaidKind.LastYear;
        }
        if (before >= 0 && tokens[before].IsItem) return new(tokens[before], true);
        if (!isCompared || tokens.Take(at).Any(token => explaining.Contains(token.Words))) return default;
        // «收入预算2661.41万元，比上年略有下降»: the one item of the sentence so far
        var earlier = tokens.Take(at).Reverse().TakeWhile(token => token.Words != "；").Where(token => token.IsItem)
            .ToArray();
        var isOne = earlier.Length > 0 && earlier.All(token => token.Fields.SequenceEqual(earlier[0].Fields));
        if (isOne && (before < 0 || tokens[before].Kind == SaidKind.Sign || Gap(tokens, before, earlier[0]) <= LongestGap))
            return new(earlier[0], true);
        return new(null, before < 0 || tokens[before].Kind == SaidKind.Sign || earlier.Length > 0);
    }

    private static int Gap(NoteToken[] tokens, int from, NoteToken item)
    {
        var gap = 0;
        for (var at = from; at >= 0 && tokens[at] != item; at--)
        {
            if (tokens[at].Kind is SaidKind.Sign or SaidKind.Number) return int.MaxValue;
            gap += tokens[at].Words.Length;
        }

        return gap;
    }

    private static bool IsPassed(NoteToken token) =>
        token.Kind is SaidKind.Filler or SaidKind.Comparison or SaidKind.LastYear or SaidKind.Year or SaidKind.About;
}
