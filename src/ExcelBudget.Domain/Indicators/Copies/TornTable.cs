using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 单元格内换行的表。A table whose cells, those of its header among them, were set in several lines and copied with their breaks. The header tells
/// how
/// many cells a row has: lines are joined until they have so many. Nothing is joined unless every line finds its row.
/// </summary>
internal static class TornTable
{
    private const int MostLines = 60;
    private const int FewestColumns = 3;
    private const int MostOfHeader = 5;

    /// <summary>The text with its rows whole; the text itself where its header is whole, or its lines make no rows.</summary>
    public static CellText Mend(CellText cell)
    {
        var text = cell.Folded;
        if (!text.AsSpan().Contains('\t')) return cell;
        var lines = Lines(text);
        if (lines.Count is < MostOfHeader or > MostLines || Header(text, lines) is not (var taken and > 1, var width)) return cell;
        var breaks = new List<(int Start, int End)>();
        for (var line = 1; line < taken; line++) breaks.Add((lines[line].Start - 1, lines[line].Start));
        for (var line = taken; line < lines.Count;)
        {
            var (cells, next) = (Cells(text, lines[line]), line + 1);
            while (next < lines.Count && cells < width && cells + Cells(text, lines[next]) - 1 <= width)
            {
                cells += Cells(text, lines[next]) - 1;
                breaks.Add((lines[next].Start - 1, lines[next].Start));
                next++;
            }

            if (cells != width) return cell;
            // 持续|改善: the rest of the last cell, unless it begins the next row's heading
            for (; next < lines.Count && Cells(text, lines[next]) == 1 && !BeginsHeading(text, lines, next); next++)
                breaks.Add((lines[next].Start - 1, lines[next].Start));
            line = next;
        }

        return cell.Without(breaks);
    }

    /// <summary>How many lines make the header, and how many cells it has; one line where it is whole or none.</summary>
    private static (int Lines, int Width) Header(string text, List<(int Start, int End)> lines)
    {
        var said = "";
        for (var taken = 1; taken <= MostOfHeader && taken <= lines.Count; taken++)
        {
            said += text[lines[taken - 1].Start..lines[taken - 1].End];
            var cells = said.Split('\t');
            if (cells.Length >= FewestColumns && Array.TrueForAll(cells, word => HeaderWords.Read(word, 0, word.Length) is not null))
                return (taken, cells.Length);
        }

        return (1, 0);
    }

    /// <summary>满意度|指标⇥服务对象: with what follows it makes the name of a level.</summary>
    private static bool BeginsHeading(string text, List<(int Start, int End)> lines, int at)
    {
        var said = text[lines[at].Start..lines[at].End].Trim();
        for (var next = at + 1; next < lines.Count && next <= at + 2; next++)
        {
            var line = text.AsSpan(lines[next].Start, lines[next].End - lines[next].Start);
            var tab = line.IndexOf('\t');
            said += (tab < 0 ? line : line[..tab]).Trim().ToString();
            if (said.EndsWith("指标", StringComparison.Ordinal) && new HeadingReader(said).Read(0, Boundary.Line) is { } heading
                && heading.End >= said.Length) return true;
            if (tab >= 0) return false;
        }

        return false;
    }

    private static int Cells(string text, (int Start, int End) line) => text.AsSpan(line.Start, line.End - line.Start).Count('\t') + 1;

    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int Start, int End)>();
        for (var start = 0; start <= text.Length && lines.Count <= MostLines;)
        {
            var end = start;
            while (end < text.Length && !TextScan.IsBreak(text[end])) end++;
            if (end > start) lines.Add((start, end));
            start = end + 1;
        }

        return lines;
    }
}
