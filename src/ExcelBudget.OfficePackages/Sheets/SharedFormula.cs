namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>共享公式。A formula written once and used by many cells; each sees it moved to its own place.</summary>
internal sealed class SharedFormula
{
    private CellReference _home;
    private string? _text;

    /// <summary>The cell that carries the text has been read. Some writers put it after cells that use it.</summary>
    public bool IsKnown => _text is not null;

    /// <summary>Takes the formula as its first cell has it, without «=».</summary>
    public void Define(string text, CellReference home)
    {
        _text = text;
        _home = home;
    }

    /// <summary>
    /// The formula as the given cell has it. Made when asked for: a long formula shared by a million cells must not fill the memory.
    /// </summary>
    public string? At(int row, int column) => _text is null ? null : FormulaShift.Shift(_text, row - _home.Row, column - _home.Column);
}
