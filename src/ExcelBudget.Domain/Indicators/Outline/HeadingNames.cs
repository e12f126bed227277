namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>A name of the framework as found in a text.</summary>
/// <param name="Name">Which.</param>
/// <param name="End">Where its words end.</param>
/// <param name="Whole">True with the word 指标 or 类 behind it.</param>
/// <param name="Malformed">True where that word is torn: 数量指.</param>
internal readonly record struct FoundName(HeadingName Name, int End, bool Whole, bool Malformed);

/// <summary>Says which name of the framework stands at a place, with the words and marks that forms print around it.</summary>
internal sealed class HeadingNames(string text)
{
    private const string Expected = "预期";
    private const int LongestWord = 16;
    private static readonly KeyValuePair<string, string>[] BareBenefits = [.. Vocabulary.Pairs("bareBenefitHeadings")];
    private static readonly string[] Reports = Vocabulary.Of("reportHeadings");
    private static readonly string[] Prefixes = Vocabulary.Of("headingPrefixes");

    /// <summary>True for （数量指标）.</summary>
    public bool IsInBrackets(int at) => at < text.Length && text[at] == '(' && Named(at + 1) is { Whole: true } inside
        && inside.End < text.Length && text[inside.End] == ')';

    /// <summary>产出（数量）：培训人数: level 2 in brackets behind level 1.</summary>
    public bool HoldsLevel(int at)
    {
        if (at >= text.Length || text[at] != '(' || Named(at + 1) is not { } inside) return false;
        if (inside.End >= text.Length || text[inside.End] != ')' || inside.Name.Rank == HeadingRank.Level1) return false;
        var behind = inside.End + 1;
        return behind >= text.Length || text[behind] == ':' || TextScan.IsSpace(text[behind]);
    }

    /// <summary>（数量）编印文史资料 1200册, （时效）…: level 2 in brackets at the beginning of a line.</summary>
    public bool IsStemInBrackets(int at) => at < text.Length && text[at] == '('
        && Named(at + 1) is { Name.Rank: not HeadingRank.Level1 } inside && inside.End < text.Length && text[inside.End] == ')';

    /// <summary>经济：, 社会：, 生态： below 效益; null for other words.</summary>
    public FoundName? BareBenefit(int at)
    {
        foreach (var (stem, whole) in BareBenefits)
        {
            if (string.CompareOrdinal(text, at, stem, 0, stem.Length) != 0) continue;
            var end = at + stem.Length;
            var next = TextScan.Blanks(text, end);
            return next < text.Length && text[next] == ':' && LevelByStem(whole) is { } name
                ? new(name, end, Whole: false, Malformed: false) : null;
        }

        return null;
    }

    private static HeadingName? LevelByStem(string stem) => HeadingName.All.FirstOrDefault(name => name.Stem == stem);

    /// <summary>A name with one sign wrong that stands alone before a colon or in its line; null for other words.</summary>
    public FoundName? Misspelt(int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestWord && TextScan.IsHan(text[end])) end++;
        if (end - at < 3) return null;
        var next = TextScan.Blanks(text, end);
        var isAlone = next >= text.Length || text[next] is ':' or '\t' or ']' || TextScan.IsBreak(text[next]);
        return isAlone && MisspeltNames.Find(text.AsSpan(at, end - at)) is { } name ? new(name, end, Whole: true, Malformed: true) : null;
    }

    /// <summary>«1 产出指标» and «1.1 数量指标»: before a whole heading a number and a blank are a mark.</summary>
    public ListMark PlainNumber(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 6 && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        var name = TextScan.Blanks(text, end);
        if (end == at || !char.IsAsciiDigit(text[end - 1]) || Named(name) is not { } named) return default;
        // 1 产出：
        var isHeaded = named.Whole || (name > end && named.End < text.Length && text[named.End] == ':');
        if (!isHeaded) return default;
        var isNested = text.AsSpan(at, end - at).Contains('.');
        return name == end && !isNested
            ? default
            : new ListMark(isNested ? MarkStyle.Decimal : MarkStyle.Arabic, 0, text[at..end], name - at);
    }

    /// <summary>预期产出指标, 年度绩效产出指标: words before the name that say nothing of the level.</summary>
    public int SkipPrefix(int at)
    {
        foreach (var word in Prefixes)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0 || Named(at + word.Length) is not { } named) continue;
            // 预期产出 数量指标: the form's own word for the level
            if (named.Whole || (word == Expected && named.Name.Rank == HeadingRank.Level1 && AnotherFollows(named.End)))
                return at + word.Length;
        }

        return at;
    }

    /// <summary>True for 预期产出 above 数量指标: the word 指标 may be missing.</summary>
    public bool IsExpected(int body, FoundName found) => found.Name.Rank == HeadingRank.Level1 && body >= Expected.Length
        && string.CompareOrdinal(text, body - Expected.Length, Expected, 0, Expected.Length) == 0 && AnotherFollows(found.End);

    /// <summary>一级指标： before a name.</summary>
    public int SkipRankLabel(int at)
    {
        // （1）一级：产出指标，二级：数量指标
        if (at + 3 < text.Length && text[at] is '一' or '二' && text[at + 1] == '级' && text[at + 2] == ':')
            return TextScan.Blanks(text, at + 3);
        if (at + 4 > text.Length || text[at] is not ('一' or '二') || string.CompareOrdinal(text, at + 1, "级指标", 0, 3) != 0) return at;
        var end = TextScan.Blanks(text, at + 4);
        return end < text.Length && text[end] == ':' ? TextScan.Blanks(text, end + 1) : end;
    }

    /// <summary>The name that stands at a place, the longest; null when none does.</summary>
    public FoundName? Named(int at)
    {
        if (at >= text.Length) return null;
        foreach (var name in HeadingName.BeginningWith(text[at]))
        {
            if (TextScan.Match(text, at, name.Stem) is not (> 0 and var end)) continue;
            if (Words(end) is > 0 and var told) return new(name, told, Whole: true, Malformed: false);
            if (TextScan.Match(text, end, "类指标") is > 0 and var kind) return new(name, kind, Whole: true, Malformed: false);
            if (TextScan.Match(text, end, "指标") is > 0 and var whole)
            {
                var isDoubled = IsDoubled(whole);
                return new(name, isDoubled ? whole + 1 : Numbered(whole), Whole: true, Malformed: isDoubled);
            }
            // 数量上，消杀160万平方米；质量上，…
            var isTold = end + 1 < text.Length && text[end] == '上' && text[end + 1] == ',';
            if (isTold) return new(name, end + 1, Whole: true, Malformed: false);
            if (TextScan.Match(text, end, "目标") is > 0 and var aim && EndsHeading(aim))
            {
                return new(name, aim, Whole: true, Malformed: false);
            }
            if (TextScan.Match(text, end, "值") is > 0 and var slip && EndsHeading(slip))
            {
                return new(name, slip, Whole: true, Malformed: true);
            }
            if (TextScan.Match(text, end, "类") is > 0 and var sort && EndsHeading(sort))
            {
                return new(name, sort, Whole: true, Malformed: false);
            }
            if (TextScan.Match(text, end, "指") is > 0 and var half) return new(name, half, Whole: false, Malformed: true);
            return new(name, end, Whole: false, Malformed: false);
        }

        return null;
    }

    /// <summary>
    /// 产出指标完成情况分析, 数量指标完成情况：: what a report of results puts behind the name of a level, where the heading ends there; 0 without it.
    /// </summary>
    private int Words(int end)
    {
        var behind = string.CompareOrdinal(text, end, "指标", 0, 2) == 0 ? end + 2 : end;
        foreach (var word in Reports)
        {
            if (string.CompareOrdinal(text, behind, word, 0, word.Length) != 0) continue;
            return EndsReport(behind + word.Length) ? behind + word.Length : 0;
        }

        return 0;
    }

    /// <summary>数量指标完成情况良好 goes on; before a colon, a stop or the end of its line the heading ends.</summary>
    private bool EndsReport(int at) => TextScan.Blanks(text, at) is var next
        && (next >= text.Length || text[next] is ':' or '。' || TextScan.IsBreak(text[next]));

    /// <summary>质量指标标：</summary>
    private bool IsDoubled(int at) => at < text.Length && text[at] == '标'
        && (at + 1 == text.Length || text[at + 1] is ':' or ' ' or '\t' || TextScan.IsBreak(text[at + 1]));

    /// <summary>数量指标1：: the number of its first indicator belongs to the heading.</summary>
    private int Numbered(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end])) end++;
        return end > at && end < text.Length && text[end] == ':' ? end : at;
    }

    /// <summary>数量目标： and 产出类： are headings only before a colon, a bracket or the end of their line.</summary>
    private bool EndsHeading(int at)
    {
        var next = TextScan.Blanks(text, at);
        return next >= text.Length || next > at || text[next] is ':' or '\t' or ']' or '-' or '(' || TextScan.IsBreak(text[next]);
    }

    /// <summary>True where a whole heading stands at a place, behind its mark.</summary>
    public bool AnotherFollows(int at)
    {
        var mark = ListMarkReader.Read(text, at);
        return Named(SkipRankLabel(TextScan.Blanks(text, at + mark.Length))) is { Whole: true };
    }
}
