namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Tables that print several indicators in one row: behind the levels a name and its target, and again a name and its target. The rows
/// differ in how many they hold, and every one holds whole pairs: a column of explanations or of actual values would stand in each row.
/// </summary>
internal static class TablePairs
{
    private const int FewestRows = 3;

    /// <summary>The rows with one indicator each; null where the table has no such rows.</summary>
    public static List<PastedRow>? Rows(IReadOnlyList<PastedRow> rows)
    {
        var (single, several) = (0, 0);
        var cut = new List<PastedRow>();
        foreach (var row in rows)
        {
            var cells = row.Cells.Where(cell => !cell.IsEmpty).ToList();
            var levels = cells.FindIndex(cell => cell.Kind != PastedKind.Level);
            if (levels < 0)
            {
                cut.Add(row);
                continue;
            }

            var body = cells.GetRange(levels, cells.Count - levels);
            if (!ArePairs(body)) return null;
            (single, several) = body.Count == 2 ? (single + 1, several) : (single, several + 1);
            for (var at = 0; at < body.Count; at += 2)
            {
                PastedCell[] parts = [.. at == 0 ? cells.Take(levels) : [], body[at], body[at + 1]];
                cut.Add(new PastedRow(parts[0].Start, parts[^1].End, parts));
            }
        }

        return single > 0 && several > 0 && single + several >= FewestRows ? cut : null;
    }

    private static bool ArePairs(List<PastedCell> body)
    {
        if (body.Count % 2 == 1) return false;
        for (var at = 0; at < body.Count; at += 2)
        {
            if (body[at].Kind != PastedKind.Words || body[at + 1].Kind is not (PastedKind.Target or PastedKind.Result)) return false;
        }

        return true;
    }
}
