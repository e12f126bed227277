namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>The text of a cell as the rows of a pasted table.</summary>
/// <param name="Division">How its cells are divided.</param>
/// <param name="Rows">Its rows, in order; lines without text are left out.</param>
internal sealed record TableGrid(Division Division, IReadOnlyList<PastedRow> Rows)
{
    private const int MostCells = 40;

    /// <summary>The rows of a text; null where lines have more cells than any form has columns.</summary>
    public static TableGrid? Of(string text, CellKinds kinds, (Division Division, string Signs) division,
        List<(int Start, int End)> lines)
    {
        if (division.Division == Division.Stream) return new(Division.Stream, [Tokens(text, kinds, division.Signs)]);
        var rows = Divide(text, kinds, lines, division.Signs);
        return rows.TrueForAll(row => row.Cells.Count <= MostCells) ? new(division.Division, rows) : null;
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
