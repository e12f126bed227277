using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The formulas of a form's cells as elements, made once for all units with the same rows. Each cell has its own: where what is alike
/// down a column was written once and shared, LibreOffice computed totals wrong after a row had been deleted.
/// </summary>
internal sealed class FormulaElements
{
    private readonly Dictionary<(int Row, int Column), byte[]> _elements = [];
    private readonly (int Row, int Column)[] _places;

    /// <param name="sheet">The template's sheet.</param>
    /// <param name="rows">The rows as they are written.</param>
    /// <param name="firstRow">Where the first of them stands.</param>
    public FormulaElements(SheetTemplate sheet, IReadOnlyList<OutputRow> rows, int firstRow)
    {
        var cells = Cells(sheet, rows, firstRow).ToArray();
        _places = [.. cells.Select(cell => (cell.Row, cell.Column))];
        foreach (var cell in cells) _elements[(cell.Row, cell.Column)] = [.. "<f>"u8, .. cell.Formula.Escaped, .. "</f>"u8];
    }

    /// <summary>The element of a cell; null for a cell whose formula is not one of the form's rows.</summary>
    public byte[]? Of(int row, int column) => _elements.GetValueOrDefault((row, column));

    /// <summary>
    /// True where the same cells hold formulas: in a workbook with the same rows an amount may stand where another has a formula.
    /// </summary>
    public bool Fits(SheetTemplate sheet, IReadOnlyList<OutputRow> rows, int firstRow)
    {
        var next = 0;
        foreach (var (row, column, _) in Cells(sheet, rows, firstRow))
        {
            if (next == _places.Length || _places[next++] != (row, column)) return false;
        }

        return next == _places.Length;
    }

    private static IEnumerable<(int Row, int Column, FormulaText Formula)> Cells(
        SheetTemplate sheet, IReadOnlyList<OutputRow> rows, int firstRow)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (!sheet.Stencils.TryGetValue(rows[index].TemplateRow, out var stencil)) continue;
            foreach (var cell in stencil.Cells)
            {
                var formula = rows[index].Contents[cell.Column] switch
                {
                    CellContent.Formula figure => figure.Expression,
                    CellContent.TextFormula text => text.Expression,
                    _ => null,
                };
                if (formula is not null) yield return (firstRow + index, cell.Column, formula);
            }
        }
    }
}
