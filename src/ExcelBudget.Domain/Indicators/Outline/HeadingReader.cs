namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// Recognises headings in folded text: by name, by what stands around the name, and never by name alone, since 质量 and 满意度 are words of
/// indicators too.
/// </summary>
internal sealed class HeadingReader(string text)
{
    private const int LongestUnknownName = 14;
    private const int LongestRunOnStem = 3;
    private readonly HashSet<string> _runOn = [];
    private readonly HeadingNames _names = new(text);
    private readonly BehindHeading _behind = new(text);
    private bool _areBetweenCommas;
    private bool _areBare;
    private bool _isUnderBenefit;
    private HeadingName? _inForce;
    private const string Joints = "-/·>→.";

    /// <summary>True when the last heading was 满意度指标: what then begins with 满意度 is an indicator.</summary>
    public bool IsUnderSatisfaction { get; set; }

    /// <summary>The heading last taken: 服务对象满意度 right behind 服务对象满意度指标 is the name of an indicator.</summary>
    public HeadingName? InForce
    {
        get => _inForce;
        set
        {
            _inForce = value;
            if (value is { Rank: not HeadingRank.Unknown }) _isUnderBenefit = value.Name == HeadingName.Benefit
                || value.Parents.Contains(HeadingName.Benefit, StringComparer.Ordinal);
        }
    }

    /// <summary>The heading that begins at a place; null when none does.</summary>
    public Heading? Read(int at, Boundary boundary)
    {
        var mark = ListMarkReader.Read(text, at);
        if (mark.Length == 0 && boundary >= Boundary.Blank) mark = _names.PlainNumber(at);
        // 一是数量指标，…。二是质量指标，…
        if (mark.Length == 0 && at + 1 < text.Length && text[at + 1] == '是' && text[at] is '一' or '二' or '三' or '四' or '五' or '六')
            mark = new ListMark(MarkStyle.None, 0, null, 2);
        if (mark.Style is MarkStyle.Bullet or MarkStyle.Labelled) mark = mark with { Style = MarkStyle.None };
        var start = TextScan.Blanks(text, at + mark.Length);
        var body = _names.SkipPrefix(_names.SkipRankLabel(start));
        var opened = body < text.Length && text[body] is '[' or '“' or '「';
        if (opened) body = TextScan.Blanks(text, body + 1);
        else if (_names.IsInBrackets(body) || (boundary == Boundary.Heading && _names.HoldsLevel(body))
            || (boundary == Boundary.Line && _names.IsStemInBrackets(body)))
        {
            (opened, body) = (true, body + 1);
        }
        var named = _names.Named(body);
        // 产出指栋: the half of the word is not the whole
        if (named is { Malformed: true, Whole: false } && boundary >= Boundary.Heading && _names.Misspelt(body) is { } whole)
            return Misspelt(at, mark, opened, whole);
        if (named is { } found)
        {
            found = found with { Whole = found.Whole || _names.IsExpected(body, found) };
            if (Judge(at, boundary, mark, opened, found) is { } heading) return heading;
        }

        if (boundary >= Boundary.Heading && _names.Misspelt(body) is { } slip) return Misspelt(at, mark, opened, slip);
        if (_isUnderBenefit && boundary == Boundary.Line && _names.BareBenefit(start) is { } bare)
            return new Heading(bare.Name, mark, at, AfterColon(TextScan.Blanks(text, bare.End)));
        if (named is not null) return null;
        return mark.Style is MarkStyle.Chinese or MarkStyle.ChineseInBrackets ? Unknown(at, mark, start) : null;
    }

    /// <summary>社会效益指际：</summary>
    private Heading Misspelt(int at, ListMark mark, bool opened, FoundName slip)
    {
        var end = slip.End;
        if (opened && end < text.Length && text[end] is ']' or '”' or '」' or ')') end++;
        var next = TextScan.Blanks(text, end);
        return new Heading(slip.Name, mark, at, next < text.Length && text[next] == ':' ? AfterColon(next) : end) { IsMalformed = true };
    }

    /// <summary>（五）其他指标： is printed as a heading, whatever it means.</summary>
    private Heading? Unknown(int at, ListMark mark, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestUnknownName && TextScan.IsHan(text[end])) end++;
        if (end - start < 4 || string.CompareOrdinal(text, end - 2, "指标", 0, 2) != 0) return null;
        var next = TextScan.Blanks(text, end);
        var name = text[start..end];
        var isHeading = next >= text.Length || text[next] == ':' || TextScan.IsBreak(text[next]);
        return isHeading
            ? new Heading(new HeadingName(name[..^2], name, HeadingRank.Unknown), mark, at,
                next < text.Length && text[next] == ':' ? AfterColon(next) : end)
            : null;
    }

    /// <summary>True for a place directly behind a whole target: «≥95%质量指标» in texts without any break.</summary>
    private bool EndsTarget(int at)
    {
        if (at == 0) return true;
        if (text[at - 1] is '%' or ')' or '”' || char.IsAsciiDigit(text[at - 1]) || Targets.ResultWords.EndsBefore(text, at)) return true;
        for (var back = at - 1; back >= 0 && at - back <= 4; back--)
        {
            if (char.IsAsciiDigit(text[back])) return true;
        }

        return false;
    }

    /// <summary>影响长远生态环境成本指标提升绿化水平: in a text without any break the full name of a heading is one, once.</summary>
    private bool IsRunOn(FoundName found, int next) =>
        found is { Whole: true, Malformed: false } && found.Name.Stem.Length >= LongestRunOnStem && !_behind.GoesOnAsPhrase(next)
            && text.AsSpan().IndexOfAny('\n', Markup.Glyphs.Paragraph) < 0 && _runOn.Add(found.Name.Stem);

    private Heading? Judge(int at, Boundary boundary, ListMark mark, bool opened, FoundName found)
    {
        // （一）服务对象满意度指标 above 1.服务对象满意度≥90%: the words are the indicator's name
        if (!found.Whole && mark.Style is not (MarkStyle.Chinese or MarkStyle.ChineseInBrackets) && InForce?.Name == found.Name.Name
            && found.Name.Name.EndsWith(HeadingName.Satisfaction, StringComparison.Ordinal) && !_behind.HeadsName(found.End)) return null;
        var end = found.End;
        var isEnclosed = opened && end < text.Length && text[end] is ']' or '”' or '」' or ')';
        if (isEnclosed) (end, found) = (end + 1, found with { Whole = true });
        end = SkipWeight(end);
        var next = TextScan.Blanks(text, end);
        var closing = next >= text.Length ? '\n' : text[next];
        var joins = Joins(at, closing, next, boundary, found);
        var opensChain = opened && (joins || isEnclosed);
        var isRunOn = boundary == Boundary.None && mark.Length == 0 && !opened && !joins && closing != ']' && IsRunOn(found, next);
        if (isRunOn) return new Heading(found.Name, mark, at, closing == ':' ? AfterColon(next) : end);
        if (!opensChain && !isEnclosed && mark.Length == 0 && boundary == Boundary.None && !EndsTarget(at)
            && !(found.Whole && _names.AnotherFollows(next)))
        {
            return null;
        }
        var closesChain = closing == ']' && boundary == Boundary.Heading;
        if (!isEnclosed && !joins && !closesChain && !IsCopula(next, boundary, found)
            && !Accepts(boundary, mark, found, end, next, closing))
        {
            return null;
        }
        var isListed = (closing is ';' or ',' or '。' && found.Whole && boundary != Boundary.None)
            || (closing == '。' && mark.Style != MarkStyle.None);
        var behind = closing == ':'
            ? AfterColon(next)
            : joins ? JointEnd(next)
            : closesChain || isListed || closing == ',' && !found.Whole || IsCopula(next, boundary, found) ? next + 1
            : end;
        return new Heading(found.Name, mark, at, behind) { IsMalformed = found.Malformed };
    }

    /// <summary>数量指标为举办推介会4场: a heading in a sentence.</summary>
    private bool IsCopula(int next, Boundary boundary, FoundName found) =>
        found.Whole && boundary != Boundary.None && next + 1 < text.Length && text[next] == '为' && !TextScan.IsSpace(text[next + 1])
            && !TextScan.IsSpace(text[next - 1]);

    private bool Accepts(Boundary boundary, ListMark mark, FoundName found, int end, int next, char closing)
    {
        var isChineseMark = mark.Style is MarkStyle.Chinese or MarkStyle.ChineseInBrackets;
        var isMarked = mark.Style != MarkStyle.None;
        var placed = boundary >= Boundary.Blank || isChineseMark || (found.Whole && mark.Length == 0);
        if (!placed) return false;
        if (closing is ';' or ',' or '。' && found.Whole && boundary >= Boundary.Punctuation) return true;
        var isBracketed = closing == '(' && (found.Whole ? _names.IsInBrackets(next) || _names.HoldsLevel(next) : _names.HoldsLevel(next));
        if (isBracketed && (found.Whole || found.Name.Rank != HeadingRank.Level2)) return true;
        if (closing == '。' && !found.Whole && isMarked && boundary == Boundary.Line && found.Name.Rank != HeadingRank.Unknown
            && next + 1 < text.Length && !TextScan.IsBreak(text[next + 1])) return true;
        if (closing != '\t' && next > end && !found.Whole && !isMarked && boundary == Boundary.Line
            && (_behind.TargetFollows(next) ? _areBare && _behind.IsAlone(next) : _behind.FieldFollows(next))) return _areBare = true;
        if (closing == ',' && !found.Whole && (isChineseMark || (boundary == Boundary.Line && mark.Length == 0))) return true;
        if (closing == ',' && !found.Whole && next == end && mark.Length == 0 && EndsInComma(boundary, found, next)) return true;
        if (closing == ':')
        {
            var headsMarked = isMarked && (isChineseMark || !HeadsItsOwnTarget(found, next + 1));
            return found.Whole || found.Malformed || headsMarked
                || (boundary >= Boundary.Punctuation && !HeadsItsOwnTarget(found, next + 1))
                || boundary == Boundary.Blank && found.Name.JoinedLevel1 is not null;
        }
        if (!found.Whole && boundary == Boundary.Heading
            && string.CompareOrdinal(text, end, found.Name.Stem, 0, found.Name.Stem.Length) == 0)
        {
            return true;
        }
        if (TextScan.IsBreak(closing))
        {
            return found.Whole || found.Malformed || isChineseMark || (boundary >= Boundary.Heading && !isMarked)
                || (boundary == Boundary.Line && _behind.NameHeads(TextScan.Spaces(text, next)));
        }
        if (!found.Whole && closing == '\t' && !isMarked && _behind.NameFollows(next)
            && !(IsUnderSatisfaction && found.Name.Rank == HeadingRank.Either))
        {
            return true;
        }
        if (!found.Whole && boundary == Boundary.Heading && found.Name.Name == HeadingName.ServedSatisfaction && next > end
            && !_behind.TargetFollows(next))
        {
            return true;
        }
        if (!found.Whole && !found.Malformed)
        {
            return isChineseMark && (next > end || _behind.TargetFollows(next)) && found.Name.Rank != HeadingRank.Unknown;
        }
        if (found.Malformed) return isChineseMark;
        if (next > end && closing != '\t')
        {
            return isChineseMark || !isMarked || _names.AnotherFollows(next) || ListMarkReader.Read(text, next).Length > 0;
        }
        return closing == '\t' || isChineseMark || _names.AnotherFollows(next) || _behind.TargetFollows(next)
            || ListMarkReader.Read(text, next).Length > 0
            || (mark.Length == 0 && (boundary is Boundary.None or Boundary.Heading or Boundary.Line) && !_behind.GoesOnAsPhrase(next));
    }

    /// <summary>产出：数量，培训3场，质量，合格率98%: levels between commas, the first of them right behind level 1.</summary>
    private bool EndsInComma(Boundary boundary, FoundName found, int at)
    {
        if (found.Name.Rank == HeadingRank.Level1 || at < found.End) return false;
        if (boundary == Boundary.Heading) _areBetweenCommas = true;
        return boundary == Boundary.Heading || (_areBetweenCommas && boundary == Boundary.Punctuation);
    }

    /// <summary>«满意度：≥95%» on a line of its own is an indicator, not a heading over a nameless one.</summary>
    private bool HeadsItsOwnTarget(FoundName found, int at) =>
        IsUnderSatisfaction && !found.Whole && found.Name.Name.EndsWith(HeadingName.Satisfaction, StringComparison.Ordinal)
            && _behind.TargetFollows(TextScan.Blanks(text, at));

    /// <summary>产出指标-数量指标-培训人次: a dash between levels.</summary>
    private bool Joins(int at, char closing, int next, Boundary boundary, FoundName found) =>
        Joints.Contains(closing, StringComparison.Ordinal)
            && ((boundary == Boundary.Heading || EndsSentence(at)) && (found.Whole || IsBehindJoint(at))
                || _names.Named(TextScan.Blanks(text, JointEnd(next))) is not null);

    /// <summary>产出-数量-建文化广场-8个: a level behind the dash of another.</summary>
    private bool IsBehindJoint(int at) => at > 0 && Joints.Contains(text[at - 1], StringComparison.Ordinal);

    /// <summary>…15台；质量指标-完好率≥98%: the next level of the chain, behind a sentence.</summary>
    private bool EndsSentence(int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at > 0 && text[at - 1] is ';' or '。';
    }

    /// <summary>产出指标——数量指标: a dash is often two.</summary>
    private int JointEnd(int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] == text[at]) end++;
        return end;
    }

    /// <summary>«产出指标（50分）», «数量指标（或建筑规模指标）»: a weight or another name belongs to the heading.</summary>
    private int SkipWeight(int at)
    {
        var open = TextScan.Blanks(text, at);
        if (open >= text.Length || text[open] != '(') return at;
        var window = text.AsSpan(open, Math.Min(24, text.Length - open));
        var close = window.IndexOf(')');
        if (close < 2) return at;
        var inside = window[1..close];
        return inside.IndexOf('分') >= 0 || inside.IndexOf("权重") >= 0 || inside.StartsWith("单位")
            || inside.StartsWith("必填") || inside.StartsWith("选填")
            || (inside.EndsWith("指标") && !_names.IsInBrackets(open))
            ? open + close + 1
            : IsScore(inside, open + close + 1) ? open + close + 2
            : at;
    }

    /// <summary>(0-20)分</summary>
    private bool IsScore(ReadOnlySpan<char> inside, int at) =>
        at < text.Length && text[at] == '分' && inside.Length > 0 && char.IsAsciiDigit(inside[0]) && char.IsAsciiDigit(inside[^1]);

    private int AfterColon(int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is ':' or ']') end++;
        return end;
    }
}
