using System.Xml.Linq;

namespace ExcelBudget.Notes.Markup;

/// <summary>Names of WordprocessingML that the compiler looks for, and XML fragments as text.</summary>
internal static class WordXml
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly XNamespace W = Main;
    public static readonly XName Control = W + "sdt";
    public static readonly XName Properties = W + "sdtPr";
    public static readonly XName Content = W + "sdtContent";
    public static readonly XName Tag = W + "tag";
    public static readonly XName Alias = W + "alias";
    public static readonly XName BookmarkStart = W + "bookmarkStart";
    public static readonly XName BookmarkEnd = W + "bookmarkEnd";
    public static readonly XName Paragraph = W + "p";
    public static readonly XName Table = W + "tbl";
    public static readonly XName Run = W + "r";
    public static readonly XName Words = W + "t";
    public static readonly XName Value = W + "val";

    /// <summary>The element as text without the namespace that the document's root declares; empty for null.</summary>
    public static string Fragment(XElement? element) =>
        element?.ToString(SaveOptions.DisableFormatting).Replace($" xmlns:w=\"{Main}\"", "", StringComparison.Ordinal) ?? "";

    /// <summary>The elements that XML text of the main namespace says.</summary>
    public static IReadOnlyList<XNode> Nodes(string fragment) =>
        [.. XElement.Parse($"<x xmlns:w=\"{Main}\">{fragment}</x>", LoadOptions.PreserveWhitespace).Nodes()];

    /// <summary>The tag of a content control; null for other elements and controls without one.</summary>
    public static string? TagOf(XElement element) =>
        element.Name == Control ? element.Element(Properties)?.Element(Tag)?.Attribute(Value)?.Value : null;

    /// <summary>All words inside an element.</summary>
    public static string TextOf(XElement element) => string.Concat(element.Descendants(Words).Select(words => words.Value));
}
