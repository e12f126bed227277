using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Issued;

/// <summary>The rows of one form as they were issued.</summary>
/// <param name="declared">The form; null for one the pack does not have.</param>
/// <param name="isNumbered">Its rows have running numbers, which a row inserted above changes.</param>
internal sealed class SealedForm(FormDefinition? declared, bool isNumbered)
{
    private readonly Dictionary<RowKey, SealedRow> _byKey = [];
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private (ColumnId Column, bool IsFigure)[] _columns = [];
    private Dictionary<(ColumnId Column, decimal Figure), decimal>? _listed;

    /// <summary>Its rows in order.</summary>
    public List<SealedRow> Rows { get; private set; } = [];

    /// <summary>True when no column is named twice, as none is when a workbook is issued.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Begins its rows, anew where it stands twice.</summary>
    /// <param name="columns">The columns of the cells from the first value on.</param>
    public void Begin(IEnumerable<string> columns)
    {
        Rows = [];
        _columns = [.. columns.Select(text => new ColumnId(text))
            .Select(column => (column, declared?.Column(column) is { IsFigure: true }))];
        IsPlain = _columns.DistinctBy(column => column.Column).Count() == _columns.Length;
    }

    /// <summary>Takes in a row.</summary>
    /// <param name="name">Value of its key.</param>
    /// <param name="cells">Its cells on the hidden sheet.</param>
    /// <param name="firstValue">The sheet column of the first value.</param>
    public void Add(string name, ReadOnlySpan<FlatCell> cells, int firstValue)
    {
        var key = new RowKey(name);
        if (_byKey.ContainsKey(key)) key = key with { Repeat = _repeats[name] = _repeats.GetValueOrDefault(name) + 1 };
        var row = new SealedRow(key, Sealed(cells, firstValue));
        _byKey[key] = row;
        Rows.Add(row);
    }

    /// <summary>True when a row of that key was issued.</summary>
    public bool HasRow(RowKey row) => _byKey.ContainsKey(row);

    /// <summary>
    /// How exactly the figure of a cell is known that still holds what it was issued with; null for any other figure. Where rows move, the
    /// figure must have been issued in its column.
    /// </summary>
    public decimal? HalfWidthOf(RowKey row, ColumnId column, decimal figure)
    {
        if (isNumbered) return (_listed ??= Listed()).TryGetValue((column, figure), out var listed) ? listed : null;
        return _byKey.TryGetValue(row, out var before) ? before.HalfWidthOf(column, figure) : null;
    }

    private SealedCell[] Sealed(ReadOnlySpan<FlatCell> cells, int firstValue)
    {
        var values = new SealedCell[cells.Length];
        var count = 0;
        foreach (var cell in cells)
        {
            var at = cell.Column - firstValue;
            if (at < 0 || at >= _columns.Length || (cell.Kind != FlatCellKind.Number && cell.Text.Length == 0)) continue;
            values[count++] = new SealedCell(_columns[at].Column, cell, _columns[at].IsFigure);
        }

        return count == values.Length ? values : values[..count];
    }

    private Dictionary<(ColumnId Column, decimal Figure), decimal> Listed()
    {
        var listed = new Dictionary<(ColumnId, decimal), decimal>();
        foreach (var cell in _byKey.Values.SelectMany(row => row.Cells))
        {
            if (cell.Figure is not { } figure) continue;
            var half = cell.HalfWidth;
            listed[(cell.Column, figure)] = Math.Min(half, listed.GetValueOrDefault((cell.Column, figure), half));
        }

        return listed;
    }
}
