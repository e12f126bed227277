namespace ExcelBudget.Domain.Datasets;

/// <summary>The rows of one table of a dataset, however they are kept. Thread-safe.</summary>
public interface IDatasetTable
{
    /// <summary>All rows in file order. Where rows are kept packed they are made anew each time: for samples, not for a county.</summary>
    IReadOnlyList<DatasetRow> Rows { get; }

    /// <summary>The rows of one unit in file order; none for a unit that is not known.</summary>
    /// <param name="unitCode">Code of the unit.</param>
    IReadOnlyList<DatasetRow> RowsOf(string unitCode);
}
