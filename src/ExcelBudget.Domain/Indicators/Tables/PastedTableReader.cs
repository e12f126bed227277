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
    private const int FewestRows = 2;

    private readonly CellText _cell;
    private readonly TargetFinder _finder;
    private readonly CellKinds _kinds;
    private readonly PastedRowReader _rows;
    private readonly TableParts _parts;
    private bool _isDoubtful;

    private PastedTableReader(CellText cell)
    {
        (_cell, _finder) = (cell, ClauseReader.FinderOf(cell));
        var columns = new ColumnReader(cell, _finder, Explanation.None);
        _kinds = new CellKinds(cell, columns);
        _rows = new PastedRowReader(cell, columns, new ClauseReader(cell));
        _parts = new TableParts(cell, _rows);
    }

    /// <summary>
    /// The parts of a table, and whether another column may as well hold its targets; null when the text is none, or its columns do not
    /// tell what they are for.
    /// </summary>
    public static (List<OutlinePart> Parts, bool IsDoubtful)? Read(CellText cell)
    {
        var lines = TableLines.Of(cell.Folded);
        if (LabelledRows.IsPossible(cell.Folded, lines) && new PastedTableReader(cell) is var labelled
            && LabelledRows.Read(cell.Folded, lines, labelled._kinds, labelled._rows) is { } rows) return (rows, false);
        if (TableDivision.Of(cell.Folded, lines) is not { } division) return null;
        var reader = new PastedTableReader(cell);
        return reader.Read(division, lines) is { } parts ? (parts, reader._isDoubtful) : null;
    }

    private List<OutlinePart>? Read((Division Division, string Signs) division, List<(int Start, int End)> lines)
    {
        if (TableGrid.Of(_cell.Folded, _kinds, division, lines) is not { } grid) return null;
        var rows = grid.Division == Division.Stream
            ? TableStream.Rows(_cell.Folded, LevelCell.Mend(grid.Rows[0].Cells, _kinds)) : grid.Rows;
        if (rows is null) return null;
        if (grid.Division == Division.Blanks && rows.Any(HoldsSeveral)) return null;
        if (rows.Any(IsChain)) return null;
        if (grid.Division == Division.Tabs && TablePairs.Rows(rows) is { } pairs)
        {
            foreach (var row in pairs) _parts.TakePair(row);
            return _parts.Whole;
        }

        foreach (var block in TableBlocks.Of(_cell.Folded, rows))
        {
            if (!Read(block, grid.Division)) return null;
        }

        return _parts.Whole;
    }

    /// <summary>1. 召开会议 ≥ 4次 2. 视察 ≥ 2次, 数量指标：1.召开会议 ≥ 4次: a list in one line.</summary>
    private bool HoldsSeveral(PastedRow row)
    {
        for (var at = 0; at < row.Cells.Count; at++)
        {
            var cell = row.Cells[at];
            var said = _cell.Folded.AsSpan(cell.Start, cell.End - cell.Start);
            if (cell.Kind != PastedKind.Level && said.IndexOf("指标:") is > 0 and var colon && colon + 3 < said.Length) return true;
            var mark = at == 0 || said.Length < 2 ? default : ListMarkReader.Read(_cell.Folded, cell.Start);
            if (mark.Style is MarkStyle.Arabic or MarkStyle.ArabicInBrackets && mark.Length == said.Length) return true;
        }

        return false;
    }

    /// <summary>【产出指标/数量指标】 in a line of its own: an outline, whatever divides its items.</summary>
    private bool IsChain(PastedRow row) => row.Only is { } only && _cell.Folded[only.Start] == '[' && only.Kind != PastedKind.Level
        && new HeadingReader(_cell.Folded).Read(only.Start, Boundary.Line) is not null;

    private bool Read(TableBlock block, Division division)
    {
        var mark = _parts.Mark();
        if (ReadRows(block, division)) return true;
        if (division != Division.Tabs || TornLines.Mend(block.Rows, _kinds) is not { } whole) return false;
        _parts.GoBack(mark);
        return ReadRows(block with { Rows = whole }, division);
    }

    private bool ReadRows(TableBlock block, Division division)
    {
        foreach (var header in block.Headers) _parts.Label(header.Start, header.End);
        if (block.Rows.TrueForAll(row => row.Only is not null))
            return block.Rows.TrueForAll(row => _parts.TakeLevels(row) || _parts.TakeRemark(row));
        var keepsPlaces = division == Division.Tabs;
        var columns = block.Columns(_cell.Folded, keepsPlaces);
        if (columns.Count < 2 || new LayoutFinder(columns).Find() is not { } layout) return false;
        if (!new LayoutTrust(_finder, block, layout, division).IsGiven()) return false;
        var alignment = new RowAlignment(_cell.Folded, layout);
        var (read, missed, again) = (0, 0, 0);
        foreach (var row in new RowJoining(layout, alignment, keepsPlaces, _kinds).Join(block.Rows))
        {
            for (; again < block.Again.Count && block.Again[again].Start < row.Start; again++)
                _parts.Label(block.Again[again].Start, block.Again[again].End);
            if (_parts.TakeLevels(row) || _parts.TakeSum(row) || _parts.TakeRemark(row)) continue;
            var placed = alignment.Align(row, keepsPlaces);
            (read, missed) = placed is null ? (read, missed + 1) : (read + 1, missed);
            if (placed is null) _parts.TakeAsText(row);
            else _parts.Take(row, placed, layout);
        }

        _isDoubtful |= layout.IsDoubtful;
        return read >= FewestRows && (keepsPlaces ? missed * 5 <= read : missed == 0);
    }
}
