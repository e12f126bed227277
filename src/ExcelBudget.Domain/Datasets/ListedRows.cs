namespace ExcelBudget.Domain.Datasets;

/// <summary>The rows of a table as a list, for datasets that were not read from files.</summary>
/// <param name="rows">The rows in order.</param>
internal sealed class ListedRows(IReadOnlyList<DatasetRow> rows) : IDatasetTable
{
    private readonly Lazy<ILookup<string, DatasetRow>> _byUnit =
        new(() => rows.ToLookup(row => row.Text(DatasetFields.UnitCode), StringComparer.Ordinal));

    /// <inheritdoc />
    public IReadOnlyList<DatasetRow> Rows => rows;

    /// <inheritdoc />
    public IReadOnlyList<DatasetRow> RowsOf(string unitCode) => [.. _byUnit.Value[unitCode]];
}
