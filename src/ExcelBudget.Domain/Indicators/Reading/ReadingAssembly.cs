using System.Globalization;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>Makes a reading from the outline of a cell.</summary>
internal sealed class ReadingAssembly
{
    private readonly CellText _cell;
    private readonly List<OutlinePart> _parts;
    private readonly LevelTracker _levels;
    private readonly ClauseReader _clauses;
    private readonly FaultCollector _faults;
    private readonly List<Indicator> _indicators = [];
    private readonly SegmentBuilder _segments;
    private readonly Dictionary<Levels, int> _inGroup = [];

    public ReadingAssembly(CellText cell, List<OutlinePart> parts)
    {
        var describes = parts.Exists(part => part is LabelPart label && IsDescription(cell, label));
        (_cell, _parts, _levels, _clauses, _segments) =
            (cell, parts, new LevelTracker(parts), new ClauseReader(cell, describes), new SegmentBuilder(cell));
        _faults = new FaultCollector(cell, _levels);
    }

    /// <summary>The reading.</summary>
    public IndicatorReading Assemble()
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            if (_parts[i] is HeadingPart heading) Head(heading);
            else if (_parts[i] is LabelPart label) _segments.Add(SegmentKind.Label, label.Start, label.End);
            else if (_parts[i] is ItemPart item) Read(item, i > 0 ? _parts[i - 1] : null, i + 1 < _parts.Count ? _parts[i + 1] : null);
        }

        return new IndicatorReading { Indicators = _indicators, Segments = _segments.Build(), Faults = _faults.Build() };
    }

    private void Head(HeadingPart part)
    {
        var level = _levels.Take(part.Heading);
        _faults.Head(part.Heading, level);
        _segments.Add(SegmentKind.Heading, part.Start, part.End);
    }

    private void Read(ItemPart item, OutlinePart? before, OutlinePart? next)
    {
        if (item.MarkStart < item.Start) _segments.Add(SegmentKind.Mark, item.MarkStart, item.Start);
        _faults.Mark(item);
        if (!SaysAnything(item)) return;
        if (IsLabelOf(item, next))
        {
            _faults.Add(IndicatorFaultKind.UnknownHeading, item.Start, item.End);
            _segments.Add(SegmentKind.Label, item.Start, TrimmedEnd(item));
            return;
        }

        var isFirst = true;
        foreach (var clause in _clauses.Read(item.Start, item.End, item.Mark.Style == MarkStyle.Labelled))
        {
            Add(clause, isFirst ? item.Mark.Number ?? "" : "");
            _faults.Clause(clause, isOnHeading: isFirst && before is HeadingPart && item.Mark.Style == MarkStyle.None);
            isFirst = false;
        }
    }

    private void Add(Clause clause, string number)
    {
        var order = _inGroup[_levels.Now] = _inGroup.GetValueOrDefault(_levels.Now) + 1;
        _segments.Add(SegmentKind.Indicator, clause.Start, clause.End, _indicators.Count);
        _indicators.Add(new Indicator
        {
            Level1 = _levels.Now.Level1,
            Level2 = _levels.Now.Level2,
            Number = number.Length > 0 ? number : order.ToString(CultureInfo.InvariantCulture),
            Name = clause.Name,
            Operator = clause.Operator,
            Value = clause.Value,
            Unit = clause.Unit,
            Raw = _cell.Printed[clause.Start..clause.End].Trim(),
        });
    }

    /// <summary>绩效指标描述, 指标解释: the header of a column that explains the name.</summary>
    private static bool IsDescription(CellText cell, LabelPart label) =>
        cell.Folded.AsSpan(label.Start, label.End - label.Start).Trim() is var said
        && (said.SequenceEqual("绩效指标描述") || said.SequenceEqual("指标解释") || said.SequenceEqual("指标说明"));

    private bool SaysAnything(ItemPart item)
    {
        for (var at = item.Start; at < item.End; at++)
        {
            if (char.IsLetterOrDigit(_cell.Folded[at]) || _cell.Folded[at] == LiteralReader.Open) return true;
        }

        return false;
    }

    /// <summary>«1.培训：（1）…（2）…»: what only introduces a deeper list is a label.</summary>
    private bool IsLabelOf(ItemPart item, OutlinePart? next)
    {
        var end = TrimmedEnd(item);
        return next is ItemPart { Mark.Style: not MarkStyle.None } deeper && deeper.Mark.Style > item.Mark.Style
            && deeper.Mark.Ordinal == 1
            && end > item.Start && _cell.Folded[end - 1] == ':';
    }

    private int TrimmedEnd(ItemPart item)
    {
        var end = item.End;
        while (end > item.Start && TextScan.IsSpace(_cell.Folded[end - 1])) end--;
        return end;
    }
}
