using System.Net;

namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>Leftovers of HTML in a cell: tags and character entities.</summary>
internal static class HtmlMarkup
{
    private const int LongestTag = 400;
    private const int LongestEntity = 10;
    private static readonly string[] Blanks = ["nbsp", "ensp", "emsp"];

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "ol", "ul", "li", "div", "tr", "table", "tbody", "thead", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl", "dt", "dd",
            "section",
    };

    private static readonly HashSet<string> Cells = new(StringComparer.OrdinalIgnoreCase) { "td", "th" };

    private static readonly HashSet<string> Inlines = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "strong", "i", "em", "u", "s", "font", "span", "sup", "sub", "a", "o", "w", "small", "big", "col", "colgroup", "strike",
            "del", "ins",
        "html", "body", "img", "center", "label", "article", "blockquote", "pre", "code", "style",
    };

    /// <summary>Reads a tag.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="start">Place of a «&lt;».</param>
    /// <param name="length">Length of the tag.</param>
    /// <param name="separator">What stands in its place: a paragraph, a tab between cells, or nothing ('\0').</param>
    /// <returns>False when the sign is no tag, for example in «&lt;5天».</returns>
    public static bool TryReadTag(string source, int start, out int length, out char separator)
    {
        (length, separator) = (0, '\0');
        if (string.CompareOrdinal(source, start, "<!--", 0, 4) == 0) return TryReadComment(source, start, out length);
        var at = start + 1;
        if (at < source.Length && source[at] == '/') at++;
        var nameStart = at;
        while (at < source.Length && at - nameStart < LongestEntity && char.IsAsciiLetterOrDigit(source[at])) at++;
        var name = source[nameStart..at];
        var known = Blocks.Contains(name) || Cells.Contains(name) || Inlines.Contains(name);
        if (!known || !TryFindEnd(source, at, out var end)) return false;
        length = end + 1 - start;
        separator = Blocks.Contains(name) ? Glyphs.Paragraph : Cells.Contains(name) ? '\t' : '\0';
        return true;
    }

    /// <summary>
    /// Reads an entity such as «&amp;nbsp;» or «&amp;ge;», also one that was escaped again («&amp;amp;ge;») or lost its semicolon
    /// («&amp;nbsp»).
    /// </summary>
    public static bool TryReadEntity(string source, int start, out int length, out char sign)
    {
        (length, sign) = (0, '\0');
        var at = start + 1;
        while (string.CompareOrdinal(source, at, "amp;", 0, 4) == 0 && IsEntity(source, at + 4)) at += 4;
        var window = source.AsSpan(at, Math.Min(LongestEntity, source.Length - at));
        foreach (var blank in Blanks)
        {
            if (!window.StartsWith(blank, StringComparison.Ordinal)) continue;
            (length, sign) = (at + blank.Length + (window.Length > blank.Length && window[blank.Length] == ';' ? 1 : 0) - start, ' ');
            return true;
        }

        var end = window.IndexOf(';');
        if (end < 1) return false;
        var decoded = WebUtility.HtmlDecode($"&{window[..(end + 1)]}");
        if (decoded.Length != 1) return false;
        (length, sign) = (at + end + 1 - start, decoded[0]);
        return true;
    }

    /// <summary>Reads a tag whose brackets are entities: «&amp;lt;br&amp;gt;».</summary>
    public static bool TryReadEscapedTag(string source, int start, out int length, out char separator)
    {
        (length, separator) = (0, '\0');
        if (!TryReadEntity(source, start, out var open, out var sign) || sign != '<') return false;
        var inside = start + open;
        var close = source.AsSpan(inside, Math.Min(LongestTag, source.Length - inside)).IndexOf('&');
        if (close < 1 || !TryReadEntity(source, inside + close, out var end, out sign) || sign != '>') return false;
        var tag = $"<{source.AsSpan(inside, close)}>";
        if (!TryReadTag(tag, 0, out var all, out separator) || all != tag.Length) return false;
        length = open + close + end;
        return true;
    }

    private static bool IsEntity(string source, int at)
    {
        var end = at;
        while (end < source.Length && end - at < LongestEntity && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '#')) end++;
        return end > at && end < source.Length && source[end] == ';';
    }

    private static bool TryReadComment(string source, int start, out int length)
    {
        var window = source.AsSpan(start, Math.Min(LongestTag, source.Length - start));
        var end = window.IndexOf("-->");
        length = end + 3;
        return end >= 0;
    }

    private static bool TryFindEnd(string source, int from, out int end)
    {
        end = from;
        if (from < source.Length && source[from] is not ('>' or '/' or ' ' or '\t' or '\n' or '\r' or ':')) return false;
        for (var limit = Math.Min(source.Length, from + LongestTag); end < limit; end++)
        {
            if (source[end] == '>') return true;
            if (source[end] == '<') return false;
        }

        return false;
    }
}
