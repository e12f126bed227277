namespace ExcelBudget.Workbooks.Flat;

/// <summary>共享公式。A formula written once and used by many cells; each sees it moved to its own place.</summary>
/// <param name="Text">The formula as the first cell has it, without «=».</param>
/// <param name="Row">Row of the first cell.</param>
/// <param name="Column">Column of the first cell.</param>
internal sealed record SharedFormula(string Text, int Row, int Column)
{
    /// <summary>The formula as the given cell has it. Made when asked for: a long formula shared by a million cells must not fill the memory.</summary>
    public string At(int row, int column) => FormulaShift.Shift(Text, row - Row, column - Column);
}
