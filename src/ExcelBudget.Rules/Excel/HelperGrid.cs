namespace ExcelBudget.Rules.Excel;

/// <summary>A cell of the sheet behind the 校验 sheet.</summary>
public abstract record HelperCell
{
    private HelperCell()
    {
    }

    /// <summary>A formula of its own.</summary>
    public sealed record Formula(string Expression) : HelperCell;

    /// <summary>The first cell of a formula that the rows below share.</summary>
    public sealed record SharedFirst(int Index, string Expression, string Range) : HelperCell;

    /// <summary>A cell that shares the formula above it.</summary>
    public sealed record Shared(int Index) : HelperCell;

    /// <summary>A figure as it stands.</summary>
    public sealed record Number(decimal Value) : HelperCell;

    /// <summary>Text as it stands.</summary>
    public sealed record Text(string Value) : HelperCell;
}

/// <summary>The cells of the sheet behind the 校验 sheet, row by row.</summary>
public sealed class HelperGrid
{
    private readonly List<List<HelperCell?>> _rows = [];
    private int _shared;

    /// <summary>The rows from row 1; each its cells from column 1, null for a blank one.</summary>
    public IReadOnlyList<IReadOnlyList<HelperCell?>> Rows => _rows;

    /// <summary>Writes one formula.</summary>
    public void Put(int row, int column, string formula) => Put(row, column, new HelperCell.Formula(formula));

    /// <summary>Writes a figure.</summary>
    public void PutNumber(int row, int column, decimal value) => Put(row, column, new HelperCell.Number(value));

    /// <summary>Writes a text.</summary>
    public void PutText(int row, int column, string text) => Put(row, column, new HelperCell.Text(text));

    /// <summary>Writes a formula for some rows of a column, worded for the first of them.</summary>
    public void PutDown(int firstRow, int lastRow, int column, string formula)
    {
        if (firstRow == lastRow)
        {
            Put(firstRow, column, formula);
            return;
        }

        var index = _shared++;
        Put(firstRow, column,
            new HelperCell.SharedFirst(
            index, formula, SheetReference.Cell(firstRow, column) + ":" + SheetReference.Cell(lastRow, column)));
        var follower = new HelperCell.Shared(index);
        for (var row = firstRow + 1; row <= lastRow; row++) Put(row, column, follower);
    }

    private void Put(int row, int column, HelperCell cell)
    {
        while (_rows.Count < row) _rows.Add([]);
        var cells = _rows[row - 1];
        while (cells.Count < column) cells.Add(null);
        cells[column - 1] = cell;
    }
}
