namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Makes the rows whole of a table whose cells were all broken over lines: a narrow column was copied as it was set. No row shows how many
/// cells it has, so that number is looked for by which the lines can be cut into rows without a rest.
/// </summary>
internal static class TornLines
{
    private const int MostLines = 4;
    private const int MostLevels = 2;
    private const int Narrowest = 2;
    private const int Widest = 12;
    private const int LongestRest = 2;

    /// <summary>The rows; null when no number of cells fits all lines, or none is torn.</summary>
    public static List<PastedRow>? Mend(List<PastedRow> lines, CellKinds kinds)
    {
        for (var width = Narrowest; width <= Widest; width++)
        {
            if (Cut(lines, width, kinds) is { } rows && rows.Count * 4 <= lines.Count * 3) return rows;
        }

        return null;
    }

    /// <summary>The cells of a row before its name: empty ones and those of levels.</summary>
    private static int Lead(PastedRow row)
    {
        var count = 0;
        while (count < Math.Min(MostLevels, row.Cells.Count) && row.Cells[count].Kind is PastedKind.Level or PastedKind.Empty) count++;
        return count;
    }

    private static List<PastedRow>? Cut(List<PastedRow> lines, int width, CellKinds kinds)
    {
        var rows = new List<PastedRow>();
        for (var at = 0; at < lines.Count; at++)
        {
            var row = lines[at];
            if (row.IsOfLevels && row.Only is not null)
            {
                rows.Add(row);
                continue;
            }

            var lead = Lead(row);
            for (var taken = 1; taken < MostLines && at + 1 < lines.Count && GoesOn(row, lines[at + 1], width + lead); taken++)
                row = row.GoingOn(lines[++at], kinds);
            if (row.Cells.Count - lead != width) return null;
            rows.Add(row);
        }

        return rows;
    }

    private static bool GoesOn(PastedRow row, PastedRow next, int width)
    {
        var (last, first) = (row.Cells[^1], next.Cells[0]);
        // 系统运维|成本⇥≤: the rest of a name may look like a level where it makes the row whole
        var isRest = first.Kind == PastedKind.Level && first.End - first.Start <= LongestRest && last.Kind == PastedKind.Words
            && row.Cells.Count + next.Cells.Count - 1 == width && next.Cells.Count > 1;
        if (!isRest && first.Kind is PastedKind.Empty or PastedKind.Level) return false;
        return next.Cells.Count == 1 ? !row.Cells[^1].IsEmpty : row.Cells.Count + next.Cells.Count - 1 <= width;
    }
}
