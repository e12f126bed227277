using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Rows under one header.</summary>
/// <param name="Headers">The lines of the header; empty without one.</param>
/// <param name="Again">The lines of the header where it stands again between the rows.</param>
/// <param name="Rows">The rows.</param>
internal sealed record TableBlock(List<PastedRow> Headers, List<PastedRow> Again, List<PastedRow> Rows)
{
    private const int LeastShare = 4;
    private const int MostLevels = 2;

    /// <summary>The columns, with what stands in them in the rows that have a cell for each.</summary>
    public List<Column> Columns(string text, bool keepsPlaces)
    {
        var heads = HeaderRow.Merge(text, Headers);
        // where no line begins with an empty cell, the cells of levels that say nothing new are left out
        var levels = Rows.Exists(row => row.Cells[0].IsEmpty) ? 0 : Rows.Max(row => row.IsOfLevels ? 0 : Levels(row));
        var width = levels + Width(levels > 0);
        var shift = 0;
        if (heads.Count > 0)
        {
            // 标⇥一级指标⇥二级指标: the last sign of a title set down the side stands in the line of the headers alone
            if (heads.Count == width + 1 && heads[0] is null && Headers is [{ Cells: [{ IsEmpty: false }, ..] }]) heads.RemoveAt(0);
            var missing = width - heads.Count;
            // levels stand in the rows, the header begins with the name
            if (missing > 0 && Leads(missing)) shift = missing;
            else if (missing > 0 || (missing < 0 && !keepsPlaces && heads[^1]?.Role != ColumnRole.Aside)) heads = [];
            else width = heads.Count;
        }

        var columns = Enumerable.Range(0, width).Select(_ => new Column()).ToList();
        for (var at = 0; at < heads.Count; at++) columns[at + shift].Header = heads[at];
        foreach (var row in Rows)
        {
            // what stands behind the levels keeps its place from the right
            var missing = width - row.Cells.Count;
            if (missing < 0 || (missing > 0 && missing != levels - Levels(row))) continue;
            for (var at = 0; at < row.Cells.Count; at++) columns[at + missing].Add(text, row.Cells[at]);
        }

        foreach (var column in columns.Where(column => column.Label is not null))
            column.Header ??= HeaderWords.Read(column.Label!, 0, column.Label!.Length);
        return columns;
    }

    /// <summary>How many levels a row begins with; 服务对象满意度 before a target is a name.</summary>
    private static int Levels(PastedRow row)
    {
        var count = 0;
        while (count < Math.Min(MostLevels, row.Cells.Count) && row.Cells[count].Kind == PastedKind.Level) count++;
        var name = count;
        // 1⇥培训人数, 010101⇥培训人数
        if (name + 1 < row.Cells.Count && row.Cells[name].Kind is PastedKind.Number or PastedKind.Code) name++;
        var isNamed = name < row.Cells.Count && row.Cells[name].Kind is PastedKind.Words or PastedKind.Result or PastedKind.Level;
        return count > 0 && !isNamed ? count - 1 : count;
    }

    /// <summary>The most cells that several rows have, with or without those of levels.</summary>
    private int Width(bool isBehindLevels)
    {
        var rows = Rows.Where(row => row.Cells.Count > 1 && !row.IsOfLevels).ToArray();
        if (rows.Length == 0) return 1;
        var counts = rows.GroupBy(row => row.Cells.Count - (isBehindLevels ? Levels(row) : 0))
            .OrderByDescending(group => group.Key).ToArray();
        var usual = Array.Find(counts, group => group.Count() >= 2 && group.Count() * LeastShare >= rows.Length);
        return usual?.Key ?? counts[0].Key;
    }

    /// <summary>True when the first cells of a full row are levels.</summary>
    private bool Leads(int count) => Rows.Exists(row => row.Cells.Count > count
        && row.Cells.Take(count).All(cell => cell.Kind == PastedKind.Level));
}
