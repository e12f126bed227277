using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>一个表样包的数据集。The tables every dataset may have, with the columns a pack adds, and the tables it declares.</summary>
public static class PackSchema
{
    /// <summary>The tables in the order in which faults are listed.</summary>
    public static IReadOnlyList<TableSchema> Of(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return Of(pack.Data);
    }

    /// <summary>The table of a name, whatever its case; null when there is no such table.</summary>
    public static TableSchema? Table(IReadOnlyList<TableSchema> tables, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return tables.FirstOrDefault(table => string.Equals(table.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The tables with what is declared.</summary>
    public static IReadOnlyList<TableSchema> Of(IReadOnlyList<DataTable> declared)
    {
        ArgumentNullException.ThrowIfNull(declared);
        if (declared.Count == 0) return DatasetSchema.Tables;
        var known = DatasetSchema.Tables.Select(
            table => declared.FirstOrDefault(own => own.Name == table.Name) is { } own
                ? table.Having(Extended(table, own)) : table);
        var added = declared.Where(own => DatasetSchema.Table(own.Name) is null)
            .Select(own => new TableSchema(
                own.Name, own.Title.Length > 0 ? own.Title : own.Name, own.Meaning, Required: false,
                [CommonColumns.Year, CommonColumns.Unit, .. own.Columns.Select(Column)]));
        return [.. known.Concat(added)];
    }

    /// <summary>A column there is keeps its place; one that is declared anew takes it.</summary>
    private static IReadOnlyList<ColumnSchema> Extended(TableSchema table, DataTable own) =>
    [
        .. table.Columns.Select(column => own.Columns.FirstOrDefault(added => added.Name == column.Name) is { } added ? Column(added)
            : column),
        .. own.Columns.Where(added => table.Columns.All(column => column.Name != added.Name)).Select(Column),
    ];

    private static ColumnSchema Column(DataColumn column) => new(column.Name, column.Title, column.Title, KindOf(column.Kind))
    {
        Need = column.Need switch
        {
            DataNeed.Optional => ColumnNeed.Optional,
            DataNeed.BlankAllowed => ColumnNeed.BlankAllowed,
            _ => ColumnNeed.Required,
        },
        Aliases = column.Aliases,
        Choices = column.Choices.Count > 0 ? new ClosedList(column.Choices) : null,
    };

    private static ColumnKind KindOf(DataKind kind) => kind switch
    {
        DataKind.Code => ColumnKind.Code,
        DataKind.FunctionCode => ColumnKind.FunctionCode,
        DataKind.EconomicCode => ColumnKind.EconomicCode,
        DataKind.Amount => ColumnKind.Amount,
        DataKind.Number => ColumnKind.Number,
        DataKind.Choice => ColumnKind.Choice,
        _ => ColumnKind.Text,
    };
}
