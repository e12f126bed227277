namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>The text of a cell as the rows of a pasted table.</summary>
/// <param name="Division">How its cells are divided.</param>
/// <param name="Rows">Its rows, in order; lines without text are left out.</param>
internal sealed record TableGrid(Division Division, IReadOnlyList<PastedRow> Rows)
{
    private const int MostCells = 40;
    private const int FewestHeaders = 3;

    /// <summary>The rows of a text; null where lines have more cells than any form has columns.</summary>
    public static TableGrid? Of(string text, CellKinds kinds, (Division Division, string Signs) division,
        List<(int Start, int End)> lines)
    {
        if (division.Division == Division.Stream) return new(Division.Stream, [Tokens(text, kinds, division.Signs)]);
        var rows = SideBySide(text, Divide(text, kinds, lines, division.Signs));
        return rows.TrueForAll(row => row.Cells.Count <= MostCells) ? new(division.Division, rows) : null;
    }

    /// <summary>一级指标⇥二级指标⇥指标⇥目标⇥一级指标⇥二级指标⇥指标⇥目标: two tables beside each other are read one row after the other.</summary>
    private static List<PastedRow> SideBySide(string text, List<PastedRow> rows)
    {
        if (rows.Count < 2 || rows[0].Cells.Count is var all && (all < 2 * FewestHeaders || all % 2 != 0)) return rows;
        var half = rows[0].Cells.Count / 2;
        string Said(PastedCell cell) => text[cell.Start..cell.End];
        for (var at = 0; at < half; at++)
        {
            if (Said(rows[0].Cells[at]) != Said(rows[0].Cells[at + half]) || rows[0].Cells[at].IsEmpty) return rows;
        }

        if (!HeaderRow.Is(text, rows[0])) return rows;
        return [.. rows.SelectMany(row => Halves(row, half))];
    }

    private static IEnumerable<PastedRow> Halves(PastedRow row, int half)
    {
        if (row.Cells.Count <= half)
        {
            yield return row;
            yield break;
        }

        var (left, right) = (row.Cells.Take(half).ToArray(), row.Cells.Skip(half).ToArray());
        yield return new PastedRow(row.Start, left[^1].End, left);
        if (Array.Exists(right, cell => !cell.IsEmpty)) yield return new PastedRow(right[0].Start, row.End, right);
    }

    private static List<PastedRow> Divide(string text, CellKinds kinds, List<(int Start, int End)> lines, string signs) =>
        lines.ConvertAll(line => new PastedRow(line.Start, line.End, Cells(text, kinds, line.Start, line.End, signs)));

    private static PastedRow Tokens(string text, CellKinds kinds, string signs) =>
        new(0, text.Length, Cells(text, kinds, 0, text.Length, signs));

    private static IReadOnlyList<PastedCell> Cells(string text, CellKinds kinds, int start, int end, string signs)
    {
        var cells = new List<PastedCell>();
        // 产 出 指 标 alone in its line
        if (signs == " " && LevelCell.Read(text, start, end) is not null && kinds.Read(start, end) is { Kind: PastedKind.Level } only)
            return [only];
        // of blanks several may stand for one
        var keepsEmpty = !signs.Contains(' ', StringComparison.Ordinal);
        for (var from = start; from <= end;)
        {
            var length = text.AsSpan(from, end - from).IndexOfAny(signs);
            var to = length < 0 ? end : from + length;
            var cell = kinds.Read(from, to);
            if (keepsEmpty || cell.End > cell.Start) cells.Add(cell);
            from = to + 1;
        }

        return keepsEmpty ? cells : LevelCell.Mend(cells, kinds);
    }
}
