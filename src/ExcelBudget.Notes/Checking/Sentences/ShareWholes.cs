namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// «收入100元，占收入总预算17%，同比增加5元»: what a share is of stands beside the item and does not take its place; what follows still
/// speaks of the item.
/// </summary>
internal static class ShareWholes
{
    /// <summary>Marks the phrases between a word of share and its percentage.</summary>
    public static void Mark(List<NoteToken> tokens)
    {
        for (var share = 0; share < tokens.Count; share++)
        {
            if (tokens[share].Kind != SaidKind.Share || PercentBehind(tokens, share) is not { } percent) continue;
            for (var at = share + 1; at < percent; at++)
            {
                if (tokens[at].Kind == SaidKind.Phrase) tokens[at] = tokens[at] with { IsWhole = true };
            }
        }
    }

    /// <summary>The percentage a word of share announces; null when the clause ends before it or tells another number first.</summary>
    private static int? PercentBehind(List<NoteToken> tokens, int share)
    {
        for (var at = share + 1; at < tokens.Count; at++)
        {
            // «占支出总预算（500万元）的17%»: what brackets hold is said of the whole
            if (tokens[at].Depth > tokens[share].Depth) continue;
            if (tokens[at].Kind == SaidKind.Number) return tokens[at].Quantity!.Value.Kind == QuantityKind.Percent ? at : null;
            if (tokens[at].Kind == SaidKind.Share || tokens[at].Words is "，" or "；" or "。" or "：") return null;
        }

        return null;
    }
}
