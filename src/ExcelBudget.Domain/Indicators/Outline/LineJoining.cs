using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Joins lines that only a narrow column broke, so that words are whole again. Breaks that separate items stay.</summary>
internal sealed class LineJoining(CellText cell)
{
    private const int NarrowestColumn = 14;
    private const int LongestTarget = 24;
    private const int LongestName = 40;
    private const int FewestMarks = 3;
    private const int FewestPairs = 4;
    private const int LongestUnit = 4;
    private const int LongestRate = 10;
    private const int LongestStub = 2;
    private const string Joinable = "、，,≥≤<>=（(《:";
    private static readonly string[] Introducers = Vocabulary.Of("introducers");
    private static readonly string[] ColumnLabels = Vocabulary.Of("columnLabels");
    private static readonly string[] TargetLabels = Vocabulary.Of("targetLabels");

    private readonly string _text = cell.Folded;
    private readonly bool _isTagged = cell.Folded.Contains(Glyphs.Paragraph, StringComparison.Ordinal);
    private readonly List<(int Start, int End)> _lines = [];
    private readonly HeadingReader _headings = new(cell.Folded);
    private readonly Targets.TargetFinder _targets = new(Targets.SpokenNumerals.AsDigits(cell));
    private bool[] _marked = [];
    private int _widest;
    private int _marks;

    /// <summary>The text with its lines joined.</summary>
    public static CellText Join(CellText cell) =>
        cell.Folded.Contains(Glyphs.Line, StringComparison.Ordinal) ? new LineJoining(cell).Join() : cell;

    private CellText Join()
    {
        Split();
        Mark();
        var full = FullWidth();
        var joints = new Dictionary<int, char>();
        var targets = new HashSet<int>();
        foreach (var name in PairedLines()) (joints[_lines[name].End], _) = ('\t', targets.Add(name + 1));
        for (var i = 0; i + 1 < _lines.Count; i++)
        {
            var (line, next) = (_lines[i], _lines[i + 1]);
            if (line.End >= _text.Length || _text[line.End] != Glyphs.Line || line.End == line.Start || joints.ContainsKey(line.End)
                || targets.Contains(i))
            {
                continue;
            }
            if (next.End > next.Start && GoesOn(line, next, full, _marked[i + 1]))
            {
                joints[line.End] = NeedsBlank(line.End - 1, next.Start) ? ' ' : '\0';
            }
            else if (next.End > next.Start && (IsTorn(i) || EndsInStub(i))) joints[line.End] = '\0';
            else if (LacksTarget(i) && NextSpoken(i) is > 0 and var spoken && IsTargetAlone(spoken)) JoinOver(joints, i, spoken);
        }

        return joints.Count == 0 ? cell : cell.Replace(at => joints.TryGetValue(at, out var sign) ? sign : null);
    }

    /// <summary>
    /// Lines that name an indicator whose target is the next line, in a text whose cells stand one below the other: under every heading an
    /// even number of lines, marks only before names, most second ones of which are targets and nothing else.
    /// </summary>
    private List<int> PairedLines()
    {
        var paired = FindPairs();
        _headings.InForce = null;
        return paired;
    }

    private List<int> FindPairs()
    {
        var (names, group, told, odd, torn) = (new List<int>(), new List<int>(), 0, 0, 0);
        for (var i = 0; i <= _lines.Count; i++)
        {
            // 产|出指|标: a heading whose signs stand on several lines
            if (i < _lines.Count && _lines[i].Start < torn) continue;
            var heading = i == _lines.Count ? null : _headings.Read(TextScan.Blanks(_text, _lines[i].Start), Boundary.Line);
            var isEnd = i == _lines.Count || heading?.End >= LastSign(_lines[i]);
            torn = heading?.End ?? 0;
            _headings.InForce = isEnd ? heading?.Name : _headings.InForce;
            if (!isEnd)
            {
                if (TextScan.Blanks(_text, _lines[i].Start) >= _lines[i].End || IsDots(_lines[i]) || IsLabel(_lines[i]))
                    continue;
                if (_text.AsSpan(_lines[i].Start, _lines[i].End - _lines[i].Start).Contains('\t')) return [];
                // 指标1： heads a name; with nothing behind it it is a line of the template
                if (_marked[i] && IsBareMark(i)) continue;
                group.Add(i);
                continue;
            }

            if (!PairUp(group, names, ref told)) odd++;
            group.Clear();
        }

        // where each name has its mark the next line can only be its target
        var enough = names.TrueForAll(name => _marked[name]) ? told * 3 >= names.Count : told * 2 >= names.Count;
        return names.Count >= FewestPairs && enough && odd == 0 ? names : [];
    }

    /// <summary>具体指标 above every name: the label of a column.</summary>
    private bool IsLabel((int Start, int End) line) =>
        Array.Exists(ColumnLabels, label => _text.AsSpan(line.Start, line.End - line.Start).Trim().SequenceEqual(label));

    /// <summary>……: a template's line for more.</summary>
    private bool IsDots((int Start, int End) line) =>
        _text.AsSpan(line.Start, line.End - line.Start).IndexOfAnyExcept('…', '.', ' ') < 0;

    private bool IsBareMark(int line)
    {
        var at = TextScan.Blanks(_text, _lines[line].Start);
        return at + ListMarkReader.Read(_text, at).Length > LastSign(_lines[line]);
    }

    /// <summary>
    /// Pairs the lines under one heading: a marked name with the one line below it, or, without marks, each with the next. A line alone
    /// under its heading has no target. False when they cannot be paired.
    /// </summary>
    private bool PairUp(List<int> group, List<int> names, ref int told)
    {
        var isMarked = group.Exists(line => _marked[line]);
        if (!isMarked && group.Count > 1 && group.Count % 2 == 1) return false;
        for (var at = 0; at + 1 < group.Count; at++)
        {
            var (name, target) = (group[at], group[at + 1]);
            if (isMarked && (!_marked[name] || _marked[target])) continue;
            // several lines under one mark are a sentence, not a name and its target
            if (isMarked && at + 2 < group.Count && !_marked[group[at + 2]]) return false;
            if (IsTargetAlone(target)) told++;
            // the next line of text stands right below
            if (target == name + 1) names.Add(name);
            at++;
        }

        return true;
    }

    private void Split()
    {
        var start = 0;
        for (var at = 0; at <= _text.Length; at++)
        {
            if (at < _text.Length && !TextScan.IsBreak(_text[at])) continue;
            _lines.Add((start, at));
            start = at + 1;
        }
    }

    private bool GoesOn((int Start, int End) line, (int Start, int End) next, int full, bool isMarked)
    {
        var (last, first) = (LastSign(line), TextScan.Blanks(_text, next.Start));
        if (first >= next.End || last < line.Start) return false;
        if (TearsWord(last, first)) return true;
        if (_headings.Read(first, Boundary.Line) is not null
            || _headings.Read(TextScan.Blanks(_text, line.Start), Boundary.Line) is { } heading && heading.End >= last)
        {
            return false;
        }
        if (Array.Exists(TargetLabels, label => string.CompareOrdinal(_text, first, label, 0, label.Length) == 0)) return true;
        if (_text[first] is '≥' or '≤' or '=' or '>' or '<') return !NamesItself(first, LastSign(next) + 1);
        if (Array.Exists(Introducers, word => last + 1 - word.Length >= line.Start
            && string.CompareOrdinal(_text, last + 1 - word.Length, word, 0, word.Length) == 0))
        {
            return true;
        }
        if (isMarked || IsMark(first, next.End)) return false;
        // where tags separate, a line break of the source means nothing
        if (_isTagged) return true;
        if (_text[last] is '。' or ';' or '!') return false;
        if (_text[first] is ',' or '、' or ')' or '%' or '》') return true;
        if (Joinable.Contains(_text[last], StringComparison.Ordinal)) return true;
        if (char.IsAsciiDigit(_text[last]) && Targets.MeasureUnits.Read(_text, first, next.End) == LastSign(next) + 1) return true;
        if (full > 0 && _text[last] is '前' or '底' or '末' && Targets.Phrases.IsEvent(_text, first, next.End)
            && _text.AsSpan(first, next.End - first).IndexOfAnyInRange('0', '9') < 0)
        {
            return true;
        }
        return full > 0 && Width(line) >= full - 2 && !EndsAsTarget(line.Start, last) && !EndsAsResult(line.Start, last)
            && !HasColumns(line) && !HasColumns(next) && !(HasColon(line) && HasColon(next));
    }

    /// <summary>«拨付时间：分两批» above «检查频率：按需»: both lines have a name and a target of their own.</summary>
    private bool HasColon((int Start, int End) line) =>
        _text.AsSpan(line.Start, line.End - line.Start).IndexOf(':') is > 0 and var colon && line.Start + colon < LastSign(line);

    /// <summary>A row of a table is whole however wide it is.</summary>
    private bool HasColumns((int Start, int End) line) => _text.AsSpan(line.Start, line.End - line.Start).IndexOfAny('\t', '|') >= 0;

    /// <summary>Which lines begin with a list mark: also «2.2024年内», when it follows number 1.</summary>
    private void Mark()
    {
        _marked = new bool[_lines.Count];
        var last = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            var at = TextScan.Blanks(_text, _lines[i].Start);
            if (at >= _lines[i].End) continue;
            if (_headings.Read(at, Boundary.Line) is not null) last = 0;
            else if (ListMarkReader.Read(_text, at) is { Length: > 0 } mark && IsMarkAfter(last, mark, at + mark.Length, _lines[i].End))
            {
                (last, _marked[i], _marks) = (mark.Ordinal, true, _marks + 1);
            }
        }
    }

    private bool IsMarkAfter(int last, ListMark mark, int behind, int end)
    {
        if (mark.Style != MarkStyle.Arabic || behind >= end || !char.IsAsciiDigit(_text[behind]) || _text[behind - 1] == '、') return true;
        var digits = behind;
        while (digits < end && char.IsAsciiDigit(_text[digits])) digits++;
        var unit = Targets.MeasureUnits.Read(_text, digits, end);
        var isAmount = digits - behind == 2 && (last == 0 || unit == digits || _text.AsSpan(digits, unit - digits).Contains('元'));
        return mark.Ordinal == last + 1 && digits - behind >= 2 && !isAmount;
    }

    /// <summary>The next line with text, over blank lines; -1 when a paragraph or the end comes first.</summary>
    private int NextSpoken(int line)
    {
        var next = line + 1;
        while (next < _lines.Count && TextScan.Blanks(_text, _lines[next].Start) >= _lines[next].End && _lines[next].End < _text.Length
            && _text[_lines[next].End] == Glyphs.Line)
        {
            next++;
        }
        return next < _lines.Count && _lines[next].End > _lines[next].Start ? next : -1;
    }

    private void JoinOver(Dictionary<int, char> joints, int from, int to)
    {
        joints[_lines[from].End] = ' ';
        for (var at = from + 1; at < to; at++) joints[_lines[at].End] = '\0';
    }

    /// <summary>A line that says nothing but a target (≥95%, 2024年12月底前, 持续提升) belongs to the name above it.</summary>
    private bool IsTargetAlone(int line)
    {
        var (start, end) = (TextScan.Blanks(_text, _lines[line].Start), LastSign(_lines[line]) + 1);
        if (_marked[line] || end - start is < 1 or > LongestTarget) return false;
        return Targets.ResultWords.IsResult(_text[start..end])
            || (_targets.Find(start, end) is [var only] && only.Start == start && only.Amount.End >= end);
    }

    /// <summary>A line that names something and gives no target.</summary>
    private bool LacksTarget(int line)
    {
        var (start, last) = (TextScan.Blanks(_text, _lines[line].Start), LastSign(_lines[line]));
        if (last - start is < 1 or > LongestName || !TextScan.IsHan(_text[last]) && _text[last] is not (')' or '》')) return false;
        if ((_headings.Read(start, Boundary.Line) is not null && string.CompareOrdinal(_text, start, "满意度", 0, last + 1 - start) != 0)
            || _text[start..(last + 1)].Contains("指标值", StringComparison.Ordinal))
        {
            return false;
        }
        return !Targets.ResultWords.IsResult(_text[start..(last + 1)]) && !Targets.ResultWords.EndsBefore(_text, last + 1)
            && _targets.Find(start, last + 1).Count == 0;
    }

    /// <summary>«≥20场次 食品安全宣传»: a line with a target and the name behind it.</summary>
    private bool NamesItself(int start, int end)
    {
        var digit = _text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9');
        var blank = digit < 0 ? -1 : _text.IndexOf(' ', start + digit, end - start - digit);
        if (blank < 0) return false;
        var name = TextScan.Blanks(_text, blank);
        return end - name >= 2 && TextScan.IsHan(_text[name]) && Targets.MeasureUnits.Read(_text, name, end) == name;
    }

    /// <summary>In a list whose items all have marks, a line without one goes on where the line above is torn.</summary>
    private bool IsTorn(int line)
    {
        var (here, next) = (_lines[line], _lines[line + 1]);
        var (last, first) = (LastSign(here), TextScan.Blanks(_text, next.Start));
        if (last < here.Start || first >= next.End || _marked[line + 1] || _headings.Read(first, Boundary.Line) is not null) return false;
        if (char.IsAsciiDigit(_text[last]) && (_text[first] == '.' || char.IsAsciiDigit(_text[first])))
        {
            return _marked[line] && _text.AsSpan(here.Start, last - here.Start).IndexOfAny('≥', '≤', '=') >= 0;
        }
        if (!_marked[line] || _marks < FewestMarks || !TextScan.IsHan(_text[first]) || !TextScan.IsHan(_text[last])) return false;
        if (EndsAsTarget(here.Start, last)) return LastSign(next) == first;
        if (NamesOnly(here) && TellsTarget(first, LastSign(next) + 1)) return true;
        return Width(here) * 10 >= WidestLine() * 7 && !Targets.ResultWords.EndsBefore(_text, last + 1);
    }

    /// <summary>1.补贴机具抽查 above 合格率≥98%: where every item has its mark, a target without one belongs to the item above.</summary>
    private bool TellsTarget(int start, int end) => !HasColumns((start, end)) && _targets.Find(start, end) is [.., var last]
        && last.Start > start && last.Amount.End >= end - 1;

    private bool NamesOnly((int Start, int End) line)
    {
        var at = TextScan.Blanks(_text, line.Start);
        at += ListMarkReader.Read(_text, at).Length;
        var last = LastSign(line);
        return last > at && _targets.Find(at, last + 1).Count == 0 && !Targets.ResultWords.EndsBefore(_text, last + 1)
            && _text.AsSpan(at, last + 1 - at).IndexOfAny(" \t:。;") < 0;
    }

    /// <summary>产出指标 数量指标 清雪面 above 积 ≥300万平方米: the rest of a name, and its target.</summary>
    private bool EndsInStub(int line)
    {
        var (here, next) = (_lines[line], _lines[line + 1]);
        var (last, first, end) = (LastSign(here), TextScan.Blanks(_text, next.Start), LastSign(next) + 1);
        if (last < here.Start || _marked[line + 1] || !TextScan.IsHan(_text[last])) return false;
        var stub = first;
        while (stub < end && stub - first <= LongestStub && TextScan.IsHan(_text[stub])) stub++;
        if (stub == first || stub - first > LongestStub || stub >= end || _text[stub] != ' ') return false;
        if (_headings.Read(first, Boundary.Line) is not null) return false;
        var name = _text.LastIndexOf(' ', last, last - here.Start + 1) + 1;
        return last - name > 0 && _targets.Find(Math.Max(name, here.Start), last + 1).Count == 0
            && !_text.AsSpan(name, last + 1 - name).EndsWith("指标") && !Targets.ResultWords.EndsBefore(_text, last + 1)
            && _targets.Find(stub, end) is [var target, ..] && target.Start == TextScan.Blanks(_text, stub);
    }

    private int WidestLine() => _widest > 0 ? _widest : _widest = _lines.Max(Width);

    /// <summary>可持续影响指 | 标： across a break.</summary>
    private bool TearsWord(int last, int first) =>
        (_text[last] == '指' && _text[first] == '标') || (_text[last] == '满' && _text[first] == '意')
            || (_text[last] == '意' && _text[first] == '度')
        || (_text[last] is '少' or '低' or '高' or '大' or '小' && _text[first] == '于') || (_text[last] == '超' && _text[first] == '过')
        || (_text[last] == '以' && _text[first] is '内' or '上' or '下');

    /// <summary>A line that ends with a number and its unit has said its say, however long it is.</summary>
    private bool EndsAsTarget(int start, int last)
    {
        // 达到1800人次以上
        if (last > start + 1 && _text[last] is '上' or '下' or '内' && _text[last - 1] is '以' or '之') last -= 2;
        var reach = _text.AsSpan(start, last - start).Contains('/') ? LongestRate : LongestUnit;
        for (var at = last; at >= start && last - at < reach; at--)
        {
            if (char.IsAsciiDigit(_text[at])) return true;
        }

        // 20个工作日
        var figure = _text.AsSpan(start, last + 1 - start).LastIndexOfAnyInRange('0', '9');
        return figure >= 0 && Targets.MeasureUnits.Read(_text, start + figure + 1, last + 1) == last + 1;
    }

    /// <summary>«农村人居环境 逐步优化» is a name and its result, however long.</summary>
    private bool EndsAsResult(int start, int last)
    {
        var blank = _text.LastIndexOf(' ', last, last - start + 1);
        return blank > start && Targets.ResultWords.IsResult(_text[(blank + 1)..(last + 1)]);
    }

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
        var widths = _lines.ConvertAll(Width);
        var most = widths.Max();
        return most >= NarrowestColumn && widths.Count(width => width >= most - 2) >= 2 && widths.Count > 3 ? most : 0;
    }

    private int Width((int Start, int End) line)
    {
        var width = 0;
        for (var at = line.Start; at < line.End; at++) width += cell.Printed[at] > '\u2E7F' ? 2 : 1;
        return width;
    }

    private int LastSign((int Start, int End) line)
    {
        var last = line.End - 1;
        while (last >= line.Start && _text[last] is ' ' or '\t') last--;
        return last;
    }

    private bool NeedsBlank(int last, int first) =>
        last >= 0 && char.IsAscii(_text[last]) && char.IsAscii(_text[first])
            || (first < _text.Length && Array.Exists(TargetLabels,
                label => string.CompareOrdinal(_text, first, label, 0, label.Length) == 0));
}
