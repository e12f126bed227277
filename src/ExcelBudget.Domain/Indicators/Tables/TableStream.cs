using ExcelBudget.Domain.Indicators.Outline;

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
    private const int MostEmpty = 4;
    private const int FewestHeads = 3;

    /// <summary>The rows; null when the cells do not repeat themselves.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="cells">The cells in order.</param>
    public static List<PastedRow>? Rows(string text, IReadOnlyList<PastedCell> cells)
    {
        var heads = 0;
        while (heads < cells.Count && HeaderWords.Read(text, cells[heads].Start, cells[heads].End) is not null) heads++;
        if (heads >= FewestHeads && WithoutAgain(text, cells, heads) is { } pages)
            return Rows(text, pages.Cells) is { } rows ? [.. rows.Concat(pages.Again).OrderBy(row => row.Start)] : null;
        var filled = cells.Where(cell => !cell.IsEmpty).ToList();
        var empty = cells.Count - filled.Count;
        // an empty line may be an empty cell, or a wide spacing
        return empty > 0 && empty * MostEmpty < cells.Count && CutEvenly(text, cells, isEvenOnly: true) is { } even
            ? even
            : CutEvenly(text, filled, isEvenOnly: false);
    }

    /// <summary>
    /// The cells without the header where it stands again on the next page, and those headers; null where it stands once.
    /// </summary>
    private static (List<PastedCell> Cells, List<PastedRow> Again)? WithoutAgain(string text, IReadOnlyList<PastedCell> cells, int heads)
    {
        var (kept, again) = (new List<PastedCell>(), new List<PastedRow>());
        for (var at = 0; at < cells.Count; at++)
        {
            var isAgain = at >= heads && at + heads <= cells.Count
                && Enumerable.Range(0, heads).All(head => Said(text, cells[at + head]).SequenceEqual(Said(text, cells[head])));
            if (isAgain) again.Add(Row([.. cells.Skip(at).Take(heads)]));
            else kept.Add(cells[at]);
            if (isAgain) at += heads - 1;
        }

        return again.Count > 0 ? (kept, again) : null;
    }

    private static List<PastedRow>? CutEvenly(string text, IReadOnlyList<PastedCell> cells, bool isEvenOnly)
    {
        var heads = 0;
        while (heads < cells.Count && HeaderWords.Read(text, cells[heads].Start, cells[heads].End) is not null) heads++;
        if (heads < 2) heads = 0;
        var rows = new List<PastedRow>();
        if (heads > 0) rows.Add(Row([.. cells.Take(heads)]));
        if (AsGrid(cells, heads, heads) is { } grid) return [.. rows, .. grid];
        var groups = Groups(text, cells, heads);
        var lengths = Enumerable.Range(ShortestRow, LongestRow - ShortestRow + 1);
        var length = lengths.FirstOrDefault(length => Fits(groups, length, 0));
        if (length == 0) length = lengths.FirstOrDefault(length => Fits(groups, length, 1));
        if (length == 0 && isEvenOnly) return null;
        if (length > 0) foreach (var (levels, body) in groups) Cut(rows, levels, body, length);
        else foreach (var (levels, body) in groups) CutAtNames(rows, levels, body);
        return rows.Count >= FewestRows && rows.Skip(heads > 0 ? 1 : 0).All(HasTarget) ? rows : null;
    }

    /// <summary>What stands under the same levels: the cells of the levels, and those behind them up to the next level.</summary>
    private static List<(List<PastedCell> Levels, List<PastedCell> Body)> Groups(string text, IReadOnlyList<PastedCell> cells, int from)
    {
        var groups = new List<(List<PastedCell> Levels, List<PastedCell> Body)>();
        for (var at = from; at < cells.Count; at++)
        {
            var isLevel = cells[at].Kind == PastedKind.Level && !IsName(text, cells, at);
            // an empty cell of a level before or behind one that is filled
            if (cells[at].IsEmpty && (groups.Count == 0 || groups[^1].Body.Count == 0)) continue;
            if (groups.Count == 0 || (isLevel && groups[^1].Body.Count > 0)) groups.Add(([], []));
            (isLevel ? groups[^1].Levels : groups[^1].Body).Add(cells[at]);
        }

        return groups;
    }

    /// <summary>满意度指标⇥服务对象满意度⇥≥95%: right behind its heading the word is the name of an indicator.</summary>
    private static bool IsName(string text, IReadOnlyList<PastedCell> cells, int at) => at > 0 && cells[at - 1].Kind == PastedKind.Level
        && !Said(text, cells[at]).Contains("指标", StringComparison.Ordinal)
        && Said(text, cells[at - 1]).Contains("满意度指标", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Said(string text, PastedCell cell) => text.AsSpan(cell.Start, cell.End - cell.Start);

    /// <summary>
    /// The cells as rows of one length, levels and their empty cells among them; null when they do not agree from row to row.
    /// </summary>
    private static List<PastedRow>? AsGrid(IReadOnlyList<PastedCell> cells, int from, int headed)
    {
        for (var width = headed > 0 ? headed : ShortestRow; width <= (headed > 0 ? headed : LongestRow); width++)
        {
            var count = (cells.Count - from + width - 1) / width;
            if (count < FewestRows || (cells.Count - from) % width != 0) continue;
            var (agreeing, worded) = (0, 0);
            for (var column = 0; column < width; column++)
            {
                var kinds = Enumerable.Range(0, count).Select(row => Plain(cells[from + (row * width) + column].Kind))
                    .Where(kind => kind != PastedKind.Empty).ToArray();
                var usual = kinds.GroupBy(kind => kind).OrderByDescending(group => group.Count()).FirstOrDefault();
                if (usual is null || usual.Count() * 4 >= kinds.Length * 3) agreeing++;
                if (usual?.Key == PastedKind.Words && kinds.Length == count) worded++;
                // levels stand before the name; behind it another row has begun
                if (usual?.Key == PastedKind.Level && worded > 0) agreeing = -width;
            }

            if (agreeing < width || worded == 0) continue;
            return [.. Enumerable.Range(0, count).Select(row => Row([.. cells.Skip(from + (row * width)).Take(width)]))];
        }

        return null;
    }

    /// <summary>True when every group can be cut into rows of this length that begin with words and agree from row to row.</summary>
    private static bool Fits(List<(List<PastedCell> Levels, List<PastedCell> Body)> groups, int length, int unlike)
    {
        var kinds = new Dictionary<PastedKind, int>[length];
        for (var at = 0; at < length; at++) kinds[at] = [];
        var rows = 0;
        foreach (var (_, body) in groups)
        {
            if (body.Count % length != 0) return false;
            rows += body.Count / length;
            for (var at = 0; at < body.Count; at++)
            {
                if (body[at].IsEmpty) continue;
                var kind = Plain(body[at].Kind);
                kinds[at % length][kind] = kinds[at % length].GetValueOrDefault(kind) + 1;
            }
        }

        if (rows < FewestRows) return false;
        var agreeing = kinds.Count(place => place.Count == 0 || place.Values.Max() * 4 >= place.Values.Sum() * 3);
        // 1⇥培训人数, 010101⇥培训人数
        var named = kinds[0].GetValueOrDefault(PastedKind.Number) + kinds[0].GetValueOrDefault(PastedKind.Code) == rows ? 1 : 0;
        return agreeing >= length - unlike && kinds[named].GetValueOrDefault(PastedKind.Words) * 4 >= rows * 3;
    }

    private static PastedKind Plain(PastedKind kind) =>
        kind is PastedKind.Target or PastedKind.Result ? PastedKind.Number
            : kind is PastedKind.Scoring or PastedKind.Basis ? PastedKind.Words : kind;

    private static void Cut(List<PastedRow> rows, List<PastedCell> levels, List<PastedCell> body, int length)
    {
        for (var at = 0; at < body.Count; at += length)
            rows.Add(Row([.. at == 0 ? levels : [], .. body.GetRange(at, length)]));
    }

    /// <summary>Rows of unequal length: words behind a target begin the next one.</summary>
    private static void CutAtNames(List<PastedRow> rows, List<PastedCell> levels, List<PastedCell> body)
    {
        var (row, isTold) = (new List<PastedCell>(levels), false);
        foreach (var cell in body)
        {
            if (cell.Kind == PastedKind.Words && isTold)
            {
                rows.Add(Row(row));
                (row, isTold) = ([], false);
            }

            isTold |= cell.Kind is PastedKind.Target or PastedKind.Number or PastedKind.Result;
            row.Add(cell);
        }

        if (row.Count > 0) rows.Add(Row(row));
    }

    private static bool HasTarget(PastedRow row) =>
        row.Cells.Any(cell => cell.Kind is PastedKind.Target or PastedKind.Number or PastedKind.Result or PastedKind.Sign);

    private static PastedRow Row(List<PastedCell> cells) => new(cells[0].Start, cells[^1].End, cells);
}
