using System.Globalization;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>Makes a reading from the outline of a cell.</summary>
internal sealed class ReadingAssembly
{
    private const int ShortestName = 3;
    private const int LongestTitle = 12;
    private static readonly string[] Explanations = Vocabulary.Of("explanationHeaders");
    private static readonly string[] NameHeaders = Vocabulary.Of("nameHeaders");
    private static readonly string[] SecondNames = Vocabulary.Of("secondNameHeaders");
    private static readonly string[] Figures = Vocabulary.Of("figureHeaders");
    private static readonly string[] Yearly = Vocabulary.Of("yearHeaders");
    private static readonly string[] Actuals = Vocabulary.Of("actualHeaders");
    private static readonly string[] TargetHeaders = Vocabulary.Of("targetHeaders");

    private static readonly string[] Reports = Vocabulary.Of("reportHeadings");
    private static readonly string[] Reached = Vocabulary.Of("reachedWords");

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
        // rows are read already
        var isRead = parts.Exists(part => part is RowPart);
        var (explained, later) = isRead ? (Explanation.None, -1) : (Explained(cell, parts), LaterTargets(cell, parts));
        (_cell, _parts, _levels, _clauses, _segments) =
            (cell, parts, new LevelTracker(parts), new ClauseReader(cell, explained, later), new SegmentBuilder(cell));
        _faults = new FaultCollector(cell, _levels);
    }

    public IndicatorReading Assemble()
    {
        for (var i = 0; i < _parts.Count; i++)
        {
            if (_parts[i] is HeadingPart heading) Head(heading);
            else if (_parts[i] is RowPart row) Read(row);
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

    /// <summary>培训1200人（产出-数量）: the levels that an indicator names itself.</summary>
    private void TakeLevels(OutlinePart part)
    {
        foreach (var level in part.Levels) _levels.Take(level);
        if (part.Levels.Count > 0) _faults.HeadBehind();
    }

    private void Read(ItemPart item, OutlinePart? before, OutlinePart? next)
    {
        TakeLevels(item);
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
            // 组织演练≥4次，实际完成5次: what was reached is no second indicator
            if (!isFirst && Array.IndexOf(Reached, clause.Name) >= 0)
            {
                _segments.Add(SegmentKind.Label, clause.Start, clause.End);
                continue;
            }

            Add(item.IsDescribed ? Undescribed(clause) : clause, isFirst ? item.Mark.Number ?? "" : "");
            _faults.Clause(clause, isOnHeading: isFirst && before is HeadingPart && item.Mark.Style == MarkStyle.None);
            isFirst = false;
        }
    }

    /// <summary>法治氛围 反映法治建设情况: with nothing but what it is for a name has no target.</summary>
    private static Clause Undescribed(Clause clause) => clause.Operator == TargetOperator.Qualitative && clause.Name == clause.Value
        ? clause with { Operator = TargetOperator.None, Value = "" } : clause;

    private void Read(RowPart row)
    {
        TakeLevels(row);
        if (row.MarkStart < row.Start) _segments.Add(SegmentKind.Mark, row.MarkStart, row.Start);
        Add(row.Clause, row.Mark.Number ?? "");
        _faults.Clause(row.Clause, isOnHeading: row.Clause.Name.Length == 0);
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
            Raw = _cell.Quote(clause.Start, clause.End).Trim(),
        });
    }

    /// <summary>Where a table explains its names, by its headers or by cells that say the names again.</summary>
    private static Explanation Explained(CellText cell, List<OutlinePart> parts)
    {
        var headers = parts.OfType<LabelPart>().Select(label => cell.Folded[label.Start..label.End].Trim()).ToList();
        var explained = headers.FindIndex(Explanations.Contains);
        // 三级指标、指标内容、指标值: of two columns of names the second says more about the first
        if (explained < 0 && headers.Exists(NameHeaders.Contains)) explained = headers.FindIndex(SecondNames.Contains);
        if (explained < 0)
            return SaysNamesTwice(cell.Folded) || TableColumns.Explain(cell.Folded) ? Explanation.BeforeTarget : Explanation.None;
        var target = headers.FindIndex(TargetHeaders.Contains);
        return target < 0 || explained < target ? Explanation.BeforeTarget : Explanation.Somewhere;
    }

    /// <summary>
    /// 2021年实际值、2022年实际值、2023年预期值, 半年目标值、全年目标值: how many columns of figures stand behind the one that is the target; -1 without a
    /// choice.
    /// </summary>
    private static int LaterTargets(CellText cell, List<OutlinePart> parts)
    {
        var headers = parts.OfType<LabelPart>().Select(label => cell.Folded[label.Start..label.End].Trim()).Where(IsOfFigures).ToList();
        if (headers.Count < 2) return -1;
        // 年度目标值、实施周期目标值: this year's
        var ofYear = headers.FindAll(header => Yearly.Any(word => header.StartsWith(word, StringComparison.Ordinal)));
        if (ofYear is [var only]) return headers.Count - 1 - headers.IndexOf(only);
        var target = headers.FindLastIndex(header => !Actuals.Any(word => header.Contains(word, StringComparison.Ordinal)));
        return target < 0 ? -1 : headers.Count - 1 - target;
    }

    /// <summary>指标值, 中期指标值（2024—2026）: what stands in brackets at the end does not count.</summary>
    private static bool IsOfFigures(string header) =>
        Figures.Any(word => (header.EndsWith(')') && header.LastIndexOf('(') is > 0 and var open ? header[..open] : header)
            .EndsWith(word, StringComparison.Ordinal)) && !header.Contains("说明", StringComparison.Ordinal);

    /// <summary>True when a line has a cell that says the one before it again, with more behind: a column explains the names.</summary>
    private static bool SaysNamesTwice(string text)
    {
        for (var tab = text.IndexOf('\t', StringComparison.Ordinal); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            var start = text.AsSpan(0, tab).LastIndexOfAny('\t', '\n') + 1;
            var name = text.AsSpan(start, tab - start).Trim();
            var behind = text.AsSpan(tab + 1);
            if (name.Length >= ShortestName && behind.StartsWith(name) && behind[name.Length..].TrimStart(' ') is ['\t', ..]
                && !name.EndsWith("指标"))
            {
                return true;
            }
        }

        return false;
    }

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
        // 实施效果指标 above 产出指标
        if (next is HeadingPart && end - item.Start <= LongestTitle && item.Mark.Style == MarkStyle.None
            && _cell.Folded.AsSpan(item.Start, end - item.Start).EndsWith("指标")) return true;
        // 二、绩效目标完成情况分析 above （一）产出指标完成情况分析
        var said = _cell.Folded.AsSpan(item.Start, end - item.Start).TrimEnd(":。");
        if (next is HeadingPart && said.Length <= LongestTitle + LongestTitle && EndsAsReport(said)) return true;
        return next is ItemPart { Mark.Style: not MarkStyle.None } deeper && deeper.Mark.Style > item.Mark.Style
            && deeper.Mark.Ordinal == 1
            && end > item.Start && _cell.Folded[end - 1] == ':';
    }

    private static bool EndsAsReport(ReadOnlySpan<char> said)
    {
        foreach (var word in Reports)
        {
            if (said.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private int TrimmedEnd(ItemPart item)
    {
        var end = item.End;
        while (end > item.Start && TextScan.IsSpace(_cell.Folded[end - 1])) end--;
        return end;
    }
}
