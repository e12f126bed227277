using ExcelBudget.Domain.Findings;
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
    private const string MessyRule = "CELL-MESSY";
    private const string InvalidRule = "CELL-FORMAT";
    private const string ErrorRule = "CELL-ERROR";
    private const string FormulaRule = "CELL-FORMULA";
    private const string ExternalRule = "EXTERNAL-LINK";

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
        log.Add(FormulaRule, Category.FormatInvalid, Severity.Warning,
            $"“{column.Title}”填的是公式“={formula}”，程序无法核算，相关的勾稽关系没有检查。请改填数值，或只用加减乘除、SUM、ROUND 引用本工作簿的单元格。",
            log.Places[address], "=" + formula);
        return null;
    }

    private CellValue? External(FormColumn column, CellAddress address, string formula)
    {
        log.CannotRead(address, "=" + formula, "引用了别的文件");
        log.Add(ExternalRule, Category.ExternalContent, Severity.Error,
            $"“{column.Title}”填的公式引用了别的文件（={formula}），换一台电脑就取不到数，相关的勾稽关系没有检查。请改填数值。",
            log.Places[address], "=" + formula);
        return null;
    }

    private CellValue? Typed(FormDefinition form, FormColumn column, CellAddress address, string text, bool wasFormula)
    {
        if (text.Trim().Length == 0) return null;
        if (FigureText.Read(text, column.Kind == CellKind.Amount ? form.Money : null) is not { } figure) return Invalid(column, address, text, "不是数字", wasFormula);
        var read = figure.Value is { } value ? $"按 {Figures.Plain(value)} 读取" : "当作空白";
        log.Add(MessyRule, Category.MessyValue, Severity.Info,
            $"“{column.Title}”填的是文字“{text.Trim()}”，已{read}。请改为数字，单元格里不要带单位、逗号和空格。",
            log.Places[address], text.Trim(), figure.Value is { } number ? Figures.Plain(number) : null);
        return figure.Value is { } known ? Figure(form, column, address, known) : null;
    }

    private CellValue? Invalid(FormColumn column, CellAddress address, string text, string problem, bool wasFormula)
    {
        log.CannotRead(address, text.Trim(), $"的内容“{text.Trim()}”{problem}");
        log.Add(InvalidRule, Category.FormatInvalid, Severity.Error,
            wasFormula
                ? $"“{column.Title}”这里原来是公式，现在的内容“{text.Trim()}”{problem}。请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。"
                : $"“{column.Title}”应填数字，现在的内容“{text.Trim()}”{problem}。请填写准确的数字；没有金额的，请清空单元格。",
            log.Places[address], text.Trim());
        return null;
    }

    private CellValue? Error(CellAddress address, FlatCell cell)
    {
        log.CannotRead(address, cell.Text, $"是错误值 {cell.Text}");
        log.Add(ErrorRule, Category.FormatInvalid, Severity.Error,
            $"单元格显示错误值 {cell.Text}，多半是引用的行或表被删除。请恢复原来的公式，或改填正确的数字。",
            log.Places[address], cell.Text);
        return null;
    }
}
