using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Joins lines that only a narrow column broke, so that words are whole again. Breaks that separate items stay.</summary>
internal sealed class LineJoining
{
    private const int NarrowestColumn = 14;
    private const string Joinable = "、，,≥≤<>=（(《:";
    private static readonly string[] Introducers = Vocabulary.Of("introducers");
    private static readonly string[] TargetLabels = Vocabulary.Of("targetLabels");

    private readonly CellText _cell;
    private readonly string _text;
    private readonly bool _isTagged;
    private readonly PrintedLines _lines;
    private readonly TargetLines _targets;
    private readonly Dictionary<int, char> _joints = [];

    private LineJoining(CellText cell)
    {
        (_cell, _text) = (cell, cell.Folded);
        _isTagged = _text.Contains(Glyphs.Paragraph, StringComparison.Ordinal);
        _lines = new PrintedLines(cell);
        _targets = new TargetLines(cell, _lines);
    }

    /// <summary>The text with its lines joined.</summary>
    public static CellText Join(CellText cell) =>
        cell.Folded.Contains(Glyphs.Line, StringComparison.Ordinal) ? new LineJoining(cell).Join() : cell;

    private CellText Join()
    {
        var full = FullWidth();
        var targets = new HashSet<int>();
        foreach (var name in new LinePairs(_lines, _targets).Names())
        {
            _joints[_lines[name].End] = '\t';
            targets.Add(name + 1);
        }

        for (var line = 0; line + 1 < _lines.Count; line++)
        {
            var (start, end) = _lines[line];
            if (end >= _text.Length || _text[end] != Glyphs.Line || end == start || _joints.ContainsKey(end) || targets.Contains(line))
                continue;
            var isSaid = _lines[line + 1].End > _lines[line + 1].Start;
            if (isSaid && TearsFigure(line, full)) _joints[end] = '\0';
            else if (isSaid && GoesOn(line, full)) _joints[end] = NeedsBlank(end - 1, _lines[line + 1].Start) ? ' ' : '\0';
            else if (isSaid && (_targets.GoesOn(line) || _targets.TearsSentence(line))) _joints[end] = '\0';
            else if (_targets.IsLacking(line) && NextSpoken(line) is > 0 and var next && _targets.IsAlone(next)) JoinOver(line, next);
        }

        return _joints.Count == 0 ? _cell : _cell.Replace(at => _joints.TryGetValue(at, out var sign) ? sign : null);
    }

    private bool GoesOn(int line, int full)
    {
        var (last, first, end) = (_lines.Last(line), _lines.First(line + 1), _lines[line + 1].End);
        if (_lines.IsEmpty(line + 1) || last < _lines[line].Start) return false;
        if (TearsWord(last, first)) return true;
        if (_lines.Head(line + 1) is not null || _lines.Head(line)?.End >= last) return false;
        if (IsLabelled(first)) return true;
        if (_text[first] is '≥' or '≤' or '=' or '>' or '<') return !NamesItself(first, _lines.Last(line + 1) + 1);
        if (EndsInIntroducer(line, last)) return true;
        if (_lines.IsMarked(line + 1) || IsMark(first, end)) return false;
        // where tags separate, a line break of the source means nothing
        if (_isTagged) return true;
        if (_text[last] is '。' or ';' or '!') return false;
        if (_text[first] is ',' or '、' or ')' or '%' or '》' || Joinable.Contains(_text[last], StringComparison.Ordinal)) return true;
        if (char.IsAsciiDigit(_text[last]) && EndsFigure(first, end, _lines.Last(line + 1) + 1)) return true;
        // 接待读者（≥23.6万人次）（全年）
        if (full == 0 || (_text[last] == ')' && _lines.Said(line).ContainsAnyInRange('0', '9'))) return false;
        if (_text[last] is '前' or '底' or '末' && Targets.Phrases.IsEvent(_text, first, end)
            && _text.AsSpan(first, end - first).IndexOfAnyInRange('0', '9') < 0) return true;
        return _lines.Width(line) >= full - 2 && !_targets.EndsAsTarget(line) && !_targets.EndsAsResult(line)
            && !HasColumns(line) && !HasColumns(line + 1) && !(HasColon(line) && HasColon(line + 1));
    }

    /// <summary>养护里程3|00公里: at the full width of the column a figure goes on.</summary>
    private bool TearsFigure(int line, int full)
    {
        var (last, first, end) = (_lines.Last(line), _lines.First(line + 1), _lines[line + 1].End);
        if (full == 0 || last < 0 || first >= end || !char.IsAsciiDigit(_text[last]) || _lines.Width(line) < full - 2) return false;
        var digits = first;
        while (digits < end && (char.IsAsciiDigit(_text[digits]) || _text[digits] == '.')) digits++;
        return digits > first && !_lines.IsMarked(line + 1) && Targets.MeasureUnits.Read(_text, digits, end) > digits;
    }

    /// <summary>1366|人；, 6月30|日前；: a unit, or the rest of a date, and nothing but a stop behind it.</summary>
    private bool EndsFigure(int first, int end, int behind)
    {
        // 2025|年11月底前
        if (_text[first] == '年' && first + 1 < end && char.IsAsciiDigit(_text[first + 1])) return true;
        var unit = Targets.MeasureUnits.Read(_text, first, end);
        if (unit == behind) return true;
        while (unit > first && unit < end && _text[unit] is '前' or '底' or '内') unit++;
        return unit > first && (unit == behind || _text[unit] is ';' or '。');
    }

    private bool EndsInIntroducer(int line, int last)
    {
        foreach (var word in Introducers)
        {
            if (last + 1 - word.Length >= _lines[line].Start
                && string.CompareOrdinal(_text, last + 1 - word.Length, word, 0, word.Length) == 0) return true;
        }

        return false;
    }

    private bool IsLabelled(int at)
    {
        foreach (var label in TargetLabels)
        {
            if (string.CompareOrdinal(_text, at, label, 0, label.Length) == 0) return true;
        }

        return false;
    }

    /// <summary>«拨付时间：分两批» above «检查频率：按需»: both lines have a name and a target of their own.</summary>
    private bool HasColon(int line) =>
        _lines.BehindHeads(line) is var start && start < _lines[line].End
            && _text.AsSpan(start, _lines[line].End - start).IndexOf(':') is > 0 and var colon && start + colon < _lines.Last(line);

    /// <summary>A row of a table is whole however wide it is.</summary>
    private bool HasColumns(int line) => _lines.Said(line).IndexOfAny('\t', '|') >= 0;

    /// <summary>The next line with text, over blank lines; -1 when a paragraph or the end comes first.</summary>
    private int NextSpoken(int line)
    {
        var next = line + 1;
        while (next < _lines.Count && _lines.IsEmpty(next) && _lines[next].End < _text.Length && _text[_lines[next].End] == Glyphs.Line)
            next++;
        return next < _lines.Count && _lines[next].End > _lines[next].Start ? next : -1;
    }

    private void JoinOver(int from, int to)
    {
        _joints[_lines[from].End] = ' ';
        for (var at = from + 1; at < to; at++) _joints[_lines[at].End] = '\0';
    }

    /// <summary>«≥20场次 食品安全宣传»: a line with a target and the name behind it.</summary>
    private bool NamesItself(int start, int end)
    {
        var digit = _text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9');
        var blank = digit < 0 ? -1 : _text.IndexOf(' ', start + digit, end - start - digit);
        if (blank < 0) return false;
        var name = TextScan.Blanks(_text, blank);
        var unit = Targets.MeasureUnits.Read(_text, name, end);
        // 项目总成本 begins like a unit
        return end - name >= 2 && TextScan.IsHan(_text[name]) && (unit == name || (unit < end && TextScan.IsHan(_text[unit])));
    }

    /// <summary>可持续影响指 | 标： across a break.</summary>
    private bool TearsWord(int last, int first) =>
        (_text[last] == '指' && _text[first] == '标') || (_text[last] == '满' && _text[first] == '意')
            || (_text[last] == '意' && _text[first] == '度')
        || (_text[last] is '少' or '低' or '高' or '大' or '小' && _text[first] == '于') || (_text[last] == '超' && _text[first] == '过')
        || (_text[last] == '以' && _text[first] is '内' or '上' or '下');

    private bool IsMark(int at, int end)
    {
        var mark = ListMarkReader.Read(_text, at);
        if (_text[at] is '-' or '*') return true;
        if (mark.Length == 0) return false;
        var behind = at + mark.Length;
        return mark.Style is not (MarkStyle.Arabic or MarkStyle.Decimal) || behind >= end || !char.IsAsciiDigit(_text[behind])
            || _text[behind - 1] == '、';
    }

    /// <summary>
    /// The width that several lines share, in half-width columns: that of the column the text was set in; 0 when there is none.
    /// </summary>
    private int FullWidth()
    {
        if (_lines.Count <= 3 || _lines.Widest < NarrowestColumn) return 0;
        var wide = 0;
        for (var line = 0; line < _lines.Count; line++)
        {
            if (_lines.Width(line) >= _lines.Widest - 2) wide++;
        }

        return wide >= 2 ? _lines.Widest : 0;
    }

    private bool NeedsBlank(int last, int first) =>
        last >= 0 && char.IsAscii(_text[last]) && char.IsAscii(_text[first]) || (first < _text.Length && IsLabelled(first));
}
