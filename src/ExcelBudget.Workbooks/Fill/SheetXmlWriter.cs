using System.Globalization;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Writes a sheet part: the template's head, the rows laid out, the template's tail with its ranges moved along.</summary>
internal sealed class SheetXmlWriter
{
    private readonly SheetTemplate _sheet;
    private readonly ReferenceRewriter _references;
    private readonly TextTable _texts;
    private readonly Utf8Text _xml;
    private readonly bool _isCounted;
    private int _row;

    /// <param name="sheet">The sheet.</param>
    /// <param name="references">Moves references along.</param>
    /// <param name="texts">Texts that cells share.</param>
    /// <param name="xml">Takes the part.</param>
    /// <param name="isCounted">
    /// True for a sheet in which nobody types: its rows leave out their number where they follow the one before (ECMA-376, 18.3.1.73).
    /// Its cells do not, because Gnumeric reads none without.
    /// </param>
    public SheetXmlWriter(SheetTemplate sheet, ReferenceRewriter references, TextTable texts, Utf8Text xml, bool isCounted)
    {
        _isCounted = isCounted;
        _sheet = sheet;
        _references = references;
        _texts = texts;
        _xml = xml;
    }

    /// <summary>Writes what stands before the rows.</summary>
    public void WriteHead() => _xml.Append(_sheet.Head);

    /// <summary>Writes a row.</summary>
    /// <param name="row">What it repeats and holds.</param>
    /// <param name="number">Where it stands, from 1.</param>
    public void WriteRow(OutputRow row, int number)
    {
        if (!_sheet.RowsByNumber.TryGetValue(row.TemplateRow, out var template)) return;
        var digits = number.ToString(CultureInfo.InvariantCulture);
        StartRow(number, digits);
        _xml.Append(template.Attributes);
        if ((row.Height ?? template.Height) is { } height)
            _xml.Append(" ht=\"").Append(height.ToString(CultureInfo.InvariantCulture)).Append("\" customHeight=\"1\"");
        _xml.Append('>');
        foreach (var cell in template.Cells)
        {
            StartCell(cell.Column, digits);
            if (cell.Style.Length > 0) _xml.Append(" s=\"").Append(cell.Style).Append('"');
            if (row.Contents.TryGetValue(cell.Column, out var content)) WriteContent(content, cell.Column, digits);
            else WriteTemplateCell(cell);
        }

        _xml.Append("</row>");
    }

    /// <summary>Writes a row that repeats no template row.</summary>
    public void WriteLine(IReadOnlyList<CellContent> cells, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        StartRow(number, digits);
        _xml.Append('>');
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is CellContent.Blank) continue;
            StartCell(index + 1, digits);
            WriteContent(cells[index], index + 1, digits);
        }

        _xml.Append("</row>");
    }

    private void StartRow(int number, string digits)
    {
        if (_isCounted && number == _row + 1) _xml.Append("<row");
        else _xml.Append("<row r=\"").Append(digits).Append('"');
        _row = number;
    }

    private void StartCell(int column, string row) =>
        _xml.Append("<c r=\"").Append(Rules.Excel.SheetReference.Letters(column)).Append(row).Append('"');

    /// <summary>Closes the rows and writes the rest of the part.</summary>
    /// <param name="elements">Elements after the rows, ready.</param>
    public void WriteTail(IEnumerable<string> elements)
    {
        _xml.Append("</sheetData>");
        foreach (var element in elements) _xml.Append(element);
        _xml.Append("</worksheet>");
    }

    private void WriteContent(CellContent content, int column, string row)
    {
        switch (content)
        {
            case CellContent.Shared shared:
                WriteShared(shared, column, row);
                break;
            case CellContent.Number number:
                _xml.Append("><v>").Append(Plain(number.Value)).Append("</v></c>");
                break;
            case CellContent.Text text:
                _xml.Append(" t=\"s\"><v>").Append(_texts.IndexOf(text.Value)).Append("</v></c>");
                break;
            case CellContent.Formula formula:
                _xml.Append("><f>").Append(Escape(formula.Expression)).Append("</f><v>").Append(Plain(formula.Value)).Append("</v></c>");
                break;
            case CellContent.TextFormula formula:
                _xml.Append(" t=\"str\"><f>").Append(Escape(formula.Expression)).Append("</f><v>").Append(EscapeText(formula.Value))
                    .Append("</v></c>");
                break;
            default:
                _xml.Append("/>");
                break;
        }
    }

    private void WriteShared(CellContent.Shared shared, int column, string row)
    {
        _xml.Append(shared.Value is CellContent.Number ? ">" : " t=\"str\">").Append("<f t=\"shared\"");
        if (shared.Expression is { } expression)
        {
            var letters = Rules.Excel.SheetReference.Letters(column);
            _xml.Append(" ref=\"").Append(letters).Append(row).Append(':').Append(letters).Append(shared.LastRow)
                .Append("\" si=\"").Append(shared.Index).Append("\">").Append(Escape(expression)).Append("</f><v>");
        }
        else _xml.Append(" si=\"").Append(shared.Index).Append("\"/><v>");

        _xml.Append(shared.Value switch
        {
            CellContent.Number number => Plain(number.Value),
            CellContent.Text text =>
            EscapeText(text.Value),
            _ => ""
        }).Append("</v></c>");
    }

    private void WriteTemplateCell(TemplateCell cell)
    {
        if (cell.Formula is { } formula)
        {
            // no cached value: the template's own would be stale, and every program computes a missing one
            _xml.Append("><f>").Append(Escape(_references.Rewrite(formula, _sheet.Name))).Append("</f></c>");
            return;
        }

        if (cell.Type.Length > 0) _xml.Append(" t=\"").Append(cell.Type).Append('"');
        if (cell.Inner.Length == 0) _xml.Append("/>");
        else _xml.Append('>').Append(cell.Inner).Append("</c>");
    }

    /// <summary>A figure without binary noise and with a point, whatever the culture; as many digits as a spreadsheet keeps.</summary>
    private static string Plain(decimal value) => Domain.Money.Figures.Plain(value);

    /// <summary>Text as an element holds it, without marks that no cell may hold.</summary>
    public static string EscapeText(string text) => Escape(LegalText.OfCell(text));

    /// <summary>Element text: only markup is escaped, quotation marks of formulas stay as they are and read faster.</summary>
    public static string Escape(string text)
    {
        var legal = LegalText.Legal(text);
        return legal.AsSpan().ContainsAny('&', '<', '>')
            ? legal.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
            : legal;
    }
}
