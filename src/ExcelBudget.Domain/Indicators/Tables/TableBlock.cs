namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Rows under one header.</summary>
/// <param name="Headers">The lines of the header; empty without one.</param>
/// <param name="Again">The lines of the header where it stands again between the rows.</param>
/// <param name="Rows">The rows.</param>
internal sealed record TableBlock(List<TableRow> Headers, List<TableRow> Again, List<TableRow> Rows)
{
    private const int LeastShare = 4;

    /// <summary>The columns, with what stands in them in the rows that have a cell for each.</summary>
    public List<Column> Columns(string text, bool keepsPlaces)
    {
        var heads = HeaderRow.Merge(text, Headers);
        var width = Width();
        var shift = 0;
        if (heads.Count > 0)
        {
            var missing = width - heads.Count;
            // levels stand in the rows, the header begins with the name
            if (missing > 0 && Leads(missing)) shift = missing;
            else if (missing > 0 || (missing < 0 && !keepsPlaces && heads[^1]?.Role != ColumnRole.Aside)) heads = [];
            else width = heads.Count;
        }

        var columns = Enumerable.Range(0, width).Select(_ => new Column()).ToList();
        for (var at = 0; at < heads.Count; at++) columns[at + shift].Header = heads[at];
        var levels = Rows.Max(row => row.Cells.Count == width ? Levels(row) : 0);
        foreach (var row in Rows)
        {
            // where the blank cells of levels are lost what stands behind them keeps its place from the right
            var missing = width - row.Cells.Count;
            if (missing != 0 && (missing < 0 || missing != levels - Levels(row))) continue;
            for (var at = 0; at < row.Cells.Count; at++) columns[at + missing].Add(text, row.Cells[at]);
        }

        foreach (var column in columns.Where(column => column.Label is not null))
            column.Header ??= HeaderWords.Read(column.Label!, 0, column.Label!.Length);
        return columns;
    }

    private static int Levels(TableRow row)
    {
        var count = 0;
        while (count < row.Cells.Count && row.Cells[count].Kind == CellKind.Level) count++;
        return count;
    }

    /// <summary>The most cells that several rows have.</summary>
    private int Width()
    {
        var counts = Rows.GroupBy(row => row.Cells.Count).OrderByDescending(group => group.Key).ToArray();
        var usual = Array.Find(counts, group => group.Count() >= 2 && group.Count() * LeastShare >= Rows.Count);
        return usual?.Key ?? counts[0].Key;
    }

    /// <summary>True when the first cells of a full row are levels.</summary>
    private bool Leads(int count) => Rows.Exists(row => row.Cells.Count > count
        && row.Cells.Take(count).All(cell => cell.Kind == CellKind.Level));
}
