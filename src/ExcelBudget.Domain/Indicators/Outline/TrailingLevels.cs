namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// Levels that stand behind every indicator: 测试完成时间 2022年11月底前（产出-时效）. One in brackets may be a word of the text; where most items end
/// in one they are levels.
/// </summary>
internal sealed class TrailingLevels
{
    private const int Fewest = 3;
    private const int Longest = 30;
    private const string Joints = "-/·>→—";
    private readonly Dictionary<int, IReadOnlyList<Heading>> _levels = [];

    /// <summary>The levels of a text by the place of their bracket; null where they do not stand behind.</summary>
    public static TrailingLevels? Of(string text)
    {
        if (!text.AsSpan().ContainsAny(')', ']')) return null;
        var found = new TrailingLevels();
        var names = new HeadingNames(text);
        for (var open = text.AsSpan().IndexOfAny('(', '['); open >= 0 && open + 1 < text.Length;)
        {
            if (Chain(text, names, open) is { } levels && IsBehindWords(text, open) && EndsItem(text, levels[^1].End))
                found._levels[open] = levels;
            var next = text.AsSpan(open + 1).IndexOfAny('(', '[');
            open = next < 0 ? -1 : open + 1 + next;
        }

        var lines = 0;
        foreach (var range in text.AsSpan().SplitAny(Markup.Glyphs.Line, Markup.Glyphs.Paragraph))
        {
            if (!text.AsSpan(range).IsWhiteSpace()) lines++;
        }

        return found._levels.Count >= Fewest && found._levels.Count * 2 > lines ? found : null;
    }

    /// <summary>The levels in the bracket at a place; null when none begin there.</summary>
    public IReadOnlyList<Heading>? At(int place) => _levels.GetValueOrDefault(place);

    /// <summary>（产出-数量）, [产出指标/数量指标], （质量）: nothing else stands in the bracket.</summary>
    private static List<Heading>? Chain(string text, HeadingNames names, int open)
    {
        var (levels, at, closing) = (new List<Heading>(), open + 1, text[open] == '[' ? ']' : ')');
        while (levels.Count < 2 && names.Named(TextScan.Blanks(text, at)) is { Malformed: false } named)
        {
            var end = TextScan.Blanks(text, named.End);
            if (end >= text.Length || end - open > Longest) return null;
            var isLast = text[end] == closing;
            levels.Add(new Heading(named.Name, default, levels.Count == 0 ? open : at, isLast ? end + 1 : named.End));
            if (isLast) return levels.Count == 1 && named.Name.Rank == HeadingRank.Level1 ? null : levels;
            if (!Joints.Contains(text[end], StringComparison.Ordinal)) return null;
            at = end + 1;
            while (at < text.Length && text[at] == text[end]) at++;
        }

        return null;
    }

    private static bool IsBehindWords(string text, int open)
    {
        var at = open - 1;
        while (at >= 0 && text[at] == ' ') at--;
        return at > 1 && !TextScan.IsSpace(text[at]) && text[at] is not (';' or '。' or ':' or ',' or '、' or '.');
    }

    private static bool EndsItem(string text, int at)
    {
        at = TextScan.Blanks(text, at);
        return at >= text.Length || TextScan.IsBreak(text[at]) || text[at] is ';' or '。' or ',';
    }
}
