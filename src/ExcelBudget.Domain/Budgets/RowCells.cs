using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Budgets;

/// <summary>
/// The values of one row by column, in the order in which they were put in. A row has a handful of them, and there are many rows: they
/// stand side by side and are looked through. Not thread-safe while values are put in.
/// </summary>
#pragma warning disable CA1710 // the field's word for what it holds says more than «dictionary»
public sealed class RowCells : IReadOnlyDictionary<ColumnId, CellValue>
{
    private const int Fewest = 4;

    private KeyValuePair<ColumnId, CellValue>[] _cells = [];

#pragma warning restore CA1710
    /// <summary>A row without values.</summary>
    public RowCells()
    {
    }

    /// <summary>A row with the values of another.</summary>
    public RowCells(IReadOnlyDictionary<ColumnId, CellValue> cells)
    {
        _cells = [.. cells];
        Count = _cells.Length;
    }

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public IEnumerable<ColumnId> Keys => _cells.Take(Count).Select(cell => cell.Key);

    /// <inheritdoc />
    public IEnumerable<CellValue> Values => _cells.Take(Count).Select(cell => cell.Value);

    /// <summary>The value of a column.</summary>
    /// <exception cref="KeyNotFoundException">The row has none.</exception>
    public CellValue this[ColumnId key]
    {
        get => Find(key) is >= 0 and var at ? _cells[at].Value : throw new KeyNotFoundException($"{key} is blank");
        set
        {
            var at = Find(key);
            if (at < 0 && Count == _cells.Length) Array.Resize(ref _cells, Math.Max(Fewest, Count * 2));
            _cells[at < 0 ? Count++ : at] = new(key, value);
        }
    }

    /// <inheritdoc />
    public bool ContainsKey(ColumnId key) => Find(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(ColumnId key, [MaybeNullWhen(false)] out CellValue value)
    {
        var at = Find(key);
        value = at < 0 ? null : _cells[at].Value;
        return at >= 0;
    }

    /// <summary>Makes a column blank.</summary>
    public void Remove(ColumnId key)
    {
        if (Find(key) is not (>= 0 and var at)) return;
        Array.Copy(_cells, at + 1, _cells, at, --Count - at);
        _cells[Count] = default;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<ColumnId, CellValue>> GetEnumerator()
    {
        for (var at = 0; at < Count; at++) yield return _cells[at];
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(ColumnId key)
    {
        for (var at = 0; at < Count; at++)
        {
            if (_cells[at].Key == key) return at;
        }

        return -1;
    }
}
