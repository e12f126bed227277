namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Joins rows that break over two lines: inside a cell, or between two cells.</summary>
internal static class RowJoining
{
    private const int MostLines = 4;

    /// <summary>The rows, torn ones whole again.</summary>
    public static IEnumerable<PastedRow> Join(List<PastedRow> rows, ColumnLayout layout, RowAlignment alignment, bool keepsPlaces)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            for (var lines = 1; lines < MostLines && at + 1 < rows.Count; lines++)
            {
                if (Whole(row, rows[at + 1], layout, alignment, keepsPlaces) is not { } whole) break;
                (row, at) = (whole, at + 1);
            }

            yield return row;
        }
    }

    /// <summary>Two lines as one row; null when each is a row of its own.</summary>
    private static PastedRow? Whole(PastedRow row, PastedRow next, ColumnLayout layout, RowAlignment alignment, bool keepsPlaces)
    {
        var width = layout.Roles.Length;
        // a row with all its cells is whole, unless its last cell goes on alone
        if (keepsPlaces && row.Cells.Count == width && next.Cells.Count > 1) return null;
        // what goes on begins at the edge, and not with a level
        if (next.Cells[0].Kind is PastedKind.Empty or PastedKind.Level) return null;
        if (row.IsOfLevels || next.IsOfLevels || !HasName(row)) return null;
        var torn = Torn(row, next);
        // 优抚对象数据准|确率⇥=⇥100: the second line could be a row by itself, but for the cells that are missing
        var completes = keepsPlaces && torn.Cells.Count == width && row.Cells.Count > 1 && next.Cells[0].Kind == PastedKind.Words
            && !Placed(row, alignment, keepsPlaces, layout);
        if (!completes && Placed(next, alignment, keepsPlaces, layout)) return null;
        if (Placed(row, alignment, keepsPlaces, layout))
        {
            // 超标不|得分: the last cell goes on, alone
            var goesOn = next.Cells.Count == 1 && row.Cells[^1] is { IsEmpty: false, Kind: PastedKind.Words or PastedKind.Scoring };
            return goesOn ? torn : null;
        }

        var apart = new PastedRow(row.Start, next.End, [.. row.Cells, .. next.Cells]);
        // 清理塌方|≥⇥2.4: torn between two cells, when that makes the row whole
        if (apart.Cells.Count == width && Placed(apart, alignment, keepsPlaces, layout)) return apart;
        if (torn.Cells.Count <= width && Placed(torn, alignment, keepsPlaces, layout)) return torn;
        return apart.Cells.Count <= width && Placed(apart, alignment, keepsPlaces, layout) ? apart : null;
    }

    /// <summary>True for a row that is whole: name and target stand under their columns.</summary>
    private static bool Placed(PastedRow row, RowAlignment alignment, bool keepsPlaces, ColumnLayout layout) =>
        alignment.Align(row, keepsPlaces) is { } placed && (layout.Value < 0 || placed[layout.Value] is { IsEmpty: false });

    private static bool HasName(PastedRow row) =>
        row.Cells.Any(cell => !cell.IsEmpty && cell.Kind is PastedKind.Words or PastedKind.Result);

    /// <summary>The last cell of the one line and the first of the next as one cell.</summary>
    private static PastedRow Torn(PastedRow row, PastedRow next)
    {
        var cell = new PastedCell(row.Cells[^1].Start, next.Cells[0].End, row.Cells[^1].Kind);
        return new(row.Start, next.End, [.. row.Cells.Take(row.Cells.Count - 1), cell, .. next.Cells.Skip(1)]);
    }
}
