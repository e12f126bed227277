using System.Xml.Linq;

namespace ExcelBudget.Notes.Compiling;

/// <summary>Names of WordprocessingML that the compiler looks for, and XML fragments as text.</summary>
internal static class Xml
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly XNamespace W = Main;
    public static readonly XName Control = W + "sdt";
    public static readonly XName Properties = W + "sdtPr";
    public static readonly XName Content = W + "sdtContent";
    public static readonly XName Tag = W + "tag";
    public static readonly XName Paragraph = W + "p";
    public static readonly XName Run = W + "r";
    public static readonly XName Words = W + "t";
    public static readonly XName Value = W + "val";

    /// <summary>The element as text without the namespace that the document's root declares; empty for null.</summary>
    public static string Fragment(XElement? element) =>
        element?.ToString(SaveOptions.DisableFormatting).Replace($" xmlns:w=\"{Main}\"", "", StringComparison.Ordinal) ?? "";

    /// <summary>All words inside an element.</summary>
    public static string TextOf(XElement element) => string.Concat(element.Descendants(Words).Select(words => words.Value));
}
