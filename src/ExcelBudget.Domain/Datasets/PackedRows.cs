namespace ExcelBudget.Domain.Datasets;

/// <summary>
/// The rows of one table as bytes, unit by unit: a county's dataset takes some kilobytes a unit, and rows are made when their unit's turn
/// comes and let go afterwards. One thread adds rows and closes the table; then any may read.
/// </summary>
/// <param name="file">File (or sheet) that the rows come from, as messages name it.</param>
/// <param name="shape">The table's columns.</param>
public sealed class PackedRows(string file, RowShape shape) : IDatasetTable
{
    private readonly Dictionary<string, List<byte[]>> _units = new(StringComparer.Ordinal);
    private readonly PackedRowWriter _writer = new(shape);
    private string? _unit;

    /// <inheritdoc />
    public IReadOnlyList<DatasetRow> Rows => InOrder([.. _units.SelectMany(unit => Read(unit.Key, unit.Value))]);

    /// <summary>Takes a row in.</summary>
    /// <exception cref="ArgumentException">It has other columns than the table.</exception>
    public void Add(DatasetRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var unit = row.Text(DatasetFields.UnitCode);
        if (unit != _unit) EndUnit();
        _unit = unit;
        _writer.Write(row, unit);
    }

    /// <summary>Ends adding: rows of a unit that stand apart are put together.</summary>
    public PackedRows Close()
    {
        EndUnit();
        _unit = null;
        foreach (var pieces in _units.Values.Where(pieces => pieces.Count > 1))
        {
            var whole = PackedBytes.Pack([.. pieces.SelectMany(PackedBytes.Unpack)]);
            pieces.Clear();
            pieces.Add(whole);
            pieces.TrimExcess();
        }

        _writer.Forget();
        return this;
    }

    /// <inheritdoc />
    public IReadOnlyList<DatasetRow> RowsOf(string unitCode) =>
        _units.TryGetValue(unitCode, out var pieces) ? InOrder(Read(unitCode, pieces)) : [];

    private void EndUnit()
    {
        if (_unit is null) return;
        if (!_units.TryGetValue(_unit, out var pieces)) _units[_unit] = pieces = new List<byte[]>(1);
        pieces.Add(PackedBytes.Pack(_writer.Written));
        _writer.Clear();
    }

    private List<DatasetRow> Read(string unit, List<byte[]> pieces) =>
        [.. pieces.SelectMany(piece => new PackedRowReader(file, shape, _writer.Words).Read(PackedBytes.Unpack(piece), unit))];

    /// <summary>Rows may be added late, when others have told what is missing in them.</summary>
    private static List<DatasetRow> InOrder(List<DatasetRow> rows)
    {
        for (var index = 1; index < rows.Count; index++)
        {
            if (rows[index].Line < rows[index - 1].Line) return [.. rows.OrderBy(row => row.Line)];
        }

        return rows;
    }
}
