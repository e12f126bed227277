using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>The lines of a text, and what each of them begins with.</summary>
internal sealed class PrintedLines
{
    private readonly CellText _cell;
    private readonly HeadingReader _headings;
    private readonly List<(int Start, int End)> _lines = [];
    private readonly Heading?[] _heads;
    private readonly bool[] _marked;
    private const int FewestHeaded = 3;
    private int _widest;
    private bool? _areHeaded;

    public PrintedLines(CellText cell)
    {
        (_cell, Text, _headings) = (cell, cell.Folded, new HeadingReader(cell.Folded));
        for (var start = 0; start <= Text.Length;)
        {
            var length = Text.AsSpan(start).IndexOfAny(Glyphs.Line, Glyphs.Paragraph);
            var end = length < 0 ? Text.Length : start + length;
            _lines.Add((start, end));
            start = end + 1;
        }

        (_heads, _marked) = (new Heading?[_lines.Count], new bool[_lines.Count]);
        Mark();
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>How many there are, empty ones included.</summary>
    public int Count => _lines.Count;

    /// <summary>How many begin with a list mark.</summary>
    public int Marks { get; private set; }

    /// <summary>Where a line begins and ends.</summary>
    public (int Start, int End) this[int line] => _lines[line];

    /// <summary>The heading that a line begins with; null without one.</summary>
    public Heading? Head(int line) => _heads[line];

    /// <summary>The heading that a line begins with, where another is in force.</summary>
    public Heading? Head(int line, HeadingName? inForce)
    {
        if (inForce is null) return _heads[line];
        _headings.InForce = inForce;
        var head = _headings.Read(First(line), Boundary.Line);
        _headings.InForce = null;
        return head;
    }

    /// <summary>Where the words behind the headings of a line begin; its first sign without a heading.</summary>
    public int BehindHeads(int line)
    {
        if (_heads[line] is not { } head) return First(line);
        var at = TextScan.Blanks(Text, head.End);
        while (at < _lines[line].End && _headings.Read(at, Boundary.Heading) is { } next && next.End > at)
            at = TextScan.Blanks(Text, next.End);
        return at;
    }

    /// <summary>True for a line with words behind the heading that it begins with: 数量指标：建设基地 9处.</summary>
    public bool IsHeaded(int line) => _heads[line] is { } head && head.End <= Last(line);

    /// <summary>True where nearly all lines that are no headings begin with one.</summary>
    public bool AreHeaded => _areHeaded ??= Enumerable.Range(0, Count).Count(IsHeaded) is >= FewestHeaded and var headed
        && Enumerable.Range(0, Count).Count(line => !IsEmpty(line) && _heads[line] is null) * 2 <= headed;

    /// <summary>True for a line that begins with a list mark: also «2.2024年内», when it follows number 1.</summary>
    public bool IsMarked(int line) => _marked[line];

    /// <summary>Where the first sign of a line stands that is no blank; the end of an empty one.</summary>
    public int First(int line) => Math.Min(TextScan.Blanks(Text, _lines[line].Start), Math.Max(_lines[line].Start, _lines[line].End));

    /// <summary>Where its last sign stands that is no blank; before its start for an empty one.</summary>
    public int Last(int line)
    {
        var (start, end) = _lines[line];
        var last = end - 1;
        while (last >= start && Text[last] is ' ' or '\t') last--;
        return last;
    }

    /// <summary>True for a line without words.</summary>
    public bool IsEmpty(int line) => TextScan.Blanks(Text, _lines[line].Start) >= _lines[line].End;

    /// <summary>Its words.</summary>
    public ReadOnlySpan<char> Said(int line) => Text.AsSpan(_lines[line].Start, _lines[line].End - _lines[line].Start);

    /// <summary>Its width in half-width columns; of a line that was made whole already the part behind the last break.</summary>
    public int Width(int line)
    {
        var (width, start) = (0, _lines[line].Start);
        for (var at = start; at < _lines[line].End; at++)
        {
            if (at > start && _cell.HasBreakBefore(at)) width = 0;
            width += _cell.Printed[at] > '\u2E7F' ? 2 : 1;
        }

        return width;
    }

    /// <summary>The width of the widest line.</summary>
    public int Widest => _widest > 0 ? _widest : _widest = Enumerable.Range(0, Count).Max(Width);

    private void Mark()
    {
        var last = 0;
        for (var line = 0; line < _lines.Count; line++)
        {
            if (IsEmpty(line)) continue;
            var at = First(line);
            _heads[line] = _headings.Read(at, Boundary.Line);
            if (_heads[line] is not null) last = 0;
            else if (ListMarkReader.Read(Text, at) is { Length: > 0 } mark && IsMarkAfter(last, mark, at + mark.Length, _lines[line].End))
            {
                (last, _marked[line], Marks) = (mark.Ordinal, true, Marks + 1);
            }
        }
    }

    private bool IsMarkAfter(int last, ListMark mark, int behind, int end)
    {
        if (mark.Style != MarkStyle.Arabic || behind >= end || !char.IsAsciiDigit(Text[behind]) || Text[behind - 1] == '、') return true;
        var digits = behind;
        while (digits < end && char.IsAsciiDigit(Text[digits])) digits++;
        var unit = Targets.MeasureUnits.Read(Text, digits, end);
        var isAmount = digits - behind == 2 && (last == 0 || unit == digits || Text.AsSpan(digits, unit - digits).Contains('元'));
        return mark.Ordinal == last + 1 && digits - behind >= 2 && !isAmount;
    }
}
