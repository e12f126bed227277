using System.Globalization;
using System.Text;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Writes a sheet part: the template's head, the rows laid out, the template's tail with its ranges moved along.</summary>
internal sealed class SheetXmlWriter
{
    private const int MostDigits = 11;

    private readonly SheetTemplate _sheet;
    private readonly ReferenceRewriter _references;
    private readonly LaidOut _laidOut;
    private readonly TextTable _texts;
    private readonly Utf8Text _xml;
    private readonly bool _isCounted;
    private int _row;

    /// <param name="sheet">The sheet.</param>
    /// <param name="references">Moves references along.</param>
    /// <param name="laidOut">What workbooks laid out alike have in common.</param>
    /// <param name="texts">Texts that cells share.</param>
    /// <param name="xml">Takes the part.</param>
    /// <param name="isCounted">
    /// True for a sheet in which nobody types: its rows leave out their number where they follow the one before (ECMA-376, 18.3.1.73).
    /// Its cells do not, because Gnumeric reads none without.
    /// </param>
    public SheetXmlWriter(
        SheetTemplate sheet, ReferenceRewriter references, LaidOut laidOut, TextTable texts, Utf8Text xml, bool isCounted)
    {
        _isCounted = isCounted;
        _sheet = sheet;
        _references = references;
        _laidOut = laidOut;
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
        if (!_sheet.Stencils.TryGetValue(row.TemplateRow, out var stencil)) return;
        StartRow(number);
        _xml.Append(stencil.Attributes);
        if ((row.Height ?? stencil.Height) is { } height) WriteHeight(height);
        _xml.Append('>');
        Span<byte> digits = stackalloc byte[MostDigits];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        foreach (var cell in stencil.Cells)
        {
            _xml.Append(cell.Begin, digits[..length], cell.Style);
            if (row.Contents[cell.Column] is { } content) WriteContent(content, cell.Column, number);
            else WriteTemplateCell(cell);
        }

        _xml.Append("</row>"u8);
    }

    /// <summary>Writes a row that repeats no template row.</summary>
    public void WriteLine(IReadOnlyList<CellContent> cells, int number)
    {
        StartRow(number);
        _xml.Append('>');
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is CellContent.Blank) continue;
            _xml.Append(CellStart.Of(index + 1)).Append(number).Append('"');
            WriteContent(cells[index], index + 1, number);
        }

        _xml.Append("</row>"u8);
    }

    private void StartRow(int number)
    {
        if (_isCounted && number == _row + 1) _xml.Append("<row"u8);
        else _xml.Append("<row r=\""u8).Append(number).Append('"');
        _row = number;
    }

    /// <summary>Closes the rows and writes the rest of the part.</summary>
    /// <param name="elements">Elements after the rows, ready.</param>
    public void WriteTail(IEnumerable<byte[]> elements)
    {
        _xml.Append("</sheetData>"u8);
        foreach (var element in elements) _xml.Append(element);
        _xml.Append("</worksheet>"u8);
    }

    private void WriteHeight(double height)
    {
        _xml.Append(" ht=\""u8);
        _xml.BeginHole();
        _xml.Append(height);
        _xml.EndHole();
        _xml.Append("\" customHeight=\"1\""u8);
    }

    private void WriteContent(CellContent content, int column, int row)
    {
        switch (content)
        {
            case CellContent.Shared shared:
                WriteShared(shared, column, row);
                break;
            case CellContent.Formula formula:
                _xml.Append('>').Append(formula.Expression.Element).Append("<v>"u8);
                _xml.BeginHole();
                _xml.Append(formula.Value).Append("</v></c>"u8);
                _xml.EndHole();
                break;
            case CellContent.TextFormula formula:
                _xml.Append(" t=\"str\">"u8).Append(formula.Expression.Element).Append("<v>"u8);
                _xml.BeginHole();
                _xml.Append(EscapeText(formula.Value)).Append("</v></c>"u8);
                _xml.EndHole();
                break;
            default:
                _xml.BeginHole();
                WriteEntered(content);
                _xml.EndHole();
                break;
        }
    }

    private void WriteEntered(CellContent content)
    {
        switch (content)
        {
            case CellContent.Number number:
                _xml.Append("><v>"u8).Append(number.Value).Append("</v></c>"u8);
                break;
            case CellContent.Text text:
                _xml.Append(" t=\"s\"><v>"u8).Append(_texts.IndexOf(text.Value)).Append("</v></c>"u8);
                break;
            default:
                _xml.Append("/>"u8);
                break;
        }
    }

    private void WriteShared(CellContent.Shared shared, int column, int row)
    {
        _xml.BeginHole();
        _xml.Append(shared.Value is CellContent.Number ? ">"u8 : " t=\"str\">"u8);
        _xml.EndHole();
        _xml.Append("<f t=\"shared\""u8);
        if (shared.Expression is { } expression)
        {
            var letters = SheetReference.Letters(column);
            _xml.Append(" ref=\""u8).Append(letters).Append(row).Append(':').Append(letters).Append(shared.LastRow)
                .Append("\" si=\""u8).Append(shared.Index).Append("\">"u8).AppendEscaped(expression).Append("</f><v>"u8);
        }
        else _xml.Append(" si=\""u8).Append(shared.Index).Append("\"/><v>"u8);

        _xml.BeginHole();
        if (shared.Value is CellContent.Number number) _xml.Append(number.Value);
        else if (shared.Value is CellContent.Text text) _xml.Append(EscapeText(text.Value));
        _xml.Append("</v></c>"u8);
        _xml.EndHole();
    }

    private void WriteTemplateCell(CellStencil cell)
    {
        // no cached value: the template's own would be stale, and every program computes a missing one
        if (cell.Formula is { } formula)
            _xml.Append('>').Append(_laidOut.OfTemplate(cell, () => _references.Rewrite(formula, _sheet.Name)).Element).Append("</c>"u8);
        else _xml.Append(cell.Own);
    }

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

/// <summary>How the element of a cell begins, up to the number of its row: written once for the columns that sheets use.</summary>
internal static class CellStart
{
    private static readonly byte[][] Known = [.. Enumerable.Range(0, 200).Select(Written)];

    /// <summary>The beginning for a column from 1, such as «&lt;c r="AB».</summary>
    public static ReadOnlySpan<byte> Of(int column) => column < Known.Length ? Known[column] : Written(column);

    private static byte[] Written(int column) => Encoding.ASCII.GetBytes("<c r=\"" + SheetReference.Letters(column));
}
