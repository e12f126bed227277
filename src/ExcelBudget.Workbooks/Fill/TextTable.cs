using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The texts of one workbook, each written once however many cells hold it: what is prefilled stands on a form and under seal, and code
/// names in several forms.
/// </summary>
internal sealed class TextTable : IDisposable
{
    // what a county's workbook holds, so that it seldom grows
    private const int Usual = 1_000;

    private readonly IReadOnlyDictionary<string, int> _ofTemplate;
    private readonly Dictionary<string, int> _own = new(Usual, StringComparer.Ordinal);
    private readonly Utf8Text _xml = new();

    private int _count;

    /// <param name="template">Its texts keep their places.</param>
    public TextTable(WorkbookTemplate template)
    {
        _xml.Append(template.TextsStart);
        (_ofTemplate, _count) = (template.PlacesOfTexts, template.Texts.Count);
    }

    /// <summary>The place of a text, as cells name it.</summary>
    public int IndexOf(string text)
    {
        if (_own.TryGetValue(text, out var known) || _ofTemplate.TryGetValue(text, out known)) return known;
        _own[text] = _count;
        _xml.Append(IsTrimmed(text) ? "<si><t>"u8 : "<si><t xml:space=\"preserve\">"u8).Append(SheetXmlWriter.EscapeText(text))
            .Append("</t></si>"u8);
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
