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
internal sealed record TableGrid(Division Division, IReadOnlyList<TableRow> Rows)
{
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int FewestTokens = 12;
    private const int MostCells = 40;

    /// <summary>The rows of a text; null when it is plainly no table.</summary>
    public static TableGrid? Of(CellText cell, CellKinds kinds)
    {
        var text = cell.Folded;
        var lines = Lines(text);
        var tabbed = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Contains('\t'));
        if (tabbed >= FewestRows - 1 && tabbed * 2 >= lines.Count) return Narrow(new(Division.Tabs, Divide(text, kinds, lines, "\t")));
        if (lines.Count <= 2 && text.Count(sign => sign == '\t') >= FewestTokens)
            return new(Division.Stream, [Tokens(text, kinds, "\t\n\u2029")]);
        if (tabbed > 0) return null;
        if (lines.Count <= 2)
        {
            return text.Count(sign => sign == ' ') < FewestTokens ? null : new(Division.Stream, [Tokens(text, kinds, " \n\u2029")]);
        }

        var blanked = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Count(' ') >= FewestCells - 1);
        var paired = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Contains(' '));
        if ((blanked >= FewestRows && blanked * 2 >= lines.Count) || (paired > FewestRows && paired * 4 >= lines.Count * 3))
            return Narrow(new(Division.Blanks, Divide(text, kinds, lines, " ")));
        return blanked == 0 && lines.Count >= FewestTokens ? new(Division.Stream, [Tokens(text, kinds, "\n\u2029")]) : null;
    }

    /// <summary>Lines with more cells than any form has columns are no table.</summary>
    private static TableGrid? Narrow(TableGrid grid) => grid.Rows.All(row => row.Cells.Count <= MostCells) ? grid : null;

    private static List<(int Start, int End)> Lines(string text)
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

    private static List<TableRow> Divide(string text, CellKinds kinds, List<(int Start, int End)> lines, string signs) =>
        lines.ConvertAll(line => new TableRow(line.Start, line.End, Cells(text, kinds, line.Start, line.End, signs)));

    private static TableRow Tokens(string text, CellKinds kinds, string signs) =>
        new(0, text.Length, Cells(text, kinds, 0, text.Length, signs));

    private static List<TableCell> Cells(string text, CellKinds kinds, int start, int end, string signs)
    {
        var cells = new List<TableCell>();
        var keepsEmpty = signs == "\t";
        for (var from = start; from <= end;)
        {
            var length = text.AsSpan(from, end - from).IndexOfAny(signs);
            var to = length < 0 ? end : from + length;
            var cell = kinds.Read(from, to);
            if (keepsEmpty || cell.End > cell.Start) cells.Add(cell);
            from = to + 1;
        }

        return cells;
    }
}
