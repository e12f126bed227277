namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Joins rows that break over two lines: inside a cell, or between two cells.</summary>
internal sealed class RowJoining(ColumnLayout layout, RowAlignment alignment, bool keepsPlaces, CellKinds kinds)
{
    private const int MostLines = 4;
    private const int LongestStub = 4;
    private const int LongestRest = 2;

    /// <summary>The rows, torn ones whole again.</summary>
    public IEnumerable<PastedRow> Join(List<PastedRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            for (var lines = 1; lines < MostLines && at + 1 < rows.Count; lines++)
            {
                if (Whole(row, rows[at + 1]) is not { } whole) break;
                (row, at) = (whole, at + 1);
            }

            yield return row;
        }
    }

    /// <summary>Two lines as one row; null when each is a row of its own.</summary>
    private PastedRow? Whole(PastedRow row, PastedRow next)
    {
        var width = layout.Roles.Length;
        // a row with all its cells is whole, unless its last cell goes on alone
        if (keepsPlaces && row.Cells.Count == width && next.Cells.Count > 1) return null;
        if (IsRest(row, next) && row.GoingOn(next, kinds) is var rest && Placed(rest)) return rest;
        // what goes on begins at the edge, and not with a level or with a mark of its own
        if (next.Cells[0].Kind is PastedKind.Empty or PastedKind.Level or PastedKind.Code) return null;
        if (next.Cells.Count > 1 && TearsLevel(row, next) is { } level) return level;
        if (row.IsOfLevels || next.IsOfLevels || !HasName(row)) return null;
        var joined = row.Cells.Count + next.Cells.Count - 1;
        // 优抚对象数据准|确率⇥=⇥100: the second line could be a row by itself, but for the cells that are missing
        var completes = keepsPlaces && joined == width && row.Cells.Count > 1 && next.Cells[0].Kind == PastedKind.Words
            && !Placed(row);
        if (!completes && Placed(next)) return null;
        if (Placed(row))
        {
            // 超标不|得分: the last cell goes on, alone
            var goesOn = next.Cells.Count == 1 && (row.Cells[^1].Kind is PastedKind.Words or PastedKind.Scoring
                // ≥1500|元
                || (next.Cells[0].Kind == PastedKind.Unit && row.Cells[^1].Kind is PastedKind.Target or PastedKind.Number));
            return goesOn ? row.GoingOn(next, kinds) : null;
        }

        var apart = new PastedRow(row.Start, next.End, [.. row.Cells, .. next.Cells]);
        // 清理塌方|≥⇥2.4: torn between two cells, when that makes the row whole
        if (apart.Cells.Count == width && Placed(apart)) return apart;
        if (joined <= width && row.GoingOn(next, kinds) is var torn && Placed(torn)) return torn;
        return apart.Cells.Count <= width && Placed(apart) ? apart : null;
    }

    /// <summary>出行|成本⇥≤⇥5, 沥青|路面⇥≥⇥9: a short rest that would be a level or a unit by itself makes the row whole.</summary>
    private bool IsRest(PastedRow row, PastedRow next)
    {
        var (last, first, joined) = (row.Cells[^1], next.Cells[0], row.Cells.Count + next.Cells.Count - 1);
        if (last.Kind != PastedKind.Words || next.Cells.Count == 1 || first.End - first.Start > LongestRest || Placed(row)) return false;
        // between blanks no cell keeps its place, but 格率 ≥97% below a name without target is the rest of it
        return keepsPlaces ? joined == layout.Roles.Length && row.Cells.Count > 1 && first.Kind is PastedKind.Level or PastedKind.Unit
            : joined <= layout.Roles.Length && first.Kind is PastedKind.Words or PastedKind.Unit or PastedKind.Level;
    }

    /// <summary>社会效益|指标⇥事故: the name of a level goes on; null for other lines.</summary>
    private PastedRow? TearsLevel(PastedRow row, PastedRow next)
    {
        var (last, first) = (row.Cells[^1], next.Cells[0]);
        if (last.Kind is not (PastedKind.Level or PastedKind.Words) || first.End - first.Start > LongestStub) return null;
        var torn = row.GoingOn(next, kinds);
        return torn.Cells[row.Cells.Count - 1].Kind == PastedKind.Level && torn.Cells.Count <= layout.Roles.Length ? torn : null;
    }

    /// <summary>True for a row that is whole: name and target stand under their columns.</summary>
    private bool Placed(PastedRow row) =>
        alignment.Align(row, keepsPlaces) is { } placed && (layout.Value < 0 || placed[layout.Value] is { IsEmpty: false });

    private static bool HasName(PastedRow row) =>
        row.Cells.Any(cell => !cell.IsEmpty && cell.Kind is PastedKind.Words or PastedKind.Result);
}
