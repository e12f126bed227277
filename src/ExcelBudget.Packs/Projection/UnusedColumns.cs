using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Schema;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Projection;

/// <summary>Optional columns of a dataset that hold something and that no form of the pack takes up.</summary>
internal static class UnusedColumns
{
    /// <summary>指标值 and the three fields it is made of: one side fills the other.</summary>
    private static readonly string[] Targets = [Target, Operator, Value, Unit];

    /// <summary>Each such column with its first row that says something.</summary>
    public static IEnumerable<(ColumnSchema Column, DatasetRow First)> Find(Pack pack, Dataset dataset)
    {
        var used = UsedColumns.Of(pack);
        // project_code links rows to projects; whether the link leads anywhere is another remark's to say
        foreach (var table in PackSchema.Of(pack).Where(table => pack.Tables.Contains(table.Name)))
        {
            foreach (var column in table.Columns.Where(column => column.Need != ColumnNeed.Required
                && column.Name != ProjectCode && !IsUsed(used, table.Name, column.Name)))
            {
                if (dataset[table.Name].FirstOrDefault(row => row.Text(column.Name).Length > 0) is { } first) yield return (column, first);
            }
        }
    }

    private static bool IsUsed(IReadOnlySet<(string, string)> used, string table, string field) =>
        used.Contains((table, field)) || (table == DatasetTables.Indicators && Targets.Contains(field)
            && Array.Exists(Targets, other => used.Contains((table, other))));
}
