namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>
/// Takes the markup out of a cell: HTML, LaTeX, markdown, signs that print nothing. Every sign left knows its place in the source.
/// </summary>
internal static class MarkupRemoval
{
    private const int LongestEmphasis = 60;
    private const string WordBreaks = ".、)）:：;；,，。】>》”%％";
    private const string Openings = "（(【《“一二三四五六七八九十";
    private const string ExcelCarriageReturn = "_x000D_";

    /// <summary>The cell's text, in time linear to its length.</summary>
    public static CellText Clean(string source)
    {
        var text = new CellTextBuilder(source);
        var formulaEnd = -1;
        for (var at = 0; at < source.Length;)
        {
            var (length, sign) = Read(source, at, ref formulaEnd);
            if (sign != '\0') text.Add(sign, at, at + length);
            at += length;
        }

        return text.Build();
    }

    private static (int Length, char Sign) Read(string source, int at, ref int formulaEnd)
    {
        var sign = source[at];
        switch (sign)
        {
            case '<' when HtmlMarkup.TryReadTag(source, at, out var length, out var separator): return (length, separator);
            case '&' when HtmlMarkup.TryReadEscapedTag(source, at, out var length, out var between): return (length, between);
            case '&' when HtmlMarkup.TryReadEntity(source, at, out var length, out var decoded):
                return (length, Glyphs.IsInvisible(decoded) ? '\0' : decoded);
            case '\\' when FormulaMarkup.TryReadCommand(source, at, out var length, out var printed): return (length, printed);
            case '$' when at == formulaEnd: return (1, '\0');
            case '$' when FormulaMarkup.OpensFormula(source, at, out var end):
                formulaEnd = end;
                return (1, '\0');
            case '{' or '}' when at < formulaEnd: return (1, '\0');
            case '*' or '_' or '#' or '`' when Emphasis(source, at) is var marks and > 0: return (marks, '\0');
            case '_' when string.CompareOrdinal(source, at, ExcelCarriageReturn, 0, ExcelCarriageReturn.Length) == 0:
                return (ExcelCarriageReturn.Length, '\0');
            case '\r' when at + 1 < source.Length && source[at + 1] == '\n': return (2, Glyphs.Line);
            case '\0': return (1, '\0');
            default: return (1, Glyphs.IsInvisible(sign) ? '\0' : sign);
        }
    }

    /// <summary>Length of a mark of markdown: «**», «__», «##», «`». One «*» is a multiplication or a bullet.</summary>
    private static int Emphasis(string source, int at)
    {
        var end = at;
        while (end < source.Length && end - at < 4 && source[end] == source[at]) end++;
        var run = end - at;
        if (source[at] == '`') return run;
        if (source[at] == '#') return (at == 0 || Glyphs.IsBreak(source[at - 1])) ? run : 0;
        var opensRun = at == 0 || source[at - 1] != source[at];
        return opensRun && run is (2 or 3) && (Opens(source, at, end) || Closes(source, at, end)) ? run : 0;
    }

    /// <summary>
    /// «**数量指标**»: a pair on one line around words, the first of which begins where words begin. «≥**%» is a blank left to be filled in.
    /// </summary>
    private static bool Opens(string source, int at, int end)
    {
        var begins = at == 0 || Glyphs.IsBreak(source[at - 1]) || char.IsWhiteSpace(source[at - 1])
            || WordBreaks.Contains(source[at - 1], StringComparison.Ordinal);
        if (!begins || end >= source.Length
            || !(char.IsLetterOrDigit(source[end]) || Openings.Contains(source[end], StringComparison.Ordinal))) return false;
        var close = PairOf(source, end, source[at]);
        return close > end && (char.IsLetter(source[close - 1]) || WordBreaks.Contains(source[close - 1], StringComparison.Ordinal));
    }

    private static bool Closes(string source, int at, int end)
    {
        var sign = source[at];
        var start = at;
        while (start > 0 && at - start < LongestEmphasis && !Glyphs.IsBreak(source[start - 1])
            && !(source[start - 1] == sign && start >= 2 && source[start - 2] == sign)) start--;
        if (start < 2 || source[start - 1] != sign || source[start - 2] != sign) return false;
        var open = start - 2;
        while (open > 0 && source[open - 1] == sign) open--;
        return start - open == end - at && Opens(source, open, start);
    }

    private static int PairOf(string source, int from, char sign)
    {
        for (var at = from; at + 1 < source.Length && at - from < LongestEmphasis && !Glyphs.IsBreak(source[at]); at++)
        {
            if (source[at] == sign && source[at + 1] == sign) return at;
        }

        return -1;
    }

}
