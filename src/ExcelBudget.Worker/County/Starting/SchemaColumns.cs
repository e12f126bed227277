using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Workbooks;
using ExcelBudget.Workbooks.Tables;

namespace ExcelBudget.Worker.County.Starting;

/// <summary>
/// Turns the columns of a schema into columns to be filled in: Chinese headings, dropdowns, and what to enter as a prompt.
/// </summary>
internal static class SchemaColumns
{
    private const double Narrowest = 10;
    private const double Widest = 40;

    /// <summary>The columns of a table.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="rows">Rows that are to fit; widths follow them.</param>
    public static IReadOnlyList<TableColumn> Of(TableSchema schema, IReadOnlyList<IReadOnlyList<TableCell>> rows) =>
        [.. schema.Columns.Select((column, index) => Column(column, Width(column, rows.Select(row => row[index].Text))))];

    private static TableColumn Column(ColumnSchema column, double width) => new(column.Title, width, Kind(column.Kind))
    {
        Choices = column.Choices?.Values ?? [],
        Prompt = column.Meaning + "。",
        IsRequired = column.Need == ColumnNeed.Required,
    };

    private static TableColumnKind Kind(ColumnKind kind) => kind switch
    {
        ColumnKind.Date => TableColumnKind.Day,
        ColumnKind.Amount or ColumnKind.Number => TableColumnKind.Figure,
        ColumnKind.Year => TableColumnKind.Count,
        ColumnKind.Code or ColumnKind.FunctionCode or ColumnKind.EconomicCode or ColumnKind.UnitReference => TableColumnKind.Code,
        _ => TableColumnKind.Text,
    };

    private static double Width(ColumnSchema column, IEnumerable<string> texts) => Math.Clamp(
        texts.Append(column.Title).Concat(column.Choices?.Values ?? []).Max(TextMetrics.Width) + 3, Narrowest, Widest);
}
