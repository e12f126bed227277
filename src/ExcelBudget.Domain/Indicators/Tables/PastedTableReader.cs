using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Reads a pasted table by its columns: which column holds the names, the operators, the targets, the units follows from the headers and
/// from what stands in the columns over all rows, and then every row is read under that layout. What stands in other columns is
/// printed and no part of an indicator.
/// </summary>
internal sealed class PastedTableReader
{
    private const int LongestTitle = 16;
    private const int FewestRows = 2;
    private static readonly string[] Sums = Vocabulary.Of("sumRows");
    private static readonly string[] Remarks = Vocabulary.Of("remarkRows");

    private readonly CellText _cell;
    private readonly ColumnReader _columns;
    private readonly ClauseReader _clauses;
    private readonly TargetFinder _finder;
    private readonly PastedRowReader _rows;
    private readonly List<OutlinePart> _parts = [];
    private readonly LevelsInForce _levels = new();

    private PastedTableReader(CellText cell)
    {
        _cell = cell;
        _finder = ClauseReader.FinderOf(cell);
        _clauses = new ClauseReader(cell);
        _columns = new ColumnReader(cell, _finder, Explanation.None);
        _rows = new PastedRowReader(cell, _columns, _clauses);
    }

    /// <summary>The parts of a table; null when the text is none, or its columns do not tell what they are for.</summary>
    public static List<OutlinePart>? Read(CellText cell) =>
        TableGrid.Lines(cell.Folded) is var lines && TableGrid.DivisionOf(cell.Folded, lines) is { } division
            ? new PastedTableReader(cell).Read(division, lines)
            : null;

    private List<OutlinePart>? Read((Division Division, string Signs) division, List<(int Start, int End)> lines)
    {
        if (TableGrid.Of(_cell.Folded, new CellKinds(_cell, _columns), division, lines) is not { } grid) return null;
        var rows = grid.Division == Division.Stream ? TableStream.Rows(_cell.Folded, grid.Rows[0].Cells) : grid.Rows;
        if (rows is null) return null;
        if (grid.Division == Division.Tabs && TablePairs.Rows(rows) is { } pairs)
        {
            foreach (var row in pairs) TakePair(row);
            return _parts;
        }

        foreach (var block in TableBlocks.Of(_cell.Folded, rows))
        {
            if (!Read(block, grid.Division)) return null;
        }

        return _parts.OfType<RowPart>().Any() || _parts.OfType<ItemPart>().Any() ? _parts : null;
    }

    private void TakePair(PastedRow row)
    {
        if (IsOfLevels(row)) return;
        var levels = row.Cells.Take(row.Cells.Count - 2).ToArray();
        for (var at = 0; at < levels.Length; at++)
            Head(LevelCell.Read(_cell.Folded, levels[at].Start, levels[at].End)!, at == 0 && levels.Length > 1);
        if (_rows.Read(row.Cells[^2], null, row.Cells[^1], null) is { } part) _parts.Add(part);
    }

    private bool Read(TableBlock block, Division division)
    {
        foreach (var header in block.Headers) Label(header.Start, header.End);
        if (block.Rows.TrueForAll(row => row.Only is not null))
            return block.Rows.TrueForAll(row => IsOfLevels(row) || Alone(row.Only!.Value));
        var columns = block.Columns(_cell.Folded, division == Division.Tabs);
        if (columns.Count < 2 || new LayoutFinder(columns).Find() is not { } layout) return false;
        if (columns.Max(column => column.Filled) < (block.Headers.Count > 0 ? 1 : FewestRows)) return false;
        if (layout.Value < 0 && !NamesHoldTargets(block, layout)) return false;
        var isPlain = !Array.Exists(layout.Roles, role => role == ColumnRole.Aside);
        if (isPlain && division != Division.Tabs && layout.Unit < 0 && layout.Sign < 0
            && (division != Division.Blanks || !ArePairs(block, layout))) return false;
        // blanks stand between words too: a header, signs or points must speak for columns
        if (!(isPlain && layout.Unit < 0) && division == Division.Blanks && block.Headers.Count == 0 && layout.Sign < 0
            && !columns.Exists(IsAsideOfFigures) && !IsTold(layout)) return false;
        var alignment = new RowAlignment(_cell.Folded, layout);
        var (read, missed, again) = (0, 0, 0);
        foreach (var row in RowJoining.Join(block.Rows, layout, alignment, division == Division.Tabs))
        {
            for (; again < block.Again.Count && block.Again[again].Start < row.Start; again++)
                Label(block.Again[again].Start, block.Again[again].End);
            if (IsOfLevels(row) || IsSum(row) || (row.Only is { } only && Alone(only))) continue;
            if (alignment.Align(row, division == Division.Tabs) is { } placed) (read, _) = (read + 1, Take(row, placed, layout));
            else (missed, _) = (missed + 1, TakeAsText(row));
        }

        return read >= FewestRows && (division == Division.Tabs ? missed * 5 <= read : missed == 0);
    }

    /// <summary>
    /// 宣传教育 覆盖所有人员: names and targets, one blank in every line, levels before them. Some target must be words, for figures are found
    /// without columns, and no name before words may hold a figure.
    /// </summary>
    private bool ArePairs(TableBlock block, ColumnLayout layout)
    {
        var levels = layout.Roles.Count(role => role == ColumnRole.Level);
        if (layout.Value != layout.Name + 1 || layout.Sign >= 0 || layout.Unit >= 0 || layout.Roles.Length != levels + 2) return false;
        var isWorded = false;
        foreach (var row in block.Rows)
        {
            if (row.Only is { Kind: PastedKind.Level }) continue;
            if (row.Cells.Count < 2 || row.Cells.Count > layout.Roles.Length) return false;
            if (!row.Cells.Take(row.Cells.Count - 2).All(cell => cell.Kind == PastedKind.Level)) return false;
            var (name, value) = (row.Cells[^2], row.Cells[^1]);
            var isTarget = value.Kind is PastedKind.Words or PastedKind.Target or PastedKind.Result;
            if (name.Kind != PastedKind.Words || !isTarget) return false;
            isWorded |= value.Kind == PastedKind.Words;
            if (value.Kind == PastedKind.Words && _finder.Find(name.Start, name.End).Count > 0) return false;
        }

        return isWorded;
    }

    /// <summary>Three rows of four and more have a figure with its sign or unit in the same place.</summary>
    private static bool IsTold(ColumnLayout layout) => layout.Value > layout.Name && layout.Columns[layout.Value] is { Filled: > 3 } value
        && value.Share(PastedKind.Target, PastedKind.Result) >= 0.9m && value.Share(PastedKind.Target) >= 0.6m;

    private static bool IsAsideOfFigures(Column column) => column.Label is not null || column.Share(PastedKind.Direction) > 0.7m
        || (column.ArePoints && column.Share(PastedKind.Number) > 0.7m);

    /// <summary>≥95%…⇥10⇥正向: a column of names that hold their targets.</summary>
    private bool NamesHoldTargets(TableBlock block, ColumnLayout layout)
    {
        var (told, all) = (0, 0);
        foreach (var row in block.Rows.Where(row => row.Cells.Count == layout.Roles.Length))
        {
            var name = row.Cells[layout.Name];
            if (name.IsEmpty) continue;
            all++;
            if (_finder.Find(name.Start, name.End).Count > 0) told++;
        }

        return told * 3 >= all * 2;
    }

    /// <summary>产出指标 数量指标: a line of levels alone.</summary>
    private bool IsOfLevels(PastedRow row)
    {
        if (!row.IsOfLevels) return false;
        foreach (var cell in row.Cells.Where(cell => !cell.IsEmpty))
        {
            var heading = LevelCell.Read(_cell.Folded, cell.Start, cell.End)!;
            Head(heading, heading.Name.Rank == HeadingRank.Level1);
        }

        return true;
    }

    /// <summary>A line with one cell: a title, a remark. False when it is something else.</summary>
    private bool Alone(PastedCell cell)
    {
        var text = _cell.Folded[cell.Start..cell.End];
        if (Array.Exists(Remarks, word => text.StartsWith(word, StringComparison.Ordinal))
            || (text.Length <= LongestTitle && (text.TrimEnd(':').EndsWith("指标", StringComparison.Ordinal) || text.EndsWith('表'))))
            Label(cell.Start, cell.End);
        else return false;
        return true;
    }

    /// <summary>合计⇥⇥⇥100.</summary>
    private bool IsSum(PastedRow row)
    {
        var first = row.Cells.FirstOrDefault(cell => !cell.IsEmpty);
        if (Array.IndexOf(Sums, _cell.Folded[first.Start..first.End]) < 0) return false;
        Label(row.Start, row.End);
        return true;
    }

    private bool Take(PastedRow row, PastedCell?[] placed, ColumnLayout layout)
    {
        var first = Array.IndexOf(layout.Roles, ColumnRole.Level);
        for (var at = 0; at < placed.Length; at++)
        {
            if (layout.Roles[at] != ColumnRole.Level || placed[at] is not { } level) continue;
            var isFirst = at == first && at != Array.LastIndexOf(layout.Roles, ColumnRole.Level);
            Head(LevelCell.Read(_cell.Folded, level.Start, level.End) ?? LevelCell.Unknown(_cell.Folded, level.Start, level.End), isFirst);
        }

        PastedCell? Cell(int at) => at < 0 ? null : placed[at];
        var part = layout.Value < 0 ? (OutlinePart)Item(placed[layout.Name]!.Value)
            : _rows.Read(placed[layout.Name], Cell(layout.Sign), Cell(layout.Value), Cell(layout.Unit));
        if (part is null)
        {
            foreach (var cell in row.Cells.Where(cell => !cell.IsEmpty)) Label(cell.Start, cell.End);
            return true;
        }

        foreach (var cell in row.Cells.Where(cell => !cell.IsEmpty && cell.End <= part.Start && !_levels.Holds(cell)))
            Label(cell.Start, cell.End);
        _parts.Add(part);
        foreach (var cell in row.Cells.Where(cell => !cell.IsEmpty && cell.Start >= part.End)) Label(cell.Start, cell.End);
        return true;
    }

    private bool TakeAsText(PastedRow row)
    {
        _parts.Add(new ItemPart(row.Start, row.End, default, row.Start));
        return true;
    }

    private ItemPart Item(PastedCell name)
    {
        var mark = ListMarkReader.Read(_cell.Folded, name.Start);
        if (mark.Length >= name.End - name.Start) mark = default;
        return new ItemPart(name.Start + mark.Length, name.End, mark, name.Start);
    }

    /// <summary>A heading, once: where every row names its levels the rows after the first say nothing new.</summary>
    private void Head(Heading heading, bool isFirst)
    {
        if (_levels.Take(heading, isFirst)) _parts.Add(new HeadingPart(heading));
        else Label(heading.Start, heading.End);
    }

    private void Label(int start, int end)
    {
        if (_parts.Count == 0 || start >= _parts[^1].End) _parts.Add(new LabelPart(start, end));
    }
}
