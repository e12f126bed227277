namespace ExcelBudget.Domain.Datasets;

/// <summary>数据集。The facts of one or more units, in yuan, by table name (see <see cref="DatasetTables"/>).</summary>
/// <param name="tables">The tables by name; one that is not given is empty.</param>
public sealed class Dataset(IReadOnlyDictionary<string, IDatasetTable> tables)
{
    /// <summary>A dataset of rows at hand.</summary>
    /// <param name="rows">Rows by table; a table that is not given is empty.</param>
    public Dataset(IReadOnlyDictionary<string, IReadOnlyList<DatasetRow>> rows)
        : this(rows.ToDictionary(table => table.Key, IDatasetTable (table) => new ListedRows(table.Value), StringComparer.Ordinal))
    {
    }

    /// <summary>
    /// The rows of a table in file order; empty when the dataset has no such table. A dataset that was read keeps its rows packed and
    /// makes all of them anew each time this is asked for.
    /// </summary>
    public IReadOnlyList<DatasetRow> this[string table] => tables.TryGetValue(table, out var known) ? known.Rows : [];

    /// <summary>The rows of a table that are one unit's, in file order. Found without a look at the rows of other units.</summary>
    /// <param name="table">Table.</param>
    /// <param name="unitCode">Code of the unit; an unknown one has no rows.</param>
    public IReadOnlyList<DatasetRow> RowsOf(string table, string unitCode) =>
        tables.TryGetValue(table, out var known) ? known.RowsOf(unitCode) : [];
}
