using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
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
    /// A figure that stands in the cell as a text. The program may understand it; the sums on the sheet do not, so what they show, and
    /// what
    /// would be published, is wrong.
    /// </summary>
    private CellValue? Typed(CellAt at, string text, bool wasFormula)
    {
        var read = FigureReader.Read(text);
        if (read.IsBlank) return null;
        if (!read.IsNothing)
        {
            if (InUnit(at, read) is not { } figure) return Invalid(at, text, read.IsFigure
                ? "带有别的计量单位" : read.Problem.Clause(), wasFormula);
            log.Add(CellFindings.Messy.At(log.Places[at.Address], ("column", at.Heading), ("actual", text.Trim()),
                ("expected", new FindingValue.Count(figure))));
            return Figure(at, figure);
        }

        // the word the form itself prints where a rate has no base, pasted over its formula
        if (wasFormula && text.Trim() == at.Column.WithoutBase) return null;
        log.Add(CellFindings.MessyBlank.At(log.Places[at.Address], ("column", at.Heading), ("actual", text.Trim())));
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
        log.Add(CellFindings.FormulaAsText.At(log.Places[at.Address], ("column", at.Heading), ("actual", text)));
        return null;
    }

    private CellValue? Invalid(CellAt at, string text, string problem, bool wasFormula)
    {
        log.CannotRead(at.Address, text.Trim(), $"的内容“{text.Trim()}”{problem}");
        var kind = wasFormula ? CellFindings.NotAFormula : CellFindings.NotAFigure;
        log.Add(kind.At(log.Places[at.Address], ("column", at.Heading), ("actual", text.Trim()), ("problem", problem)));
        return null;
    }
}
