using System.Text;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Template;

/// <summary>What stands before and after the words of a run, in the look the control has in the template.</summary>
internal sealed class RunFrame
{
    // elements that follow w:highlight in a run's properties
    private static readonly string[] AfterHighlight =
        ["u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"];

    public RunFrame(XElement? properties)
    {
        Start = Bytes(WordXml.Fragment(properties));
        GapStart = Bytes(WordXml.Fragment(Highlighted(properties)));
    }

    public byte[] Start { get; }

    /// <summary>The same, highlighted: something is missing here.</summary>
    public byte[] GapStart { get; }

    /// <summary>The look of a control's own first run.</summary>
    public static RunFrame Of(XElement control) =>
        new(control.Element(WordXml.Content)?.Descendants(WordXml.Run).FirstOrDefault()?.Element(WordXml.W + "rPr"));

    private static byte[] Bytes(string properties) => Encoding.UTF8.GetBytes($"<w:r>{properties}<w:t xml:space=\"preserve\">");

    private static XElement Highlighted(XElement? properties)
    {
        var marked = properties is null ? new XElement(WordXml.W + "rPr") : new XElement(properties);
        // without its document an element forgets the prefix
        marked.SetAttributeValue(XNamespace.Xmlns + "w", WordXml.W.NamespaceName);
        marked.Elements(WordXml.W + "highlight").Remove();
        var highlight = new XElement(WordXml.W + "highlight", new XAttribute(WordXml.Value, "yellow"));
        var next = marked.Elements().FirstOrDefault(element => Array.IndexOf(AfterHighlight, element.Name.LocalName) >= 0);
        if (next is null) marked.Add(highlight);
        else next.AddBeforeSelf(highlight);
        return marked;
    }
}
