namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>Takes the markup out of a cell: HTML, LaTeX, markdown, signs that print nothing. Every sign left knows its place in the source.</summary>
internal static class MarkupRemoval
{
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
        return opensRun && run is (2 or 3) ? run : 0;
    }
}
