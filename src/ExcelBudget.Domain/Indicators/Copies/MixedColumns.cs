using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 制表符和空格混着分列。三级指标    性质⇥指标值   单位 above 购置防火服   = ⇥200    套: some columns are parted by tabs, others by several blanks. Only where the
/// header itself is so, for else blanks part a name from its target inside one column.
/// </summary>
internal static class MixedColumns
{
    private const int FewestColumns = 4;
    private const int FewestBlanks = 2;

    /// <summary>The text with a tab between all its columns; the text itself where its header has tabs alone, or none.</summary>
    public static CellText Mend(CellText cell)
    {
        var text = cell.Folded;
        if (!text.AsSpan().Contains('\t')) return cell;
        var end = 0;
        while (end < text.Length && !TextScan.IsBreak(text[end])) end++;
        var header = Gaps(text, 0, end);
        if (!header.Exists(gap => text.AsSpan(gap.Start, gap.End - gap.Start).IndexOf('\t') < 0) || !IsHeader(text, end,
            header)) return cell;
        var gaps = header;
        for (var start = end + 1; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && !TextScan.IsBreak(text[end])) end++;
            gaps.AddRange(Gaps(text, start, end));
        }

        return cell.Without([.. gaps.Where(gap => gap.End - gap.Start > 1)], '\t');
    }

    /// <summary>The gaps between the columns of a line: blanks with one tab among them, or several blanks.</summary>
    private static List<(int Start, int End)> Gaps(string text, int from, int to)
    {
        var gaps = new List<(int Start, int End)>();
        var at = from;
        while (at < to && text[at] is ' ' or '\t') at++;
        for (; at < to; at++)
        {
            if (text[at] is not (' ' or '\t')) continue;
            var start = at;
            while (at < to && text[at] is ' ' or '\t') at++;
            // two tabs hold an empty cell between them; blanks at the end part nothing
            if (at < to && text.AsSpan(start, at - start).Count('\t') is var tabs && tabs < 2 && (tabs == 1 || at - start >= FewestBlanks))
                gaps.Add((start, at));
        }

        return gaps;
    }

    private static bool IsHeader(string text, int end, List<(int Start, int End)> gaps)
    {
        if (gaps.Count + 1 < FewestColumns) return false;
        var start = 0;
        foreach (var (gap, next) in gaps.Append((end, end)))
        {
            if (HeaderWords.Read(text[start..gap].Trim(), 0, text[start..gap].Trim().Length) is null) return false;
            start = next;
        }

        return true;
    }
}
