namespace ExcelBudget.Notes.Pages;

/// <summary>
/// The rows of a note's tables as blocks that fill pages, told while they are written: nine in ten of a note's elements stand in tables,
/// and need not be read again to set its pages.
/// </summary>
internal sealed class TableFlow
{
    /// <summary>What a cell leaves free on both sides, in twips.</summary>
    public const int CellMargins = 160;

    /// <summary>Height of the line between two rows.</summary>
    public const int RowBorder = 10;

    private readonly List<FlowBlock> _rows = [];
    private readonly List<(int Start, int End)> _places = [];
    private readonly List<int> _firstRows = [];
    private (bool IsHead, bool Keeps, int Height) _row;
    private int _head;

    /// <summary>Where each table begins and ends in the note.</summary>
    public IReadOnlyList<(int Start, int End)> Places => _places;

    /// <summary>A table begins.</summary>
    /// <param name="at">Its first byte.</param>
    public void StartTable(int at)
    {
        _places.Add((at, at));
        _firstRows.Add(_rows.Count);
        _head = 0;
    }

    /// <summary>A row begins.</summary>
    /// <param name="isHead">True when it repeats on every page.</param>
    /// <param name="height">Its least height in twips.</param>
    public void StartRow(bool isHead, int height) => _row = (isHead, isHead, height);

    /// <summary>A cell of one paragraph.</summary>
    /// <param name="look">The look of its style.</param>
    /// <param name="width">Its width in twips.</param>
    /// <param name="keepsNext">True when it stays on the page of the next row.</param>
    /// <param name="words">What it says.</param>
    public void Cell(ParagraphLook look, int width, bool keepsNext, ReadOnlySpan<char> words)
    {
        _row.Keeps |= keepsNext;
        var height = TextLines.Count(words, Math.Max(1, width - CellMargins), 0, look.HalfPoints) * look.Line;
        if (height > _row.Height) _row.Height = height;
    }

    /// <summary>The row ends.</summary>
    public void EndRow()
    {
        var height = _row.Height + RowBorder;
        if (_row.IsHead) _head += height;
        // for the head, which is not known to its end yet, stands that there is one
        _rows.Add(new FlowBlock(1, height) { KeepsNext = _row.Keeps, RepeatedHead = _row.IsHead ? 0 : 1 });
    }

    /// <summary>The table ends.</summary>
    /// <param name="at">The byte after its last.</param>
    public void EndTable(int at)
    {
        _places[^1] = (_places[^1].Start, at);
        for (var row = _firstRows[^1]; row < _rows.Count; row++)
        {
            _rows[row] = _rows[row] with
            {
                KeepsNext = _rows[row].KeepsNext && row + 1 < _rows.Count,
                RepeatedHead = _rows[row].RepeatedHead * _head,
            };
        }
    }

    /// <summary>Adds the rows of a table, by its place among the tables.</summary>
    public void AddTo(List<FlowBlock> blocks, int table)
    {
        var end = table + 1 < _firstRows.Count ? _firstRows[table + 1] : _rows.Count;
        for (var row = _firstRows[table]; row < end; row++) blocks.Add(_rows[row]);
    }
}
