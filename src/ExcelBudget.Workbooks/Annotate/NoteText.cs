using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// The words of a comment. Ours begins with a line «author：», as Excel itself writes its comments; below a person's comment ours stands
/// between two
/// rules. So both are found again also when a program has dropped the author (LibreOffice does).
/// </summary>
internal static class NoteText
{
    /// <summary>Most characters of a comment; Excel takes 32,767.</summary>
    public const int Limit = 32_000;

    private const string Rule = "────────";

    /// <summary>First line of a comment that is all ours.</summary>
    public static string Headline(string author) => author + "：\n";

    /// <summary>What is put below a person's comment: first rule, text, last rule.</summary>
    public static (string Opening, string Text, string Closing) Below(string author, string text, int room)
    {
        var (opening, closing) = (Opening(author), Closing);
        return (opening, LegalText.Cut(text, room - opening.Length - closing.Length), closing);
    }

    /// <summary>Where our words stand in a person's comment; null when there are none.</summary>
    public static TextSpan? Find(string text, string author)
    {
        var start = text.IndexOf(Opening(author), StringComparison.Ordinal);
        if (start < 0) return null;
        var closing = text.IndexOf(Closing, start + Opening(author).Length, StringComparison.Ordinal);
        return new TextSpan(start, (closing < 0 ? text.Length : closing + Closing.Length) - start);
    }

    /// <summary>The box such a text needs, at 宋体 9: six pixels a unit, sixteen a line.</summary>
    public static BoxSize Box(string text)
    {
        var longest = TextMetrics.Width(text);
        // very long texts get a wider box before they get an endless one
        var width = Math.Clamp(longest, 20, TextMetrics.LinesWithin(text, 44) > 20 ? 72 : 44);
        var lines = Math.Min(TextMetrics.LinesWithin(text, width), 36);
        return new BoxSize(width * 6 + 28, lines * 16 + 14);
    }

    /// <summary>A stretch of a comment in 宋体 9.</summary>
    public static XElement Run(XNamespace ns, string text, bool bold) => new(
        ns + "r",
        new XElement(
            ns + "rPr",
            bold ? new XElement(ns + "b") : null,
            new XElement(ns + "sz", new XAttribute("val", "9")),
            new XElement(ns + "color", new XAttribute("indexed", "81")),
            new XElement(ns + "rFont", new XAttribute("val", "宋体")),
            new XElement(ns + "charset", new XAttribute("val", "134"))),
        Words(ns, text));

    /// <summary>A text element that keeps its blanks and line ends.</summary>
    public static XElement Words(XNamespace ns, string text) =>
        new(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), LegalText.Escape(text));

    private static string Closing => "\n" + Rule + Rule;

    private static string Opening(string author) => "\n" + Rule + " " + author + " " + Rule + "\n";
}
