using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Formulas;
using ExcelBudget.Workbooks.Reading.Issued;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads single cells as what their column needs, and says what had to be cleaned or could not be read.</summary>
internal sealed class CellReading(ReadingLog log, TypedFormula formulas, Seals seals)
{
    /// <summary>The value of an entered cell; null when it is blank or unreadable.</summary>
    public CellValue? Entered(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, int row, int at)
    {
        log.Locate(address, sheet, row, at);
        return sheet[row, at] is { } cell ? Value(form, column, address, sheet, cell) : null;
    }

    /// <summary>The value typed over a computed cell; null when the cell still computes.</summary>
    public CellValue? Computed(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, int row, int at)
    {
        log.Locate(address, sheet, row, at);
        if (sheet[row, at] is not { } cell)
        {
            log.Emptied.Add(address);
            return null;
        }

        // #VALUE! only passes on what is wrong with a cell it adds up, and that cell has its own finding; the figure is recomputed
        if (cell is { Kind: FlatCellKind.Error, HasFormula: true, Text: "#VALUE!" }) return null;
        if (cell is { Kind: FlatCellKind.Error, HasFormula: true })
        {
            log.BrokenFormulas[address] = cell;
            return null;
        }

        if (cell.Kind == FlatCellKind.Error) return Error(address, cell);
        if (!cell.HasFormula) return Value(form, column, address, sheet, cell, wasFormula: true);
        log.Formulas[address] = (sheet, cell);
        if (cell is { Kind: FlatCellKind.Number, Number: { } result }) log.CachedResults[address] = result;
        return null;
    }

    private CellValue? Value(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, FlatCell cell, bool wasFormula = false)
    {
        if (cell.Kind == FlatCellKind.Error) return Error(address, cell);
        if (!column.IsFigure) return PlainText.Paragraphs(cell.Text) is { Length: > 0 } text ? new CellValue.Text(text) : null;
        if (cell.Formula is { } formula) return Formula(form, column, address, sheet, formula);
        return cell.Kind switch
        {
            FlatCellKind.Number when cell.IsDateFormat => Invalid(column, address, Date(cell), "是日期", wasFormula),
            FlatCellKind.Number when cell.Number is { } number => Figure(form, column, address, number),
            FlatCellKind.Text => Typed(form, column, address, cell.Text, wasFormula),
            FlatCellKind.Blank => null,
            FlatCellKind.Boolean => Invalid(column, address, cell.Text, "是“真/假”判断值，不是数字", wasFormula),
            _ => Invalid(column, address, cell.Text, "不是数字", wasFormula),
        };
    }

    /// <summary>The date as the accountant sees it; day numbers Excel has no date for stay numbers.</summary>
    private static string Date(FlatCell cell) => cell.Number is >= 61m and < 2_958_466m and var days
        ? new DateTime(1899, 12, 30).AddDays((double)days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : cell.Text;

    private CellValue? Figure(FormDefinition form, FormColumn column, CellAddress address, decimal number)
    {
        if (number == 0m) return null;
        if (column.Kind != CellKind.Amount) return new CellValue.Number(number);
        // what was issued is as exact as it was then; what is typed is known to the last digit the form prints
        var half = seals.HalfWidthOf(address, number) is { } issued ? form.Amounts.Yuan(issued) : form.Amounts.HalfWidthOf(number);
        return new CellValue.Amount(form.Amounts.Yuan(number), half);
    }

    private CellValue? Formula(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, string formula)
    {
        if (formulas.Evaluate(formula, sheet) is { } value) return Figure(form, column, address, value);
        if (FormulaComparison.IsExternal(formula)) return External(column, address, formula);
        log.CannotRead(address, "=" + formula, "中的公式无法核算");
        log.Add(CellFindings.FormulaNotEvaluated.At(log.Places[address], ("column", column.Title), ("actual", "=" + formula)));
        return null;
    }

    private CellValue? External(FormColumn column, CellAddress address, string formula)
    {
        log.CannotRead(address, "=" + formula, "引用了别的文件");
        log.Add(CellFindings.ExternalCell.At(log.Places[address], ("column", column.Title), ("actual", "=" + formula)));
        return null;
    }

    private CellValue? Typed(FormDefinition form, FormColumn column, CellAddress address, string text, bool wasFormula)
    {
        if (text.Trim().Length == 0) return null;
        if (FigureText.Read(text, column.Kind == CellKind.Amount ? form.Money : null) is not { } figure) return Invalid(column, address, text, "不是数字", wasFormula);
        log.Add(figure.Value is { } number
            ? CellFindings.Messy.At(log.Places[address], ("column", column.Title), ("actual", text.Trim()), ("expected", new FindingValue.Count(number)))
            : CellFindings.MessyBlank.At(log.Places[address], ("column", column.Title), ("actual", text.Trim())));
        return figure.Value is { } known ? Figure(form, column, address, known) : null;
    }

    private CellValue? Invalid(FormColumn column, CellAddress address, string text, string problem, bool wasFormula)
    {
        log.CannotRead(address, text.Trim(), $"的内容“{text.Trim()}”{problem}");
        var kind = wasFormula ? CellFindings.NotAFormula : CellFindings.NotAFigure;
        log.Add(kind.At(log.Places[address], ("column", column.Title), ("actual", text.Trim()), ("problem", problem)));
        return null;
    }

    private CellValue? Error(CellAddress address, FlatCell cell)
    {
        log.CannotRead(address, cell.Text, $"是错误值 {cell.Text}");
        log.Add(CellFindings.ErrorValue.At(log.Places[address], ("actual", cell.Text)));
        return null;
    }
}
