namespace ExcelBudget.Workbooks.Formulas;

/// <summary>
/// The cells of an area that conditions are asked of, and the codes in them where issued formulas are judged: every row of a form asks
/// the same cells. Only areas without a formula on its way are kept.
/// </summary>
/// <param name="rows">Rows with values, from the area's first.</param>
/// <param name="columns">Columns of the area.</param>
internal sealed class AskedCells(int rows, int columns)
{
    private readonly (FormulaValue Value, string? Code)[] _cells = new (FormulaValue, string?)[rows * columns];

    /// <summary>Rows that are kept.</summary>
    public int Rows => rows;

    /// <summary>The value of a cell by its offsets, and the code in it.</summary>
    public FormulaValue At(int row, int column, out string? code)
    {
        (var value, code) = _cells[(row * columns) + column];
        return value;
    }

    /// <summary>Where cells meet a condition, counted row by row; null when what one of them holds cannot be told.</summary>
    public int[]? Meeting(Criterion criterion)
    {
        var places = new List<int>();
        for (var at = 0; at < _cells.Length; at++)
        {
            var (value, code) = _cells[at];
            if (value.Kind == FormulaKind.Unknown) return null;
            if (criterion.Meets(value, code)) places.Add(at);
        }

        return [.. places];
    }

    /// <summary>Takes in a cell.</summary>
    public void Put(int row, int column, FormulaValue value, string? code) => _cells[(row * columns) + column] = (value, code);
}
