using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>
/// 表样用到的列。Which columns of a dataset the forms of a pack draw on: what no form asks for nobody has to fill in.
/// </summary>
public static class UsedColumns
{
    /// <summary>Columns that say whose a row is and how much it counts: they are always needed.</summary>
    private static readonly string[] Always =
        [DatasetFields.Year, DatasetFields.UnitCode, DatasetFields.UnitName, DatasetFields.ProjectCode, DatasetFields.Amount,
            DatasetFields.Category, DatasetFields.Source, DatasetFields.AsOf, DatasetFields.Section, DatasetFields.Text];

    /// <summary>Every column that a form names, by table and field.</summary>
    public static IReadOnlySet<(string Table, string Field)> Of(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return pack.Forms.SelectMany(form => Queries(form).Concat(Keys(form))).ToHashSet();
    }

    /// <summary>What is known of every column of the tables that a pack may draw on.</summary>
    internal static IReadOnlyDictionary<(string Table, string Field), FieldFact> Facts(IReadOnlyList<DataTable> declared) =>
        PackSchema.Of(declared).SelectMany(table => table.Columns.Select(column => (Table: table.Name, Column: column))).ToDictionary(
            one => (one.Table, one.Column.Name),
            one => new FieldFact(one.Column.Choices?.Values.ToArray() ?? [], one.Column.Need == ColumnNeed.Required));

    /// <summary>Categories of expenditure that have a classification code.</summary>
    internal static IReadOnlySet<string> Coded { get; } =
        ClosedLists.Categories.Values.Where(category => category != ClosedLists.YearEndBalance).ToHashSet();

    /// <summary>A table in which only what the pack draws on must be there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="used">The columns that the pack's forms name.</param>
    public static TableSchema NeededOf(TableSchema table, IReadOnlySet<(string Table, string Field)> used)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(used);
        return table.Columns.All(column => IsNeeded(table, column, used)) ? table
            : table.Having([.. table.Columns.Select(column => IsNeeded(table, column, used) ? column : column.Optional())]);
    }

    private static bool IsNeeded(TableSchema table, ColumnSchema column, IReadOnlySet<(string Table, string Field)> used) =>
        column.Need == ColumnNeed.Optional || Always.Contains(column.Name) || used.Contains((table.Name, column.Name));

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
            yield return (DatasetTables.Units, DatasetFields.Members);
        }
    }
}
