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
        var used = Used(pack).ToHashSet();
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

    private static bool IsUsed(HashSet<(string, string)> used, string table, string field) =>
        used.Contains((table, field)) || (table == DatasetTables.Indicators && Targets.Contains(field)
            && Array.Exists(Targets, other => used.Contains((table, other))));

    private static IEnumerable<(string Table, string Field)> Used(Pack pack) =>
        pack.Forms.SelectMany(form => Queries(form).Concat(Keys(form)));

    private static IEnumerable<(string Table, string Field)> Queries(FormDefinition form) =>
        from query in form.Columns.Select(column => column.From).OfType<FactQuery>().SelectMany(query => Narrowed(form, query))
        from field in query.Where.Keys.Prepend(query.Field)
        select (query.Table == DatasetTables.Members ? DatasetTables.Units : query.Table, field);

    /// <summary>A column's query as it stands and as the rows narrow it, from their own table where they name one.</summary>
    private static IEnumerable<FactQuery> Narrowed(FormDefinition form, FactQuery query)
    {
        yield return query;
        foreach (var row in form.Rows.OfType<RowGroup.Fixed>())
        {
            foreach (var where in row.Entered.Values) yield return (row.Table is { } table
                ? query with { Table = table }
                : query).And(where);
            foreach (var text in row.EnteredTexts.Values) yield return text;
        }
    }

    private static IEnumerable<(string Table, string Field)> Keys(FormDefinition form)
    {
        var tables = form.Columns.Select(column => column.From?.Table).OfType<string>().Distinct().ToArray();
        foreach (var tree in form.Rows.OfType<RowGroup.Tree>())
        {
            foreach (var table in tables)
            {
                foreach (var key in tree.KeyFields) yield return (table, key);
                if (tree.ItemField is { } item) yield return (table, item);
            }

            foreach (var field in form.Columns.Select(column => column.Map?.Codes.Field).OfType<string>())
                yield return (DatasetTables.Units, field);
            if (tree.UnitNames is { } names)
            {
                yield return (names.Table, names.Field);
                yield return (names.Table, tree.KeyField);
            }
        }

        if (form.Rows.OfType<RowGroup.List>().Any(list => list.Table == DatasetTables.Members))
        {
            yield return (DatasetTables.Units, Members);
        }
    }
}
