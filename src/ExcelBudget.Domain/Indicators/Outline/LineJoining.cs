using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Joins lines that only a narrow column broke, so that words are whole again. Breaks that separate items stay.</summary>
internal sealed class LineJoining(CellText cell)
{
    private const int NarrowestColumn = 14;
    private const string Joinable = "、，,≥≤<>=（(《:";
    private static readonly string[] introducers = ["不少于", "不低于", "不超过", "不高于", "达到", "控制在", "大于", "小于", "等于", "至少", "每"];
    private static readonly string[] targetLabels = ["指标值", "年度指标值", "目标值", "年度目标值"];

    private readonly string _text = cell.Folded;
    private readonly bool _isTagged = cell.Folded.Contains(Glyphs.Paragraph, StringComparison.Ordinal);
    private readonly List<(int Start, int End)> _lines = [];
    private readonly HeadingReader _headings = new(cell.Folded);

    /// <summary>The text with its lines joined.</summary>
    public static CellText Join(CellText cell) => cell.Folded.Contains(Glyphs.Line, StringComparison.Ordinal) ? new LineJoining(cell).Join() : cell;

    private CellText Join()
    {
        Split();
        var full = FullWidth();
        var joints = new Dictionary<int, char>();
        for (var i = 0; i + 1 < _lines.Count; i++)
        {
            var (line, next) = (_lines[i], _lines[i + 1]);
            if (line.End >= _text.Length || _text[line.End] != Glyphs.Line || line.End == line.Start || next.End == next.Start) continue;
            if (!GoesOn(line, next, full)) continue;
            joints[line.End] = NeedsBlank(line.End - 1, next.Start) ? ' ' : '\0';
        }

        return joints.Count == 0 ? cell : cell.Replace(at => joints.TryGetValue(at, out var sign) ? sign : null);
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

    private bool GoesOn((int Start, int End) line, (int Start, int End) next, int full)
    {
        var (last, first) = (LastSign(line), TextScan.Blanks(_text, next.Start));
        if (first >= next.End || last < line.Start) return false;
        if (TearsWord(last, first)) return true;
        if (_headings.Read(first, Boundary.Line) is not null || _headings.Read(TextScan.Blanks(_text, line.Start), Boundary.Line) is { } heading && heading.End >= last) return false;
        if (Array.Exists(targetLabels, label => string.CompareOrdinal(_text, first, label, 0, label.Length) == 0)) return true;
        if (_text[first] is '≥' or '≤' or '=' || (_text[first] is '>' or '<' && first < next.End)) return true;
        if (Array.Exists(introducers, word => last + 1 - word.Length >= line.Start && string.CompareOrdinal(_text, last + 1 - word.Length, word, 0, word.Length) == 0)) return true;
        if (IsMark(first, next.End)) return false;
        // where tags separate, a line break of the source means nothing
        if (_isTagged) return true;
        if (_text[last] is '。' or ';' or '!') return false;
        if (_text[first] is ',' or '、' or ')' or '%' or '》') return true;
        if (Joinable.Contains(_text[last], StringComparison.Ordinal)) return true;
        if (char.IsAsciiDigit(_text[last]) && Targets.MeasureUnits.Read(_text, first, next.End) == LastSign(next) + 1) return true;
        if (full > 0 && _text[last] is '前' or '底' or '末' && Targets.Phrases.IsEvent(_text, first, next.End)) return true;
        return full > 0 && Width(line) >= full - 2 && !EndsAsTarget(line.Start, last);
    }

    /// <summary>可持续影响指 | 标： across a break.</summary>
    private bool TearsWord(int last, int first) => (_text[last] == '指' && _text[first] == '标') || (_text[last] == '满' && _text[first] == '意') || (_text[last] == '意' && _text[first] == '度')
        || (_text[last] is '少' or '低' or '高' or '大' or '小' && _text[first] == '于') || (_text[last] == '超' && _text[first] == '过') || (_text[last] == '以' && _text[first] is '内' or '上' or '下');

    /// <summary>A line that ends with a number and its unit has said its say, however long it is.</summary>
    private bool EndsAsTarget(int start, int last)
    {
        for (var at = last; at >= start && last - at < 4; at--)
        {
            if (char.IsAsciiDigit(_text[at])) return true;
        }

        return false;
    }

    private bool IsMark(int at, int end)
    {
        var mark = ListMarkReader.Read(_text, at);
        if (_text[at] is '-' or '*') return true;
        if (mark.Length == 0) return false;
        var behind = at + mark.Length;
        return mark.Style is not (MarkStyle.Arabic or MarkStyle.Decimal) || behind >= end || !char.IsAsciiDigit(_text[behind]) || _text[behind - 1] == '、';
    }

    /// <summary>The width that several lines share, in half-width columns: that of the column the text was set in; 0 when there is none.</summary>
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

    private bool NeedsBlank(int last, int first) => last >= 0 && char.IsAscii(_text[last]) && char.IsAscii(_text[first]) || (first < _text.Length && Array.Exists(targetLabels, label => string.CompareOrdinal(_text, first, label, 0, label.Length) == 0));
}
