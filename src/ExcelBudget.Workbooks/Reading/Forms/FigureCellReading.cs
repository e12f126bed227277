using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Issued;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads cells of amounts and numbers.</summary>
internal sealed class FigureCellReading(ReadingLog log, Seals seals)
{
    private const string MessyRule = "CELL-MESSY";
    private const string InvalidRule = "CELL-FORMAT";

    /// <summary>The figure; null when the cell is blank or unreadable.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="cell">What stands in it, formulas computed.</param>
    /// <param name="wasFormula">A formula was issued there.</param>
    public CellValue? Read(CellAt at, FlatCell cell, bool wasFormula) => cell.Kind switch
    {
        FlatCellKind.Number when cell.IsDateFormat => Invalid(at, ShownText.Of(cell, date1904: false), "是日期", wasFormula),
        FlatCellKind.Number when cell.Number is { } number => Figure(at, number),
        FlatCellKind.Text when cell.Text.AsSpan().TrimStart().StartsWith('=') => StoredAsText(at, cell.Text.Trim()),
        FlatCellKind.Text => Typed(at, cell.Text, wasFormula),
        FlatCellKind.Blank => null,
        FlatCellKind.Boolean => Invalid(at, cell.Text, "是“真/假”判断值，不是数字", wasFormula),
        _ => Invalid(at, cell.Text, "不是数字", wasFormula),
    };

    private CellValue? Figure(CellAt at, decimal number)
    {
        if (number == 0m) return null;
        if (at.Column.Kind != CellKind.Amount) return new CellValue.Number(number);
        var amounts = at.Form.Amounts;
        // what was issued is as exact as it was then; what is typed is known to the last digit the form prints
        var half = seals.HalfWidthOf(at.Address, number) is { } issued ? amounts.Yuan(issued) : amounts.HalfWidthOf(number);
        return new CellValue.Amount(amounts.Yuan(number), half);
    }

    /// <summary>
    /// A figure that stands in the cell as a text. The program may understand it; the sums on the sheet do not, so what they show, and what
    /// would be published, is wrong.
    /// </summary>
    private CellValue? Typed(CellAt at, string text, bool wasFormula)
    {
        var read = FigureReader.Read(text);
        if (read.IsBlank) return null;
        if (!read.IsNothing)
        {
            if (InUnit(at, read) is not { } figure) return Invalid(at, text, read.IsFigure ? "带有别的计量单位" : read.Problem.Clause(), wasFormula);
            log.Add(MessyRule, Category.MessyValue, Severity.Error,
                $"“{at.Column.Title}”填的是文字“{text.Trim()}”。程序按 {Figures.Plain(figure)} 读取，但表里的公式不认文字，合计里没有加上这一笔。请删去文字，改填数字 {Figures.Plain(figure)}（单元格里不要带单位、逗号和空格）。",
                log.Places[at.Address], text.Trim(), Figures.Plain(figure));
            return Figure(at, figure);
        }

        log.Add(MessyRule, Category.MessyValue, Severity.Info,
            $"“{at.Column.Title}”填的是“{text.Trim()}”，当作没有金额。没有金额的，请让单元格空着。", log.Places[at.Address], text.Trim());
        return null;
    }

    /// <summary>The figure in the form's unit; null where the text counts something else than the column.</summary>
    private static decimal? InUnit(CellAt at, FigureReading read)
    {
        if (at.Column.Kind == CellKind.Amount) return read.InYuan(at.Form.Money.InYuan()) / at.Form.Money.InYuan();
        return read.IsFigure && !read.SaysItsUnit && read.Unit == FigureUnit.None ? read.Number : null;
    }

    private CellValue? StoredAsText(CellAt at, string text)
    {
        log.CannotRead(at.Address, text, $"的公式“{text}”存成了文字");
        log.Add("CELL-FORMULA-TEXT", Category.FormatInvalid, Severity.Error,
            $"“{at.Column.Title}”里的公式“{text}”存成了文字，Excel 不会计算它。请把单元格的格式改为“常规”，双击单元格后按回车；或直接填数字。",
            log.Places[at.Address], text);
        return null;
    }

    private CellValue? Invalid(CellAt at, string text, string problem, bool wasFormula)
    {
        log.CannotRead(at.Address, text.Trim(), $"的内容“{text.Trim()}”{problem}");
        log.Add(InvalidRule, Category.FormatInvalid, Severity.Error,
            wasFormula
                ? $"“{at.Column.Title}”这里原来是公式，现在的内容“{text.Trim()}”{problem}。请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。"
                : $"“{at.Column.Title}”应填数字，现在的内容“{text.Trim()}”{problem}。请填写准确的数字；没有金额的，请清空单元格。",
            log.Places[at.Address], text.Trim());
        return null;
    }
}
