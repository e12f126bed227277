using System.Globalization;
using System.Text;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The texts of one workbook, each written once however many cells hold it: what is prefilled stands on a form and under seal, and code
/// names in several forms.
/// </summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly StringBuilder _xml =
        new(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">", 32_768);

    private int _count;

    /// <param name="template">Its texts keep their places.</param>
    public TextTable(WorkbookTemplate template)
    {
        foreach (var (plain, xml) in template.Texts)
        {
            if (plain is not null) _known.TryAdd(plain, _count);
            _xml.Append(xml);
            _count++;
        }
    }

    /// <summary>The place of a text, as cells name it.</summary>
    public string IndexOf(string text)
    {
        if (_known.TryGetValue(text, out var known)) return known.ToString(CultureInfo.InvariantCulture);
        _known[text] = _count;
        _xml.Append("<si><t xml:space=\"preserve\">").Append(SheetXmlWriter.EscapeText(text)).Append("</t></si>");
        return (_count++).ToString(CultureInfo.InvariantCulture);
    }

    public string Xml => _xml.ToString() + "</sst>";
}
