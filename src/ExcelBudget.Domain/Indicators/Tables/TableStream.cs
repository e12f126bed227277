namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Finds the rows of a table whose cells follow one another without any end of a row: every row begins with a level or a name, has as many
/// cells as the others, and the same kinds of cells in the same places.
/// </summary>
internal static class TableStream
{
    private const int LongestRow = 12;
    private const int ShortestRow = 3;
    private const int FewestRows = 3;

    /// <summary>The rows; null when the cells do not repeat themselves.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="cells">The cells in order.</param>
    public static List<TableRow>? Rows(string text, IReadOnlyList<TableCell> cells)
    {
        var heads = 0;
        while (heads < cells.Count && HeaderWords.Read(text, cells[heads].Start, cells[heads].End) is not null) heads++;
        if (heads < 2) heads = 0;
        var rows = new List<TableRow>();
        if (heads > 0) rows.Add(Row([.. cells.Take(heads)]));
        var groups = Groups(cells, heads);
        var length = Enumerable.Range(ShortestRow, LongestRow - ShortestRow + 1).FirstOrDefault(length => Fits(groups, length));
        if (length > 0) foreach (var (levels, body) in groups) Cut(rows, levels, body, length);
        else foreach (var (levels, body) in groups) CutAtNames(rows, levels, body);
        return rows.Count >= FewestRows && rows.Skip(heads > 0 ? 1 : 0).All(HasTarget) ? rows : null;
    }

    /// <summary>What stands under the same levels: the cells of the levels, and those behind them up to the next level.</summary>
    private static List<(List<TableCell> Levels, List<TableCell> Body)> Groups(IReadOnlyList<TableCell> cells, int from)
    {
        var groups = new List<(List<TableCell> Levels, List<TableCell> Body)>();
        for (var at = from; at < cells.Count; at++)
        {
            var isLevel = cells[at].Kind == CellKind.Level;
            if (groups.Count == 0 || (isLevel && groups[^1].Body.Count > 0)) groups.Add(([], []));
            (isLevel ? groups[^1].Levels : groups[^1].Body).Add(cells[at]);
        }

        return groups;
    }

    /// <summary>True when every group can be cut into rows of this length that begin with words and agree from row to row.</summary>
    private static bool Fits(List<(List<TableCell> Levels, List<TableCell> Body)> groups, int length)
    {
        var kinds = new Dictionary<CellKind, int>[length];
        for (var at = 0; at < length; at++) kinds[at] = [];
        var rows = 0;
        foreach (var (_, body) in groups)
        {
            if (body.Count % length != 0) return false;
            rows += body.Count / length;
            for (var at = 0; at < body.Count; at++)
            {
                var kind = Plain(body[at].Kind);
                kinds[at % length][kind] = kinds[at % length].GetValueOrDefault(kind) + 1;
            }
        }

        if (rows < FewestRows) return false;
        var agreeing = kinds.Count(place => place.Values.Max() * 4 >= rows * 3);
        return agreeing >= length - 1 && kinds[0].GetValueOrDefault(CellKind.Words) * 4 >= rows * 3;
    }

    private static CellKind Plain(CellKind kind) =>
        kind is CellKind.Target or CellKind.Result ? CellKind.Number : kind is CellKind.Scoring or CellKind.Basis ? CellKind.Words : kind;

    private static void Cut(List<TableRow> rows, List<TableCell> levels, List<TableCell> body, int length)
    {
        for (var at = 0; at < body.Count; at += length)
            rows.Add(Row([.. at == 0 ? levels : [], .. body.GetRange(at, length)]));
    }

    /// <summary>Rows of unequal length: words behind a target begin the next one.</summary>
    private static void CutAtNames(List<TableRow> rows, List<TableCell> levels, List<TableCell> body)
    {
        var (row, isTold) = (new List<TableCell>(levels), false);
        foreach (var cell in body)
        {
            if (cell.Kind == CellKind.Words && isTold)
            {
                rows.Add(Row(row));
                (row, isTold) = ([], false);
            }

            isTold |= cell.Kind is CellKind.Target or CellKind.Number or CellKind.Result;
            row.Add(cell);
        }

        if (row.Count > 0) rows.Add(Row(row));
    }

    private static bool HasTarget(TableRow row) =>
        row.Cells.Any(cell => cell.Kind is CellKind.Target or CellKind.Number or CellKind.Result or CellKind.Sign);

    private static TableRow Row(List<TableCell> cells) => new(cells[0].Start, cells[^1].End, cells);
}
