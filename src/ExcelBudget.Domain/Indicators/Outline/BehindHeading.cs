namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// What stands behind the name of a level: a target, a name, a field, the rest of a phrase. By it a heading is told from a word.
/// </summary>
internal sealed class BehindHeading(string text)
{
    private static readonly string[] PhraseStarts = Vocabulary.Of("phraseStarts");
    private readonly HeadingNames _names = new(text);

    /// <summary>质量 ≥95%: a target, and nothing behind it on the line.</summary>
    public bool IsAlone(int at)
    {
        while (at < text.Length && text[at] != ' ' && !TextScan.IsBreak(text[at])) at++;
        at = TextScan.Blanks(text, at);
        return at >= text.Length || TextScan.IsBreak(text[at]);
    }

    /// <summary>2.效益 above 社会效益：…: a marked word alone in its line heads the heading below it.</summary>
    public bool NameHeads(int at) => _names.Named(at) is { } below && below.Name.Rank == HeadingRank.Level2
        && below.End < text.Length && (below.Whole || text[below.End] == ':');

    /// <summary>成本 每年财政补助 1000万元: behind the word stand a name and its target, so it heads them.</summary>
    public bool FieldFollows(int at)
    {
        var end = at;
        while (end < text.Length && !TextScan.IsBreak(text[end])) end++;
        var blank = text.AsSpan(at, end - at).TrimEnd().LastIndexOf(' ');
        return blank > 1 && text.AsSpan(at, blank).ContainsAnyInRange('\u4E00', '\u9FFF');
    }

    /// <summary>服务对象满意度：学生家长满意度 ≥92%: words behind the colon; in 服务对象满意度：≥92% none stand there.</summary>
    public bool HeadsName(int at)
    {
        if (at >= text.Length || text[at] != ':') return false;
        var name = TextScan.Blanks(text, at + 1);
        return name + 1 < text.Length && TextScan.IsHan(text[name]) && TextScan.IsHan(text[name + 1])
            && !Targets.ResultWords.IsResult(text[name..Math.Min(text.Length, name + 2)]);
    }

    /// <summary>满意度⇥群众满意度⇥≥95%: a later column of the line names something; in 受益对象满意度⇥%⇥≥⇥95 none does.</summary>
    public bool NameFollows(int at)
    {
        while (at < text.Length && !TextScan.IsBreak(text[at]))
        {
            var from = at;
            while (from < text.Length && text[from] is '\t' or ' ') from++;
            at = from;
            while (at < text.Length && text[at] != '\t' && !TextScan.IsBreak(text[at])) at++;
            var isOperator = Targets.OperatorReader.IsWord(text.AsSpan(from, at - from).TrimEnd());
            if (at == from || isOperator || Targets.MeasureUnits.Read(text, from, at) == at) continue;
            return at - from > 1 && !char.IsAsciiDigit(text[from]) && text.AsSpan(from, at - from).ContainsAnyInRange('\u4E00', '\u9FFF');
        }

        return false;
    }

    /// <summary>≥95%, 300场: a sign or a figure, and no list mark.</summary>
    public bool TargetFollows(int at) => at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '≥' or '≤' or '>' or '<' or '=')
        && ListMarkReader.Read(text, at).Length == 0;

    /// <summary>«数量指标完成率»: the words are part of a name.</summary>
    public bool GoesOnAsPhrase(int at)
    {
        foreach (var word in PhraseStarts)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return true;
        }

        return false;
    }
}
