using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>表头行。Tells the lines of headers from the others, and joins a header that stands in two lines.</summary>
internal static class HeaderRow
{
    /// <summary>True when a line heads columns: two cells or more, each of them a header, or nearly all.</summary>
    public static bool Is(string text, PastedRow row)
    {
        var (known, others) = (0, 0);
        foreach (var cell in row.Cells)
        {
            var isOfRow = cell.Kind is PastedKind.Target or PastedKind.Number or PastedKind.Sign or PastedKind.Level
                or PastedKind.Direction;
            // 6月底目标值 holds a date and heads a column
            // and 绩效指标 is a heading in one form and heads the names in another
            var isHeader = cell.Kind is PastedKind.Target or PastedKind.Level && HeaderWords.Read(text, cell.Start, cell.End) is not null;
            if (isOfRow && !isHeader && !IsYear(text, cell)) return false;
        }

        foreach (var cell in row.Cells)
        {
            if (cell.IsEmpty || IsYear(text, cell)) continue;
            if (HeaderWords.Read(text, cell.Start, cell.End) is not null) known++;
            else others++;
        }

        return known >= 2 && others * 3 <= known;
    }

    /// <summary>
    /// What the header says of each column: one line as it is; of two lines the second stands below what it divides (目标值 above 半年 and
    /// 全年).
    /// </summary>
    public static List<Header?> Merge(string text, List<PastedRow> lines)
    {
        if (lines.Count == 0) return [];
        var first = Read(text, lines[0]);
        if (lines.Count < 2 || lines[1].Start > lines[0].End + 1) return first;
        var second = Read(text, lines[1]);
        if (second.Count >= first.Count)
        {
            for (var at = 0; at < second.Count; at++) second[at] ??= at < first.Count && !HasBelow(lines[1], at) ? first[at] : null;
            return second;
        }

        var below = second.Where((_, at) => !lines[1].Cells[at].IsEmpty).ToList();
        // the only column of targets, or the last one, is the one divided
        var divided = first.FindLastIndex(header => header is { Role: ColumnRole.Value });
        if (divided < 0) return first;
        var empty = divided + 1;
        while (empty < first.Count && empty - divided < below.Count && lines[0].Cells[empty].IsEmpty) empty++;
        return [.. first[..divided], .. below, .. first[empty..]];
    }

    /// <summary>2023年 heads the column of a year before, beside other headers.</summary>
    private static bool IsYear(string text, PastedCell cell)
    {
        var word = text.AsSpan(cell.Start, cell.End - cell.Start).Trim();
        return word.Length is 5 or 6 && word[4] == '年' && (word.Length == 5 || word[5] == '度') && word[..2] is "20"
            && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);
    }

    private static bool HasBelow(PastedRow line, int at) => at < line.Cells.Count && !line.Cells[at].IsEmpty;

    private static List<Header?> Read(string text, PastedRow row) =>
        [.. row.Cells.Select(cell => cell.IsEmpty ? null : HeaderWords.Read(text, cell.Start, cell.End))];
}
