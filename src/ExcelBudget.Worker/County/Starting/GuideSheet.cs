using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Workbooks.Tables;

namespace ExcelBudget.Worker.County.Starting;

/// <summary>填表说明。The sheet in front of an empty workbook: what it is for, and what each column of each sheet means.</summary>
internal static class GuideSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="opening">What the workbook is and what to do with it, a line each.</param>
    /// <param name="tables">The tables that follow.</param>
    public static TableSheet Of(IEnumerable<string> opening, IEnumerable<TableSchema> tables) => new(
        TableFamily.Guide,
        [new("", 22), new("", 10), new("", 78)],
        [
            .. opening.Select(line => Spread(line)),
            .. tables.SelectMany(OfTable),
        ])
    {
        IsPlain = true,
        IsPortrait = true,
    };

    private static IReadOnlyList<TableCell> Spread(string line) => [TableCell.Spread(line)];

    private static IEnumerable<IReadOnlyList<TableCell>> OfTable(TableSchema table)
    {
        yield return [TableCell.Blank];
        yield return [TableCell.Of(table.Title, CellTone.Total), TableCell.Of("", CellTone.Total),
            TableCell.Of(table.Meaning, CellTone.Total)];
        foreach (var column in table.Columns)
            yield return [TableCell.Of(column.Title), TableCell.Of(column.Need == ColumnNeed.Required ? "必填" : ""),
                TableCell.Of(Meaning(column))];
    }

    private static string Meaning(ColumnSchema column) =>
        column.Choices is { } choices ? $"{column.Meaning}。可选：{string.Join("、", choices.Values)}" : column.Meaning;
}
