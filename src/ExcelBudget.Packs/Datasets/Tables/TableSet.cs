using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>All tables of a dataset after their cells were read, for the checks between tables.</summary>
/// <param name="readings">Every table of the schema in its order.</param>
internal sealed class TableSet(IReadOnlyList<TableReading> readings)
{
    private readonly Dictionary<string, TableReading> _tables = readings.ToDictionary(table => table.Schema.Name, StringComparer.Ordinal);

    /// <summary>Every table of the schema, also those that are not there, which have no rows.</summary>
    public IEnumerable<TableReading> All => readings;

    /// <summary>The table of a schema.</summary>
    public TableReading this[TableSchema schema] => _tables[schema.Name];
}
