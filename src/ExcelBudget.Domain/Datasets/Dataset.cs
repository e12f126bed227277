using System.Collections.Concurrent;

namespace ExcelBudget.Domain.Datasets;

/// <summary>数据集。The facts of one or more units, in yuan, by table name (see <see cref="DatasetTables"/>).</summary>
/// <param name="tables">Rows by table; a table that is not given is empty.</param>
public sealed class Dataset(IReadOnlyDictionary<string, IReadOnlyList<DatasetRow>> tables)
{
    private readonly ConcurrentDictionary<string, ILookup<string, DatasetRow>> _byUnit = new(StringComparer.Ordinal);

    /// <summary>The rows of a table in file order; empty when the dataset has no such table.</summary>
    public IReadOnlyList<DatasetRow> this[string table] => tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>The rows of a table that are one unit's, in file order. Found without a look at the rows of other units.</summary>
    /// <param name="table">Table.</param>
    /// <param name="unitCode">Code of the unit; an unknown one has no rows.</param>
    public IEnumerable<DatasetRow> RowsOf(string table, string unitCode) =>
        _byUnit.GetOrAdd(table, name => this[name].ToLookup(row => row.Text(DatasetFields.UnitCode), StringComparer.Ordinal))[unitCode];
}
