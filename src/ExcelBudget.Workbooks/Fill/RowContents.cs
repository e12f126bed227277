namespace ExcelBudget.Workbooks.Fill;

/// <summary>What is written into the cells of one row, by column from 1. Cells that are not named stay as in the template.</summary>
internal sealed class RowContents
{
    private CellContent?[] _cells;

    /// <param name="columns">How many columns to expect; more may come.</param>
    public RowContents(int columns) => _cells = columns == 0 ? [] : new CellContent?[columns + 1];

    /// <summary>A row in which every cell stays as in the template.</summary>
    public static RowContents None { get; } = new(0);

    /// <summary>What is written into a column; null for a cell that stays as it is.</summary>
    public CellContent? this[int column]
    {
        get => column < _cells.Length ? _cells[column] : null;
        set
        {
            if (column >= _cells.Length) Array.Resize(ref _cells, Math.Max(column + 1, 2 * _cells.Length));
            _cells[column] = value;
        }
    }

    /// <summary>The cells that are texts as they stand, which decide how high the row must be.</summary>
    public IEnumerable<(int Column, string Text)> Texts
    {
        get
        {
            for (var column = 1; column < _cells.Length; column++)
            {
                if (_cells[column] is CellContent.Text text) yield return (column, text.Value);
            }
        }
    }
}
