namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>
/// What is noted of cells by where they stand. Cells of one sheet mostly come together: its name is looked up when it changes.
/// </summary>
internal sealed class CellMarks<T>
{
    private readonly Dictionary<string, Dictionary<long, T>> _sheets = new(StringComparer.Ordinal);
    private string? _name;
    private Dictionary<long, T> _cells = [];

    /// <summary>Notes something of a cell that has nothing yet; false where it has.</summary>
    public bool Add(string sheet, int row, int column, T mark) => Of(sheet, isNew: true)!.TryAdd(Key(row, column), mark);

    /// <summary>Is something noted of the cell?</summary>
    public bool Contains(string sheet, int row, int column) => Of(sheet)?.ContainsKey(Key(row, column)) ?? false;

    /// <summary>What is noted of the cell; false where nothing is.</summary>
    public bool TryGet(string sheet, int row, int column, out T? mark)
    {
        mark = default;
        return Of(sheet) is { } cells && cells.TryGetValue(Key(row, column), out mark);
    }

    private static long Key(int row, int column) => ((long)row << 20) | (long)column;

    private Dictionary<long, T>? Of(string sheet, bool isNew = false)
    {
        if (ReferenceEquals(sheet, _name)) return _cells;
        if (!_sheets.TryGetValue(sheet, out var cells))
        {
            if (!isNew) return null;
            _sheets[sheet] = cells = [];
        }

        (_name, _cells) = (sheet, cells);
        return cells;
    }
}
