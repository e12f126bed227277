using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Schema;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Projection;

/// <summary>Optional columns of a dataset that hold something and that no form of the pack takes up.</summary>
internal sealed class UnusedColumns
{
    /// <summary>指标值 and the three fields it is made of: one side fills the other.</summary>
    private static readonly string[] Targets = [Target, Operator, Value, Unit];

    private readonly Dictionary<string, (ColumnSchema Column, FactTally Filled)[]> _tables;

    /// <param name="pack">The pack.</param>
    public UnusedColumns(Pack pack)
    {
        var used = UsedColumns.Of(pack);
        var tables = pack.Tables;
        // project_code links rows to projects; whether the link leads anywhere is another remark's to say
        _tables = PackSchema.Of(pack).Where(table => tables.Contains(table.Name)).ToDictionary(
            table => table.Name,
            table => table.Columns.Where(column => column.Need != ColumnNeed.Required
                    && column.Name != ProjectCode && !IsUsed(used, table.Name, column.Name))
                .Select(column => (column, new FactTally())).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Takes a row in.</summary>
    public void Add(string table, DatasetRow row)
    {
        if (!_tables.TryGetValue(table, out var columns)) return;
        foreach (var (column, filled) in columns)
        {
            if (!row[column.Name].IsBlank) filled.Add(row);
        }
    }

    /// <summary>Each such column with its first row that says something.</summary>
    public IEnumerable<(ColumnSchema Column, DatasetRow First)> Found() =>
        from columns in _tables.Values
        from column in columns
        where column.Filled.First is not null
        select (column.Column, column.Filled.First!);

    private static bool IsUsed(IReadOnlySet<(string, string)> used, string table, string field) =>
        used.Contains((table, field)) || (table == DatasetTables.Indicators && Targets.Contains(field)
            && Array.Exists(Targets, other => used.Contains((table, other))));
}
