using System.Xml;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>Where the entries of a list stand in its text.</summary>
/// <param name="Root">Name of the root.</param>
/// <param name="RootEnd">The character after the root's first tag.</param>
/// <param name="ClosingAt">First character of the root's last tag; null when the first is all there is.</param>
/// <param name="Entries">The elements below the root.</param>
internal sealed record PublishScan(string Root, int RootEnd, int? ClosingAt, IReadOnlyList<PublishEntry> Entries)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Scans a text.</summary>
    /// <returns>What was found; null without a root.</returns>
    /// <exception cref="XmlException">The text is no XML.</exception>
    public static PublishScan? Of(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var (place, lines) = ((IXmlLineInfo)reader, Lines(text));
        var (root, rootEnd, closing, entries) = ((string?)null, 0, (int?)null, new List<PublishEntry>());
        PublishEntry? open = null;
        while (reader.Read())
        {
            var at = lines[place.LineNumber - 1] + place.LinePosition - 1;
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, Depth: 0 }:
                    (root, rootEnd) = (reader.LocalName, TagEnd(text, at));
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 1 }:
                    open = Entry(reader, at - 1, TagEnd(text, at));
                    if (reader.IsEmptyElement) entries.Add(open);
                    break;
                case { NodeType: XmlNodeType.EndElement, Depth: 1 }:
                    entries.Add(open! with { End = TagEnd(text, at) });
                    break;
                case { NodeType: XmlNodeType.EndElement, Depth: 0 }:
                    closing = at - 2;
                    break;
            }
        }

        return root is null ? null : new(root, rootEnd, closing, entries);
    }

    private static PublishEntry Entry(XmlReader reader, int start, int end) => new(
        reader.LocalName, reader.GetAttribute("name") ?? "", reader.GetAttribute("type") ?? "", reader.GetAttribute("url") ?? "",
        reader.GetAttribute("enable") ?? "", start, end);

    /// <summary>Where each line begins, as the reader counts lines.</summary>
    private static List<int> Lines(string text)
    {
        List<int> starts = [0];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'))) starts.Add(at + 1);
        }

        return starts;
    }

    /// <summary>The character after a tag; «>» between quotation marks does not end it.</summary>
    private static int TagEnd(string text, int at)
    {
        var quote = '\0';
        for (; at < text.Length; at++)
        {
            if (quote != '\0') quote = text[at] == quote ? '\0' : quote;
            else if (text[at] is '"' or '\'') quote = text[at];
            else if (text[at] == '>') break;
        }

        return at + 1;
    }
}
