using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The part of the sheet behind the 校验 sheet. Its formulas stand without results: nobody looks at them, and programs compute what is
/// missing. Rows do not say where they stand: each follows the one before. Cells do, because Gnumeric reads no others and openpyxl moves
/// no shared formula without.
/// </summary>
/// <param name="sheet">Its template.</param>
/// <param name="texts">Places of the texts that every workbook of the template shares.</param>
/// <param name="xml">Takes the part.</param>
internal sealed class HelperSheetXml(SheetTemplate sheet, IReadOnlyDictionary<string, int> texts, Utf8Text xml)
{
    /// <summary>Writes what workbooks laid out alike have in common: everything but the last rows.</summary>
    /// <returns>Where rows with formulas written out and rows that share those above them take turns.</returns>
    public IReadOnlyList<int> WriteStart(HelperGrid grid)
    {
        xml.Append(sheet.Head);
        var (number, isWordy, turns) = (1, true, new List<int>());
        foreach (var row in grid.Rows())
        {
            if (row.Count > 0 && row.Any(cell => cell is HelperCell.Formula or HelperCell.SharedFirst) != isWordy)
            {
                isWordy = !isWordy;
                turns.Add(xml.Length);
            }

            WriteRow(row, number++);
        }

        return turns;
    }

    /// <summary>Writes the last rows, which hold what fixed rows were issued with, and closes the part.</summary>
    public void WriteRest(IReadOnlyList<IssuedCell> cells, ICheckSeals seals)
    {
        var row = 0;
        foreach (var cell in cells)
        {
            if (seals.SealedFigure(cell.Form, cell.Key, cell.Figure) is var figure && figure == 0m) continue;
            if (cell.Row != row)
            {
                if (row > 0) xml.Append("</row>");
                row = cell.Row;
                xml.Append("<row r=\"").Append(row).Append("\">");
            }

            xml.Append("<c r=\"").Append(SheetReference.Letters(cell.Column)).Append(row).Append("\"><v>")
                .Append(Domain.Money.Figures.Plain(figure)).Append("</v></c>");
        }

        if (row > 0) xml.Append("</row>");
        xml.Append("</sheetData>");
        foreach (var element in sheet.Tail) xml.Append(element.Xml);
        xml.Append("</worksheet>");
    }

    private void WriteRow(IReadOnlyList<HelperCell?> cells, int number)
    {
        if (cells.Count == 0)
        {
            xml.Append("<row/>"u8);
            return;
        }

        xml.Append("<row>"u8);
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is not { } cell) continue;
            xml.Append(CellStart.Of(index + 1)).Append(number);
            switch (cell)
            {
                case HelperCell.Text { Value: var known } when texts.TryGetValue(known, out var place):
                    xml.Append("\" t=\"s\"><v>"u8).Append(place).Append("</v></c>"u8);
                    break;
                case HelperCell.Text text:
                    xml.Append("\" t=\"str\"><v>"u8).Append(SheetXmlWriter.EscapeText(text.Value)).Append("</v></c>"u8);
                    break;
                case HelperCell.Formula formula:
                    xml.Append("\"><f>"u8).AppendEscaped(formula.Expression).Append("</f></c>"u8);
                    break;
                case HelperCell.SharedFirst first:
                    xml.Append("\"><f t=\"shared\" ref=\""u8).Append(first.Range).Append("\" si=\""u8).Append(first.Index).Append("\">"u8)
                        .AppendEscaped(first.Expression).Append("</f></c>"u8);
                    break;
                case HelperCell.Shared shared:
                    xml.Append("\"><f t=\"shared\" si=\""u8).Append(shared.Index).Append("\"/></c>"u8);
                    break;
            }
        }

        xml.Append("</row>"u8);
    }
}
