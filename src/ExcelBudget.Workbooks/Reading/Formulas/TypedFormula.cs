using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>
/// Evaluates formulas that accountants type into cells: + − × ÷, SUM and ROUND over this workbook. Anything else is not evaluated:
/// the cell is then 未检查. Cached results play no part.
/// </summary>
/// <param name="workbook">The workbook.</param>
/// <param name="known">The figure of a cell where it is known otherwise, null in it when it cannot be told; null for cells as they stand. Makes the functions of issued formulas readable too.</param>
internal sealed class TypedFormula(FlatWorkbook workbook, Func<FlatSheet, int, int, (bool IsKnown, decimal? Value)>? known = null)
{
    private const int DeepestChain = 64;
    private const int MostSteps = 100_000;

    private int _steps;

    /// <summary>True when the functions of issued formulas (SUMIF, SUMIFS over codes) are evaluated too.</summary>
    internal bool ReadsIssued => known is not null;

    /// <summary>The value of a formula; null when it cannot be told.</summary>
    /// <param name="formula">The formula without «=».</param>
    /// <param name="sheet">The sheet it stands on.</param>
    /// <param name="row">The row it stands in.</param>
    public decimal? Evaluate(string formula, FlatSheet sheet, int row = 0)
    {
        _steps = 0;
        return new FormulaRun(this, workbook, sheet, formula, row, 0).Whole();
    }

    internal decimal? ValueOf(FlatSheet sheet, int row, int column, int depth, bool ignoresText)
    {
        // formulas that refer to each other again and again would otherwise take for ever
        if (++_steps > MostSteps) return null;
        if (known?.Invoke(sheet, row, column) is (true, var value)) return value;
        var cell = sheet[row, column];
        if (cell is null) return 0m;
        if (cell.Formula is { } formula) return depth >= DeepestChain ? null : new FormulaRun(this, workbook, sheet, formula, row, depth + 1).Whole();
        return cell.Kind switch
        {
            // what stands outside the form is told on its own, and is no part of the total the form declares
            FlatCellKind.Number when known is not null && ignoresText => 0m,
            FlatCellKind.Number => cell.Number,
            FlatCellKind.Blank => 0m,
            FlatCellKind.Text when ignoresText => 0m,
            _ => null,
        };
    }
}
