using System.Buffers;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Cuts the text of a cell into headings and items. One pass; what stands between the parts is blanks and joiners.</summary>
internal sealed class OutlineReader(string text)
{
    private const string HeadingStarts = "一二三四五六七八九十(产效满成数质时经社生环可服受公[“「";
    private const int LongestNote = 14;
    private static readonly string[] ColumnLabels = Vocabulary.Of("columnLabels");

    private static readonly string[] HeaderStarts = Vocabulary.Of("headerStarts");

    private static readonly string[] Scorings = Vocabulary.Of("scorings");

    private static readonly HashSet<string> Bases = new(Vocabulary.Of("bases"), StringComparer.Ordinal);

    private static readonly string[] Remarks = Vocabulary.Of("remarkLines");

    private static readonly SearchValues<char> LineStarts = SearchValues.Create([.. Remarks.Concat(HeaderWords.LineStarts)
        .Select(word => word[0]).Distinct()]);

    private readonly HeadingReader _headings = new(text);
    private int _headerEnd = -1;
    private readonly MarkSequence _marks = new(text);
    private readonly List<OutlinePart> _parts = [];
    private ItemPart? _open;

    /// <summary>The levels that stand behind the indicators; null where they stand before them.</summary>
    public TrailingLevels? Behind { get; init; }

    /// <summary>The parts in order.</summary>
    public List<OutlinePart> Read() => Read(0, text.Length);

    /// <summary>The parts between two places.</summary>
    public List<OutlinePart> Read(int start, int end)
    {
        var boundary = Boundary.Line;
        for (var at = start; at < end;)
        {
            if (TextScan.IsBreak(text[at])) (at, boundary) = (CloseAt(at) + 1, Boundary.Line);
            else if (text[at] is ' ' or '\t') (at, boundary) = (at + 1, boundary >= Boundary.Blank ? boundary : Boundary.Blank);
            else (at, boundary) = Take(at, boundary);
        }

        CloseAt(end);
        return _parts;
    }

    private (int At, Boundary Boundary) Take(int at, Boundary boundary)
    {
        if (text[at] == Targets.LiteralReader.Open && Targets.LiteralReader.Skip(text, at) is var quoted && quoted > at)
        {
            _open ??= new ItemPart(at, at, default, at);
            return (quoted, Boundary.None);
        }

        if (Behind?.At(at) is { } levels)
        {
            if (_open is not null) _open = _open with { Levels = levels };
            return (AddLabel(at, levels[^1].End), Boundary.Line);
        }

        if (MayHead(at, boundary) && _headings.Read(at, boundary) is { } heading) return (AddHeading(heading), Boundary.Heading);
        if (boundary == Boundary.Line && LabelledLine(at) is > 0 and var line) return (AddLabel(at, line), Boundary.Heading);
        if (boundary != Boundary.None && boundary != Boundary.Punctuation && Label(at) is > 0 and var label)
        {
            return (AddLabel(at, label), Boundary.Heading);
        }
        if (boundary == Boundary.Blank && Math.Max(ScoringEnd(at), BasisEnd(at)) is > 0 and var scored)
            return (AddLabel(at, scored), Boundary.Blank);
        if (DescriptionEnd(at, boundary) is > 0 and var described)
        {
            _open = _open! with { IsDescribed = true };
            return (AddLabel(at, described), Boundary.Blank);
        }

        var mark = MarkAt(at, boundary);
        if (_marks.Accepts(mark, at, boundary)) return (Open(at, mark), Boundary.None);
        _open ??= new ItemPart(at, at, default, at);
        var isJoiner = text[at] is ',' or '、' or ';' or '。' or ':' or '!';
        return (at + 1, isJoiner ? Boundary.Punctuation : Boundary.None);
    }

    private bool MayHead(int at, Boundary boundary) =>
        boundary >= Boundary.Blank ? !TextScan.IsSpace(text[at]) : HeadingStarts.Contains(text[at], StringComparison.Ordinal);

    private ListMark MarkAt(int at, Boundary boundary)
    {
        var mark = ListMarkReader.Read(text, at);
        if (mark.Style != MarkStyle.None || boundary < Boundary.Heading || text[at] is not ('-' or '*' or '>')) return mark;
        var end = at + 1;
        while (end < text.Length && text[end] == text[at]) end++;
        return end < text.Length && !char.IsAsciiDigit(text[end]) ? new ListMark(MarkStyle.Bullet, 0, "", end - at) : mark;
    }

    /// <summary>A header of a column: 一级指标, 指标值, alone in its cell or before a colon.</summary>
    private int Label(int at)
    {
        // whatever stands in the line of the headers is one
        if (at < _headerEnd) return CellEnd(at);
        foreach (var label in ColumnLabels)
        {
            if (string.CompareOrdinal(text, at, label, 0, label.Length) != 0) continue;
            var end = TextScan.Blanks(text, NoteEnd(at + label.Length));
            if (end >= text.Length || text[end] == '\t' || TextScan.IsBreak(text[end]) || end > at + label.Length)
            {
                if (HeaderStarts.Contains(label) && end < text.Length && text[end] == '\t') _headerEnd = LineEnd(at);
                return NoteEnd(at + label.Length);
            }
            if (text[end] == ':' && (label is "指标" or "三级" or "三级指标" or "指标名称" or "绩效指标" or "指标内容" || _open is null)) return end + 1;
        }

        return 0;
    }

    /// <summary>
    /// The end of a line that is no part of the list: 填表说明：…, and 绩效指标 预期指标值, the headers of columns; 0 for another line.
    /// </summary>
    private int LabelledLine(int at)
    {
        if (!LineStarts.Contains(text[at]) || (at + 1 < text.Length && text[at + 1] == '、')) return 0;
        var end = LineEnd(at);
        var said = text.AsSpan(at, end - at);
        foreach (var remark in Remarks)
        {
            if (said.StartsWith(remark, StringComparison.Ordinal) && said[remark.Length..].TrimStart(' ') is [':', ..]) return end;
        }

        var heads = 0;
        for (var from = at; from < end; from = BehindSigns(from, end))
        {
            var to = from;
            while (to < end && !TextScan.IsSpace(text[to]) && !Divides(text[to])) to++;
            var some = Math.Max(HeaderWords.Glued(text.AsSpan(from, to - from)), HeaderWords.Read(text, from, to) is null ? 0 : 1);
            if (some == 0) return 0;
            (heads, from) = (heads + some, to);
        }

        return heads > 1 ? end : 0;
    }

    /// <summary>一级指标,二级指标,指标名称,指标值: signs between the heads of columns.</summary>
    private static bool Divides(char sign) => sign is ',' or ';' or '|';

    private int BehindSigns(int at, int end)
    {
        while (at < end && (TextScan.IsSpace(text[at]) || Divides(text[at]))) at++;
        return at;
    }

    /// <summary>指标名称（三级指标）: another name of the column in brackets.</summary>
    private int NoteEnd(int at)
    {
        if (at >= text.Length || text[at] != '(') return at;
        var close = text.IndexOf(')', at, Math.Min(LongestNote, text.Length - at));
        return close > 0 && Array.Exists(ColumnLabels, label => text.AsSpan(at + 1, close - at - 1).SequenceEqual(label)) ? close + 1 : at;
    }

    private int LineEnd(int at)
    {
        while (at < text.Length && !TextScan.IsBreak(text[at])) at++;
        return at;
    }

    private int CellEnd(int at)
    {
        while (at < text.Length && text[at] != '\t' && !TextScan.IsBreak(text[at])) at++;
        return at;
    }

    /// <summary>≥1000亩 完成得满分，每少1%扣0.5分: how points are given, to the end of the line; 0 when these words are none of that.</summary>
    private int ScoringEnd(int at)
    {
        if (_open is null) return 0;
        var word = at;
        while (word < text.Length && !TextScan.IsSpace(text[word]) && !TextScan.IsBreak(text[word])) word++;
        var said = text.AsSpan(at, word - at);
        foreach (var scoring in Scorings)
        {
            if (said.Contains(scoring, StringComparison.Ordinal)) return CellEnd(at);
        }

        var minus = said.IndexOf('扣');
        return minus >= 0 && minus + 1 < said.Length && char.IsAsciiDigit(said[minus + 1]) ? CellEnd(at) : 0;
    }

    /// <summary>≥500人 计划标准: where the target comes from, in a column of its own; 0 when these words are none of that.</summary>
    private int BasisEnd(int at)
    {
        if (_open is null) return 0;
        var word = at;
        while (word < text.Length && !TextScan.IsSpace(text[word]) && !TextScan.IsBreak(text[word])) word++;
        return Bases.Contains(text[at..word]) ? word : 0;
    }

    /// <summary>≥200人 反映培训开展情况: what the indicator is for, in words without a figure; 0 when these words are none of that.</summary>
    private int DescriptionEnd(int at, Boundary boundary)
    {
        if (_open is null || boundary is not (Boundary.Blank or Boundary.Punctuation)) return 0;
        var (word, limit) = (at, Math.Min(text.Length, at + Description.Longest + 1));
        while (word < limit && !TextScan.IsSpace(text[word]) && text[word] is not (';' or '。')) word++;
        if (!Description.Is(text.AsSpan(at, word - at))) return 0;
        // behind a comma the words end their line, or they are part of a sentence
        var next = word;
        while (next < text.Length && text[next] is ' ' or '\t' or ';' or '。') next++;
        return boundary == Boundary.Blank || next == text.Length || TextScan.IsBreak(text[next]) ? word : 0;
    }

    private int AddHeading(Heading heading)
    {
        CloseAt(heading.Start);
        _parts.Add(new HeadingPart(heading));
        _marks.Restart();
        _headings.InForce = heading.Name;
        _headings.IsUnderSatisfaction = heading.Name.Name.EndsWith(HeadingName.Satisfaction, StringComparison.Ordinal);
        return heading.End;
    }

    private int AddLabel(int at, int end)
    {
        CloseAt(at);
        _parts.Add(new LabelPart(at, end));
        return end;
    }

    private int Open(int at, ListMark mark)
    {
        CloseAt(at);
        var follows = _marks.Take(mark);
        _open = new ItemPart(at + mark.Length, at + mark.Length, mark, at) { BreaksNumbering = !follows };
        return at + mark.Length;
    }

    private int CloseAt(int end)
    {
        if (_open is { } item) _parts.Add(item with { End = Math.Max(end, item.Start) });
        _open = null;
        return end;
    }
}
