using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Writes the rows of a table down as parts of the outline: headings once, indicators, and labels for all that is printed beside them.
/// </summary>
internal sealed class TableParts(CellText cell, PastedRowReader rows)
{
    private static readonly System.Buffers.SearchValues<char> Tellers = System.Buffers.SearchValues.Create("0123456789:");
    private readonly List<OutlinePart> _parts = [];
    private LevelsInForce _levels = new();
    private bool? _isReversed;

    /// <summary>
    /// The parts in order; null when no indicator is among them, or one reaches into another: then the columns were not these.
    /// </summary>
    public List<OutlinePart>? Whole
    {
        get
        {
            for (var at = 1; at < _parts.Count; at++)
            {
                if (_parts[at].Start < _parts[at - 1].End) return null;
            }

            return _parts.Exists(part => part is RowPart or ItemPart) ? _parts : null;
        }
    }

    /// <summary>Where a try began, to go back to when it fails.</summary>
    public (int Count, LevelsInForce Levels) Mark() => (_parts.Count, _levels with { });

    /// <summary>Takes back what was written since.</summary>
    public void GoBack((int Count, LevelsInForce Levels) mark)
    {
        _parts.RemoveRange(mark.Count, _parts.Count - mark.Count);
        _levels = mark.Levels with { };
    }

    /// <summary>A name and its target, the last cells of a row behind its levels.</summary>
    public void TakePair(PastedRow row)
    {
        if (TakeLevels(row)) return;
        var levels = row.Cells.Take(row.Cells.Count - 2).ToArray();
        for (var at = 0; at < levels.Length; at++)
            Head(LevelCell.Read(cell.Folded, levels[at].Start, levels[at].End)!, at == 0 && levels.Length > 1);
        if (rows.Read(row.Cells[^2], null, row.Cells[^1], null) is { } part) _parts.Add(part);
    }

    /// <summary>产出指标 数量指标: a line of levels alone; false for another.</summary>
    public bool TakeLevels(PastedRow row)
    {
        if (!row.IsOfLevels) return false;
        foreach (var level in row.Cells.Where(level => level.Kind == PastedKind.Level))
        {
            var heading = LevelCell.Read(cell.Folded, level.Start, level.End)!;
            Head(heading, heading.Name.Rank == HeadingRank.Level1);
        }

        return true;
    }

    /// <summary>合计⇥⇥⇥100; false for another row.</summary>
    public bool TakeSum(PastedRow row)
    {
        if (!RemarkRows.IsSum(cell.Folded, row)) return false;
        Label(row.Start, row.End);
        return true;
    }

    /// <summary>A title or a remark above, below and between the rows; false when the line is something else.</summary>
    public bool TakeRemark(PastedRow row)
    {
        if (RemarkRows.Find(cell.Folded, row) is not var (start, end)) return false;
        Label(start, end);
        return true;
    }

    /// <summary>The indicator of a row, with the levels before it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="placed">Its cells, by column.</param>
    /// <param name="layout">What the columns are for.</param>
    public void Take(PastedRow row, PastedCell?[] placed, ColumnLayout layout)
    {
        PastedCell? Cell(int at) => at < 0 ? null : placed[at];
        // 演练≥4次；印发资料≥2000份 where the columns of the target are blank
        var isWhole = layout.Value < 0 || (placed[layout.Name] is not null && Cell(layout.Value) is null && Cell(layout.Sign) is null
            && Cell(layout.Unit) is null);
        if (isWhole && SeveralIn(placed[layout.Name]!.Value) is { } several)
        {
            TakeLevels(placed, layout.Roles, 0, several[0].Start);
            _parts.AddRange(several);
            return;
        }

        var part = layout.Value < 0 || (isWhole && rows.HoldsSeveral(placed[layout.Name]!.Value))
            ? (OutlinePart)Item(placed[layout.Name]!.Value)
            : rows.Read(placed[layout.Name], Cell(layout.Sign), Cell(layout.Value), Cell(layout.Unit), Explained(placed, layout),
                IsDescribed(placed, layout));
        var isOwn = layout.AreLevelsBehind || IsReversed(placed, layout.Roles);
        if (part is not null && isOwn) part = part with { Levels = LevelsOf(placed, layout.Roles) };
        else TakeLevels(placed, layout.Roles, 0, part?.Start ?? row.End);
        foreach (var aside in row.Cells.Where(aside => !aside.IsEmpty && (isOwn || !_levels.Holds(aside)) && !(aside.End > part?.Start)))
            Label(aside.Start, aside.End);
        if (part is null) return;
        _parts.Add(part);
        // 补贴培训⇥80人⇥质量指标: at the end of a line stands the level of the next
        if (!isOwn) TakeLevels(placed, layout.Roles, part.End, row.End);
        foreach (var aside in row.Cells.Where(aside => !aside.IsEmpty && aside.Start >= part.End
            && (isOwn || !_levels.Holds(aside)))) Label(aside.Start, aside.End);
    }

    private bool IsDescribed(PastedCell?[] placed, ColumnLayout layout)
    {
        for (var at = 0; at < placed.Length; at++)
        {
            if (layout.Roles[at] == ColumnRole.Aside && placed[at] is { } aside
                && Description.Is(cell.Folded.AsSpan(aside.Start, aside.End - aside.Start))) return true;
        }

        return false;
    }

    /// <summary>The last cell of words, or of a year before, between a name and the column of targets; null without one.</summary>
    private static PastedCell? Explained(PastedCell?[] placed, ColumnLayout layout)
    {
        for (var at = layout.Value - 1; at > layout.Name; at--)
        {
            if (layout.Roles[at] == ColumnRole.Aside && placed[at] is { Kind: PastedKind.Words or PastedKind.Target } words) return words;
        }

        return null;
    }

    /// <summary>1.培训≥300人，2.演练≥4场: a cell of names and targets that are numbered; null for one indicator.</summary>
    private List<OutlinePart>? SeveralIn(PastedCell name)
    {
        var parts = new OutlineReader(cell.Folded).Read(name.Start, name.End);
        // in a cell of several lines each has its target
        return parts.Count > 1 && (parts.TrueForAll(part => part is ItemPart { Mark.Length: > 0 })
            || parts.TrueForAll(part => part is ItemPart && cell.Folded.AsSpan(part.Start, part.End - part.Start).IndexOfAny(Tellers) > 0))
            ? parts : null;
    }

    /// <summary>数量指标⇥产出指标⇥补助家庭农场: level 2 stands before level 1.</summary>
    private bool IsReversed(PastedCell?[] placed, ColumnRole[] roles)
    {
        // the first row with two levels tells
        if (_isReversed is { } told) return told;
        var (first, last) = (Array.IndexOf(roles, ColumnRole.Level), Array.LastIndexOf(roles, ColumnRole.Level));
        if (first < 0 || first == last || placed[first] is not { } one || placed[last] is not { } two) return false;
        _isReversed = LevelCell.Read(cell.Folded, one.Start, one.End)?.Name is { Rank: HeadingRank.Level2 } below
            && LevelCell.Read(cell.Folded, two.Start, two.End)?.Name is { Rank: HeadingRank.Level1 or HeadingRank.Either } above
            && below.Parents.Contains(above.Name, StringComparer.Ordinal);
        return _isReversed.Value;
    }

    /// <summary>≥45家⇥补助家庭农场⇥数量指标⇥产出指标: the levels that a row names behind or within its words, the first before the second.</summary>
    private List<Heading> LevelsOf(PastedCell?[] placed, ColumnRole[] roles)
    {
        var levels = new List<Heading>();
        for (var at = 0; at < placed.Length; at++)
        {
            if (roles[at] != ColumnRole.Level || placed[at] is not { } level) continue;
            levels.Add(LevelCell.Read(cell.Folded, level.Start, level.End) ?? LevelCell.Unknown(cell.Folded, level.Start, level.End));
        }

        if (levels is [{ Name.Rank: HeadingRank.Level2 }, { Name.Rank: HeadingRank.Level1 or HeadingRank.Either }]) _isReversed = true;
        if (_isReversed == true) levels.Reverse();
        return [.. levels.Where((level, at) => _levels.Take(level, at == 0 && levels.Count > 1))];
    }

    /// <summary>A row that fits under no column.</summary>
    public void TakeAsText(PastedRow row) => _parts.Add(new ItemPart(row.Start, row.End, default, row.Start));

    /// <summary>What is printed and no part of an indicator.</summary>
    public void Label(int start, int end)
    {
        if (_parts.Count == 0 || start >= _parts[^1].End) _parts.Add(new LabelPart(start, end));
    }

    private void TakeLevels(PastedCell?[] placed, ColumnRole[] roles, int from, int to)
    {
        var (first, last) = (Array.IndexOf(roles, ColumnRole.Level), Array.LastIndexOf(roles, ColumnRole.Level));
        for (var at = 0; at < placed.Length; at++)
        {
            if (roles[at] != ColumnRole.Level || placed[at] is not { } level || level.Start < from || level.End > to) continue;
            var heading = LevelCell.Read(cell.Folded, level.Start, level.End) ?? LevelCell.Unknown(cell.Folded, level.Start, level.End);
            var isBeside = at == first && at != last && placed[last] is null && _levels.IsAbove(heading.Name);
            if (isBeside) Label(level.Start, level.End);
            else Head(heading, at == first && at != last);
        }
    }

    private ItemPart Item(PastedCell name)
    {
        var mark = ListMarkReader.Read(cell.Folded, name.Start);
        if (mark.Length >= name.End - name.Start) mark = default;
        return new ItemPart(name.Start + mark.Length, name.End, mark, name.Start);
    }

    /// <summary>A heading, once: where every row names its levels the rows after the first say nothing new.</summary>
    private void Head(Heading heading, bool isFirst)
    {
        if (_levels.Take(heading, isFirst)) _parts.Add(new HeadingPart(heading));
        else Label(heading.Start, heading.End);
    }
}
