namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>工作表。One worksheet's cells as they stand.</summary>
public sealed class FlatSheet
{
    private readonly FlatCell[] _cells;
    private readonly MergeIndex _merges;
    private readonly SheetHiding _hiding;
    private readonly int[] _rowStarts;

    /// <summary>A sheet from its cells in any order; of two cells at one place the later wins, as in Excel.</summary>
    public FlatSheet(
        string name,
        IEnumerable<FlatCell> cells,
        IEnumerable<CellRange>? merges = null,
        SheetVisibility visibility = SheetVisibility.Visible,
        SheetHiding? hiding = null,
        string partName = "")
    {
        Name = name;
        Visibility = visibility;
        PartName = partName;
        _cells = CellOrder.RowMajor(cells);
        _merges = new MergeIndex(merges ?? []);
        _hiding = hiding ?? SheetHiding.None;
        LastRow = _cells.Length == 0 ? 0 : _cells[^1].Row;
        _rowStarts = CellOrder.RowStarts(_cells, LastRow);
    }

    private FlatSheet(FlatSheet sheet, string name, SheetVisibility visibility, string partName)
    {
        (Name, Visibility, PartName) = (name, visibility, partName);
        (_cells, _merges, _hiding, LastRow, _rowStarts) = (sheet._cells, sheet._merges, sheet._hiding, sheet.LastRow, sheet._rowStarts);
    }

    /// <summary>The same cells as a sheet of another workbook, which share their memory.</summary>
    internal FlatSheet As(string name, SheetVisibility visibility, string partName) => new(this, name, visibility, partName);

    /// <summary>A sheet whose cells nobody asked for.</summary>
    public static FlatSheet Unread(string name, SheetVisibility visibility, string partName) =>
        new(name, [], visibility: visibility, partName: partName) { IsUnread = true };

    /// <summary>True when its cells were left alone: that it has none here does not say that it is empty.</summary>
    public bool IsUnread { get; private init; }

    /// <summary>The tab's name.</summary>
    public string Name { get; }

    /// <summary>Whether the tab is shown.</summary>
    public SheetVisibility Visibility { get; }

    /// <summary>The sheet's entry in the zip, for whoever edits the file.</summary>
    public string PartName { get; }

    /// <summary>Cells with a value or a formula, row by row, left to right.</summary>
    public IReadOnlyList<FlatCell> Cells => _cells;

    /// <summary>The same, for whoever looks at every cell of every workbook.</summary>
    public ReadOnlySpan<FlatCell> All => _cells;

    /// <summary>合并单元格。Merged areas, top to bottom.</summary>
    public IReadOnlyList<CellRange> Merges => _merges.Ranges;

    /// <summary>The merged areas that have a row between two, both included, from the bottom up.</summary>
    public IReadOnlyList<CellRange> MergesAt(int firstRow, int lastRow) => _merges.Touching(firstRow, lastRow);

    /// <summary>The last row with a cell; 0 for an empty sheet.</summary>
    public int LastRow { get; }

    /// <summary>The cell at a place; null when it is empty or outside the sheet.</summary>
    public FlatCell? this[int row, int column]
    {
        get
        {
            var cells = Row(row);
            // most rows have a cell in every column from their first on
            if (cells.Length > 0 && column - cells[0].Column is var at and > 0 && at < cells.Length && cells[at].Column == column)
                return cells[at];
            foreach (var cell in cells)
            {
                if (cell.Column >= column) return cell.Column == column ? cell : null;
            }
            return null;
        }
    }

    /// <summary>The cells of one row, left to right; empty for a row without any.</summary>
    public ReadOnlySpan<FlatCell> Row(int row) =>
        row < 1 || row > LastRow ? [] : _cells.AsSpan(_rowStarts[row - 1], _rowStarts[row] - _rowStarts[row - 1]);

    /// <summary>Is any row or column hidden?</summary>
    public bool HidesCells => _hiding.Rows.Count > 0 || _hiding.Columns.Count > 0;

    /// <summary>Is the row hidden (also by a filter)?</summary>
    public bool IsRowHidden(int row) => _hiding.Rows.Contains(row);

    /// <summary>Is the column hidden?</summary>
    public bool IsColumnHidden(int column) => _hiding.Columns.Contains(column);

    /// <summary>The cell that shows at a place: the top left of the merged area around it, or the place itself.</summary>
    public CellReference MergedTopLeft(int row, int column) => _merges.Around(row, column)?.TopLeft ?? new CellReference(row, column);
}
