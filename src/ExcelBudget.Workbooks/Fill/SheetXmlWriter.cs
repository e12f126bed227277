using System.Globalization;
using System.Text;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Writes a sheet part: the template's head, the rows laid out, the template's tail with its ranges moved along.</summary>
internal sealed class SheetXmlWriter
{
    private readonly SheetTemplate _sheet;
    private readonly ReferenceRewriter _references;
    private readonly StringBuilder _xml = new(32_768);

    public SheetXmlWriter(SheetTemplate sheet, ReferenceRewriter references)
    {
        _sheet = sheet;
        _references = references;
        _xml.Append(sheet.Head);
    }

    /// <summary>The part.</summary>
    public string Xml => _xml.ToString();

    /// <summary>Writes a row.</summary>
    /// <param name="row">What it repeats and holds.</param>
    /// <param name="number">Where it stands, from 1.</param>
    public void WriteRow(OutputRow row, int number)
    {
        if (!_sheet.RowsByNumber.TryGetValue(row.TemplateRow, out var template)) return;
        var digits = number.ToString(CultureInfo.InvariantCulture);
        _xml.Append("<row r=\"").Append(digits).Append('"').Append(template.Attributes);
        if ((row.Height ?? template.Height) is { } height) _xml.Append(" ht=\"").Append(height.ToString(CultureInfo.InvariantCulture)).Append("\" customHeight=\"1\"");
        _xml.Append('>');
        foreach (var cell in template.Cells)
        {
            _xml.Append("<c r=\"").Append(Rules.Excel.SheetReference.Letters(cell.Column)).Append(digits).Append('"');
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
        _xml.Append("<row r=\"").Append(digits).Append("\">");
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is CellContent.Blank) continue;
            _xml.Append("<c r=\"").Append(Rules.Excel.SheetReference.Letters(index + 1)).Append(digits).Append('"');
            WriteContent(cells[index], index + 1, digits);
        }

        _xml.Append("</row>");
    }

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
            case CellContent.ArrayFormula { Value: CellContent.Number number } array:
                OpenArray(array, column, row, "").Append(Plain(number.Value)).Append("</v></c>");
                break;
            case CellContent.ArrayFormula array:
                OpenArray(array, column, row, " t=\"str\"").Append(EscapeText(((CellContent.Text)array.Value).Value)).Append("</v></c>");
                break;
            case CellContent.Number number:
                _xml.Append("><v>").Append(Plain(number.Value)).Append("</v></c>");
                break;
            case CellContent.Text text:
                _xml.Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(EscapeText(text.Value)).Append("</t></is></c>");
                break;
            case CellContent.Formula formula:
                _xml.Append("><f>").Append(Escape(formula.Expression)).Append("</f><v>").Append(Plain(formula.Value)).Append("</v></c>");
                break;
            case CellContent.TextFormula formula:
                _xml.Append(" t=\"str\"><f>").Append(Escape(formula.Expression)).Append("</f><v>").Append(EscapeText(formula.Value)).Append("</v></c>");
                break;
            default:
                _xml.Append("/>");
                break;
        }
    }

    private StringBuilder OpenArray(CellContent.ArrayFormula array, int column, string row, string type) => _xml
        .Append(type).Append("><f t=\"array\" ref=\"").Append(Rules.Excel.SheetReference.Letters(column)).Append(row).Append("\">").Append(Escape(array.Expression)).Append("</f><v>");

    private void WriteTemplateCell(TemplateCell cell)
    {
        if (cell.Formula is { } formula)
        {
            // no cached value: the template's own would be stale, and every program computes a missing one
            _xml.Append("><f>").Append(Escape(_references.Rewrite(formula, _sheet.Name))).Append("</f></c>");
            return;
        }

        if (cell.Type.Length > 0) _xml.Append(" t=\"").Append(cell.Type).Append('"');
        _xml.Append(cell.Inner.Length == 0 ? "/>" : ">" + cell.Inner + "</c>");
    }

    /// <summary>A figure without binary noise and with a point, whatever the culture; as many digits as a spreadsheet keeps.</summary>
    private static string Plain(decimal value) => Domain.Money.Figures.Plain(value);

    private static string EscapeText(string text) => Escape(LegalText.OfCell(text));

    /// <summary>Element text: only markup is escaped, quotation marks of formulas stay as they are and read faster.</summary>
    private static string Escape(string text)
    {
        var legal = LegalText.Legal(text);
        return legal.AsSpan().ContainsAny('&', '<', '>')
            ? legal.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            : legal;
    }
}
