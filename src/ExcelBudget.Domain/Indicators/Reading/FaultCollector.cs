using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>Notices the faults of form while a cell is read.</summary>
internal sealed class FaultCollector(CellText cell, LevelTracker levels)
{
    private const int LongestQuote = 60;
    private const string Unfinished = ",、:(《“≥≤=><";

    private readonly List<IndicatorFault> _faults = [];
    private readonly List<(Heading Heading, int Level, Levels Levels)> _open = [];
    private readonly int[] _ordinals = new int[3];
    private readonly HashSet<Levels> _seen = [];
    private bool _hasText;
    private bool _hasHeading;
    private bool _endsWithMark;

    /// <summary>A heading was taken.</summary>
    public void Head(Heading heading, int level)
    {
        Close(level);
        (_hasText, _hasHeading, _endsWithMark) = (false, true, false);
        _open.Add((heading, level, levels.Now));
        if (heading.IsMalformed) Add(IndicatorFaultKind.MalformedHeading, heading.Start, heading.End);
        if (heading.Name.Rank == HeadingRank.Unknown) Add(IndicatorFaultKind.UnknownHeading, heading.Start, heading.End);
        if (level == 2 && levels.IsMisplaced(heading)) Add(IndicatorFaultKind.MisplacedHeading, heading.Start, heading.End);
        if (!_seen.Add(levels.Now)) Add(IndicatorFaultKind.RepeatedHeading, heading.Start, heading.End);
        Follow(heading, level);
    }

    /// <summary>The next indicator names its levels itself.</summary>
    public void HeadBehind() => _hasHeading = true;

    public void Mark(ItemPart item)
    {
        _endsWithMark = item.Mark.Style != MarkStyle.None && item.End <= item.Start + 1;
        if (item.BreaksNumbering) Add(IndicatorFaultKind.NumberingBreak, item.MarkStart, Math.Max(item.End, item.Start));
    }

    /// <summary>An indicator was read.</summary>
    public void Clause(Clause clause, bool isOnHeading)
    {
        if (!_hasHeading) Add(IndicatorFaultKind.NoHeading, clause.Start, clause.End);
        (_hasText, _hasHeading) = (true, true);
        if (isOnHeading && clause.Name.Length == 0) Add(IndicatorFaultKind.ValueOnHeading, clause.Start, clause.End);
        if (clause.Operator == TargetOperator.None) Add(IndicatorFaultKind.NoTarget, clause.Start, clause.End);
        var isStatement = clause.Operator == TargetOperator.Qualitative && clause.Name == clause.Value;
        if (isStatement && clause.Name.Any(char.IsAsciiDigit)) Add(IndicatorFaultKind.NumberInStatement, clause.Start, clause.End);
    }

    /// <summary>Adds a fault at a stretch of the cleaned text.</summary>
    public void Add(IndicatorFaultKind kind, int start, int end) => Add(kind, start, end, levels.Now);

    public IReadOnlyList<IndicatorFault> Build()
    {
        Close(1);
        var last = cell.Length - 1;
        while (last >= 0 && TextScan.IsSpace(cell.Folded[last])) last--;
        if (last >= 0 && (_endsWithMark || IsUnfinished(last))) Add(IndicatorFaultKind.Truncated, Math.Max(0, last - 9), last + 1);
        return [.. _faults.OrderBy(fault => fault.Start)];
    }

    private bool IsUnfinished(int last)
    {
        var sign = cell.Folded[last];
        if (sign is ',' or '、' or ':') return sign != ':' || !_hasText;
        return Unfinished.Contains(sign, StringComparison.Ordinal) || cell.Folded.AsSpan().LastIndexOf('(') > cell.Folded.AsSpan()
            .LastIndexOf(')')
            || cell.Folded.AsSpan().LastIndexOf('《') > cell.Folded.AsSpan().LastIndexOf('》');
    }

    private void Follow(Heading heading, int level)
    {
        if (heading.Mark.Ordinal == 0) return;
        if (level == 1) _ordinals[2] = 0;
        if (heading.Mark.Ordinal != _ordinals[level] + 1) Add(IndicatorFaultKind.NumberingBreak, heading.Start, heading.End);
        _ordinals[level] = heading.Mark.Ordinal;
    }

    /// <summary>Headings that end here: empty ones are faults; one that holds another heading is not empty.</summary>
    private void Close(int level)
    {
        if (_hasText) _open.Clear();
        if (_open.Count > 0 && _open[^1].Level >= level)
        {
            var (heading, _, at) = _open[^1];
            Add(IndicatorFaultKind.EmptyHeading, heading.Start, heading.End, at);
        }

        if (level <= 2) _open.Clear();
    }

    private void Add(IndicatorFaultKind kind, int start, int end, Levels at)
    {
        end = Math.Max(start, Math.Min(end, cell.Length));
        var text = cell.Printed[start..end].Trim();
        _faults.Add(new IndicatorFault(kind, cell.SourceStart(start), text[..TextCut.End(text, LongestQuote)], at.Level1, at.Level2));
    }
}
