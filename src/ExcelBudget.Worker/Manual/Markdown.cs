using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.Manual;

/// <summary>
/// Turns the manual's Markdown into HTML: headings, paragraphs, lists, tables, code, pictures, links, bold. No more is used.
/// </summary>
internal sealed partial class Markdown
{
    private readonly StringBuilder _page = new();
    private readonly Queue<string> _lines;

    private Markdown(string text) => _lines = new Queue<string>(text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>The body of a page.</summary>
    public static string ToHtml(string text)
    {
        var page = new Markdown(text);
        while (page._lines.Count > 0) page.Block();
        return page._page.ToString();
    }

    private void Block()
    {
        var line = _lines.Dequeue();
        if (line.Length == 0) return;
        if (line.StartsWith("```", StringComparison.Ordinal)) Code();
        else if (Heading().Match(line) is { Success: true } heading) Header(heading);
        else if (line.StartsWith('|')) Table(line);
        else if (Item().IsMatch(line)) List(line);
        else Paragraph(line);
    }

    private void Code()
    {
        _page.Append("<pre>");
        while (_lines.Count > 0 && _lines.Dequeue() is var line && !line.StartsWith("```", StringComparison.Ordinal))
            _page.Append(WebUtility.HtmlEncode(line)).Append('\n');
        _page.Append("</pre>\n");
    }

    private void Header(Match heading)
    {
        var level = heading.Groups[1].Length;
        _page.Append(CultureInfo.InvariantCulture, $"<h{level}>{Inline(heading.Groups[2].Value)}</h{level}>\n");
    }

    private void Table(string first)
    {
        _page.Append("<table>\n");
        Row(first, "th");
        while (_lines.TryPeek(out var line) && line.StartsWith('|'))
        {
            _lines.Dequeue();
            if (!Rule().IsMatch(line)) Row(line, "td");
        }

        _page.Append("</table>\n");
    }

    private void Row(string line, string tag)
    {
        _page.Append("<tr>");
        foreach (var cell in line.Trim().Trim('|').Split('|'))
            _page.Append(CultureInfo.InvariantCulture, $"<{tag}>{Inline(cell.Trim())}</{tag}>");
        _page.Append("</tr>\n");
    }

    private void List(string first)
    {
        var tag = char.IsAsciiDigit(first.TrimStart()[0]) ? "ol" : "ul";
        var start = tag == "ol" ? $" start=\"{first.TrimStart().Split('.')[0]}\"" : "";
        _page.Append(CultureInfo.InvariantCulture, $"<{tag}{start}>\n");
        var item = Item().Replace(first, "");
        while (_lines.TryPeek(out var line) && line.Length > 0 && !line.StartsWith('|') && !line.StartsWith('#'))
        {
            _lines.Dequeue();
            if (!Item().IsMatch(line))
            {
                item += line.Trim();
                continue;
            }

            _page.Append(CultureInfo.InvariantCulture, $"<li>{Inline(item)}</li>\n");
            item = Item().Replace(line, "");
        }

        _page.Append(CultureInfo.InvariantCulture, $"<li>{Inline(item)}</li>\n</{tag}>\n");
    }

    private void Paragraph(string line)
    {
        // Chinese lines are joined without a blank
        while (_lines.TryPeek(out var next) && next.Length > 0 && !next.StartsWith('#') && !next.StartsWith('|') && !Item().IsMatch(next)
            && !next.StartsWith("```", StringComparison.Ordinal)) line += _lines.Dequeue();
        _page.Append(CultureInfo.InvariantCulture, $"<p>{Inline(line)}</p>\n");
    }

    private static string Inline(string text)
    {
        var html = WebUtility.HtmlEncode(text);
        html = Picture().Replace(html, "<img src=\"$2\" alt=\"$1\">");
        html = Link()
            .Replace(html, match =>
                $"<a href=\"{match.Groups[2].Value.Replace(".md", ".html", StringComparison.Ordinal)}\">{match.Groups[1].Value}</a>");
        html = Bold().Replace(html, "<b>$1</b>");
        return Monospaced().Replace(html, "<code>$1</code>");
    }

    [GeneratedRegex(@"^(#{1,4}) (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(-|\d+\.) ")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\|[\s|:-]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"!\[([^\]]*)\]\(([^)]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<!!)\[([^\]]+)\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Monospaced();
}
