using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>What the columns of a pasted table are for, by what stands in them: no header tells it.</summary>
internal static class TableColumns
{
    private const int FewestRows = 3;

    /// <summary>
    /// True when nearly every row has words of its own between the name and the sign of comparison: a column that explains the names.
    /// </summary>
    public static bool Explain(string text)
    {
        var (signed, explained) = (0, 0);
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', Markup.Glyphs.Paragraph) is >= 0 and var length ? start + length : text.Length;
            var words = WordsBeforeSign(text, start, end);
            if (words > 0) signed++;
            if (words > 1) explained++;
            start = end + 1;
        }

        return explained >= FewestRows && explained * 3 >= signed * 2;
    }

    /// <summary>≥400名, 100%, 2021年8月25日前: a figure with or without its sign.</summary>
    private static bool BeginsAsTarget(ReadOnlySpan<char> cell) =>
        cell.Length > 1 && (cell[0] is '≥' or '≤' or '=' or '>' or '<' || char.IsAsciiDigit(cell[0]));

    private static bool IsHeading(ReadOnlySpan<char> cell)
    {
        foreach (var name in HeadingName.All)
        {
            if (name.Name != HeadingName.ServedSatisfaction && cell.SequenceEqual(name.Stem)) return true;
        }

        return false;
    }

    /// <summary>How many cells with words, headings aside, stand before the cell of the sign; 0 without such a cell.</summary>
    private static int WordsBeforeSign(string text, int start, int end)
    {
        var words = 0;
        for (var from = start; from < end;)
        {
            var to = text.IndexOf('\t', from, end - from);
            if (to < 0) to = end;
            var cell = text.AsSpan(from, to - from).Trim();
            if (cell.Length > 0 && (OperatorReader.IsWord(cell) || BeginsAsTarget(cell))) return words;
            var isHeading = cell.EndsWith("指标") || IsHeading(cell) || ListMarkReader.Read(text, from).Length >= cell.Length;
            if (cell.Length > 1 && !isHeading && cell.ContainsAnyInRange('\u4E00', '\u9FFF')
                && MeasureUnits.Read(text, from, to) != to) words++;
            from = to + 1;
        }

        return 0;
    }
}
