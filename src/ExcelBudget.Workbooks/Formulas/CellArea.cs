using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Cells that a formula refers to.</summary>
/// <param name="Sheet">Their sheet.</param>
/// <param name="Range">Their rectangle.</param>
internal sealed record CellArea(FlatSheet Sheet, CellRange Range)
{
    /// <summary>Rows, counted from 1.</summary>
    public int Rows => Range.LastRow - Range.FirstRow + 1;

    /// <summary>Columns, counted from 1.</summary>
    public int Columns => Range.LastColumn - Range.FirstColumn + 1;

    public bool IsSingle => Range.FirstRow == Range.LastRow && Range.FirstColumn == Range.LastColumn;

    /// <summary>The last row that can hold anything: whole columns end where the sheet does.</summary>
    public int LastUsedRow => Math.Min(Range.LastRow, Sheet.LastRow);

    /// <summary>Rows from the first to the last that can hold anything; less than 1 for an area below all.</summary>
    public int UsedRows => LastUsedRow - Range.FirstRow + 1;

    /// <summary>Has the other as many rows and columns?</summary>
    public bool IsAlike(CellArea other) => Rows == other.Rows && Columns == other.Columns;

    /// <summary>The cells of a rectangle moved and sized anew; null when it leaves the sheet.</summary>
    public CellArea? At(int row, int column, int rows, int columns)
    {
        var (lastRow, lastColumn) = (row + rows - 1L, column + columns - 1L);
        return row < 1 || column < 1 || rows < 1 || columns < 1 || lastRow > CellReference.MaxRow || lastColumn > CellReference.MaxColumn
            ? null
            : new CellArea(Sheet, new CellRange(row, column, (int)lastRow, (int)lastColumn));
    }
}
