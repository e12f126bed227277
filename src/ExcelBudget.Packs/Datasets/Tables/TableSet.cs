using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>All tables of a dataset after their cells were read, for the checks between tables.</summary>
internal sealed class TableSet(IReadOnlyDictionary<string, TableReading> tables)
{
    /// <summary>Every table of the schema, also those that are not there, which have no rows.</summary>
    public IEnumerable<TableReading> All => DatasetSchema.Tables.Select(schema => tables[schema.Name]);

    /// <summary>The table of a schema.</summary>
    public TableReading this[TableSchema schema] => tables[schema.Name];
}
