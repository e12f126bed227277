using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>
/// The texts that the sheets of a template share. Those of the code list, which stand nowhere else, are put where they are used: the list
/// is the same in every workbook and is deflated once.
/// </summary>
internal sealed class TemplateTexts
{
    public const string Part = "xl/sharedStrings.xml";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly List<XElement> _texts;
    private readonly Dictionary<int, int> _kept = [];
    private readonly List<XElement> _order = [];

    /// <param name="part">The part as it stands; null for a template without one.</param>
    public TemplateTexts(XDocument? part) => _texts = [.. part?.Root!.Elements(Main + "si") ?? []];

    /// <summary>Index among the texts that stay shared.</summary>
    public string Keep(string index)
    {
        var before = int.Parse(index, CultureInfo.InvariantCulture);
        if (!_kept.TryGetValue(before, out var now))
        {
            _kept[before] = now = _order.Count;
            _order.Add(_texts[before]);
        }

        return now.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Puts its texts into a sheet.</summary>
    public void PutInto(XElement sheet)
    {
        foreach (var cell in sheet.Descendants(Main + "c").Where(cell => (string?)cell.Attribute("t") == "s"))
        {
            var text = _texts[(int)cell.Element(Main + "v")!];
            var isPlain = IsPlain(text);
            cell.SetAttributeValue("t", isPlain ? "str" : "inlineStr");
            cell.ReplaceNodes(isPlain ? new XElement(Main + "v", text.Value) : new XElement(Main + "is", text.Nodes()));
        }
    }

    /// <summary>The plain texts that stay shared, and each as XML, in their order; null for one with several fonts.</summary>
    public IReadOnlyList<(string? Plain, string Xml)> Kept =>
        [.. _order.Select(text => (IsPlain(text) ? text.Value : null, Xml(text)))];

    private static bool IsPlain(XElement text) => text.Elements().All(element => element.Name == Main + "t");

    private static string Xml(XElement text) => new StringBuilder("<si>")
        .AppendJoin("", text.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))).Append("</si>")
        .Replace($" xmlns=\"{Main.NamespaceName}\"", "").ToString();
}
