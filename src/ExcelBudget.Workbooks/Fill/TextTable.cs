using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The texts of one workbook, each written once however many cells hold it: what is prefilled stands on a form and under seal, and code
/// names in several forms.
/// </summary>
internal sealed class TextTable : IDisposable
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly Utf8Text _xml = new();

    private int _count;

    /// <param name="template">Its texts keep their places.</param>
    public TextTable(WorkbookTemplate template)
    {
        _xml.Append("<?xml version=\"1.0\"?>")
            .Append("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        foreach (var (plain, xml) in template.Texts)
        {
            if (plain is not null) _known.TryAdd(plain, _count);
            _xml.Append(xml);
            _count++;
        }
    }

    /// <summary>The place of a text, as cells name it.</summary>
    public int IndexOf(string text)
    {
        if (_known.TryGetValue(text, out var known)) return known;
        _known[text] = _count;
        _xml.Append(IsTrimmed(text) ? "<si><t>" : "<si><t xml:space=\"preserve\">").Append(SheetXmlWriter.EscapeText(text))
            .Append("</t></si>");
        return _count++;
    }

    /// <summary>Ends the part.</summary>
    /// <returns>The part.</returns>
    public ReadOnlySpan<byte> Close() => _xml.Append("</sst>"u8).Written;

    /// <inheritdoc />
    public void Dispose() => _xml.Dispose();

    /// <summary>True for a text that keeps all its blanks even where nobody says that they are to be kept.</summary>
    private static bool IsTrimmed(string text) =>
        text.Length > 0 && text[0] > ' ' && text[^1] > ' ' && !text.AsSpan().ContainsAny('\n', '\r', '\t')
        && !text.Contains("  ", StringComparison.Ordinal);
}
