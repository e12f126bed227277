using System.Buffers;
using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>The lines of a text that have words in them.</summary>
internal static class TableLines
{
    private const int LongestQuote = 300;
    private static readonly SearchValues<char> Breaks = SearchValues.Create([Glyphs.Line, Glyphs.Paragraph]);
    private static readonly SearchValues<char> Rule = SearchValues.Create(" \t-:");
    private static readonly SearchValues<char> Nothing = SearchValues.Create(" \t-");

    /// <summary>The lines, in order.</summary>
    public static List<(int Start, int End)> Of(string text)
    {
        var lines = new List<(int, int)>();
        var isQuoted = text.Contains('"', StringComparison.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var end = isQuoted ? EndOfQuoted(text, start) : End(text, start);
            var line = text.AsSpan(start, end - start);
            // | :--- | :---: | of a table in plain text
            var isRule = line.IndexOf("--") >= 0 && line.IndexOfAnyExcept(Rule) < 0;
            if (!isRule && line.IndexOfAnyExcept(Nothing) >= 0) lines.Add((start, end));
            start = end + 1;
        }

        return lines;
    }

    private static int End(string text, int start) =>
        text.AsSpan(start).IndexOfAny(Breaks) is >= 0 and var length ? start + length : text.Length;

    /// <summary>The end of a line; a cell in quotation marks may hold breaks of its own, as a copied sheet writes them.</summary>
    private static int EndOfQuoted(string text, int start)
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
}
