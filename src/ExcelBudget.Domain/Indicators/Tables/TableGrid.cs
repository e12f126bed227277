using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>How the cells of a pasted table are divided.</summary>
internal enum Division
{
    /// <summary>Tabs or strokes: empty cells keep their place.</summary>
    Tabs,

    /// <summary>Blanks: empty cells are lost.</summary>
    Blanks,

    /// <summary>One cell after the other without any end of a row: empty cells are lost, rows are found by what stands in them.</summary>
    Stream,
}

/// <summary>The text of a cell as the rows of a pasted table.</summary>
/// <param name="Division">How its cells are divided.</param>
/// <param name="Rows">Its rows, in order; lines without text are left out.</param>
internal sealed record TableGrid(Division Division, IReadOnlyList<PastedRow> Rows)
{
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int FewestTokens = 12;
    private const int MostCells = 40;

    /// <summary>The rows of a text; null where lines have more cells than any form has columns.</summary>
    public static TableGrid? Of(string text, CellKinds kinds, (Division Division, string Signs) division,
        List<(int Start, int End)> lines)
    {
        if (division.Division == Division.Stream) return new(Division.Stream, [Tokens(text, kinds, division.Signs)]);
        var rows = Divide(text, kinds, lines, division.Signs);
        return rows.TrueForAll(row => row.Cells.Count <= MostCells) ? new(division.Division, rows) : null;
    }

    /// <summary>How the cells of a text are divided, and by which signs; null when it is plainly no table.</summary>
    public static (Division Division, string Signs)? DivisionOf(string text, List<(int Start, int End)> lines)
    {
        var tabbed = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Contains('\t'));
        // levels may stand on lines of their own, each with one row below it
        var headings = tabbed == 0 ? 0 : lines.Count(line => IsHeading(text, line));
        if (tabbed >= FewestRows - 1 && tabbed * 2 >= lines.Count - headings) return (Division.Tabs, "\t");
        if (lines.Count <= 2 && text.AsSpan().Count('\t') >= FewestTokens) return (Division.Stream, "\t\n\u2029");
        if (tabbed > 0) return null;
        headings = lines.Count <= 2 ? 0 : lines.Count(line => IsHeading(text, line));
        if (lines.Count <= 2)
        {
            // 数量指标：储备饲草 ≥2000吨: an outline in one line
            var isStream = text.AsSpan().Count(' ') >= FewestTokens && !text.Contains("标:", StringComparison.Ordinal)
                && StartsWithFigures(text, " \n\u2029");
            return isStream ? (Division.Stream, " \n\u2029") : null;
        }

        var blanked = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Count(' ') >= FewestCells - 1);
        var paired = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Contains(' '));
        if (blanked >= FewestRows && blanked * 2 >= lines.Count - headings) return (Division.Blanks, " ");
        // names and figures are found without columns; words behind a name are not
        if (paired > FewestRows && paired * 4 >= lines.Count * 3 && lines.Exists(line => EndsInWords(text, line)))
            return (Division.Blanks, " ");
        var isOneBelow = blanked == 0 && lines.Count >= FewestTokens
            && (StartsWithFigures(text, "\n\u2029") || lines.Take(FewestCells).All(line => IsHeader(text, line)));
        return isOneBelow ? (Division.Stream, "\n\u2029") : null;
    }

    private static bool IsHeading(string text, (int Start, int End) line)
    {
        var (start, end) = (TextScan.Blanks(text, line.Start), line.End);
        while (end > start && TextScan.IsSpace(text[end - 1])) end--;
        return end > start && text.AsSpan(start, end - start).IndexOf('\t') < 0 && LevelCell.Read(text, start, end) is not null;
    }

    private static bool IsHeader(string text, (int Start, int End) line)
    {
        var said = text.AsSpan(line.Start, line.End - line.Start);
        var start = line.Start + said.Length - said.TrimStart().Length;
        return HeaderWords.Read(text, start, start + said.Trim().Length) is not null;
    }

    private static bool EndsInWords(string text, (int Start, int End) line)
    {
        var said = text.AsSpan(line.Start, line.End - line.Start).TrimEnd();
        var word = said[(said.LastIndexOf(' ') + 1)..];
        return word.Length > 2 && word.Length < said.Length && word.IndexOfAnyInRange('0', '9') < 0;
    }

    /// <summary>True where one cell in eight or more is a sign or a figure: names and targets share no cell.</summary>
    private static bool StartsWithFigures(string text, string signs)
    {
        var (cells, figures) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && !signs.Contains(text[at - 1], StringComparison.Ordinal)) continue;
            cells++;
            var isFigure = text[at] is '≥' or '≤' or '=' or '>' or '<'
                || (char.IsAsciiDigit(text[at]) && ListMarkReader.Read(text, at).Length == 0);
            if (isFigure) figures++;
        }

        return figures * 8 >= cells;
    }

    /// <summary>The lines with text.</summary>
    public static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var end = LineEnd(text, start);
            if (text.AsSpan(start, end - start).IndexOfAnyExcept(" \t-") >= 0) lines.Add((start, end));
            start = end + 1;
        }

        return lines;
    }

    /// <summary>The end of a line; a cell in quotation marks may hold breaks of its own, as a copied sheet writes them.</summary>
    private static int LineEnd(string text, int start)
    {
        var isQuoted = false;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '"' && !isQuoted && (at == start || text[at - 1] == '\t'))
            {
                var close = text.IndexOf('"', at + 1, Math.Min(LongestQuote, text.Length - at - 1));
                isQuoted = close > 0 && (close + 1 == text.Length || text[close + 1] == '\t' || TextScan.IsBreak(text[close + 1]));
            }
            else if (text[at] == '"') isQuoted = false;
            else if (!isQuoted && TextScan.IsBreak(text[at])) return at;
        }

        return text.Length;
    }

    private const int LongestQuote = 300;

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
