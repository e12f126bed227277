namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Computing cell by cell over rows and columns.</summary>
internal static class FormulaGrids
{
    /// <summary>More cells than these are not computed at once.</summary>
    public const int Largest = 100_000;

    public static FormulaValue Each(FormulaValue grid, Func<FormulaValue, FormulaValue> change) =>
        grid.IsFailure ? grid : Spread([grid], values => change(values[0]));

    /// <summary>Two grids value by value; a single row, column or value goes with all of the other.</summary>
    public static FormulaValue Combine(FormulaValue left, FormulaValue right, Func<FormulaValue, FormulaValue, FormulaValue> combine) =>
        left.IsFailure ? left : right.IsFailure ? right : Spread([left, right], values => combine(values[0], values[1]));

    /// <summary>Any number of grids value by value. Where one ends before another, #N/A stands, as in Excel.</summary>
    public static FormulaValue Spread(IReadOnlyList<FormulaValue> grids, Func<FormulaValue[], FormulaValue> combine)
    {
        var rows = grids.Max(grid => grid.Grid.GetLength(0));
        var columns = grids.Max(grid => grid.Grid.GetLength(1));
        if ((long)rows * columns > Largest) return FormulaValue.Unknown(FormulaTroubles.TooMuch);
        var result = new FormulaValue[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var values = new FormulaValue[grids.Count];
                for (var index = 0; index < values.Length; index++) values[index] = At(grids[index].Grid, row, column);
                result[row, column] = Array.Exists(values, value => value.Kind == FormulaKind.Unknown)
                    ? Array.Find(values, value => value.Kind == FormulaKind.Unknown) : combine(values);
            }
        }

        return FormulaValue.Of(result);
    }

    private static FormulaValue At(FormulaValue[,] grid, int row, int column)
    {
        if (grid.GetLength(0) == 1) row = 0;
        if (grid.GetLength(1) == 1) column = 0;
        return row < grid.GetLength(0) && column < grid.GetLength(1) ? grid[row, column] : FormulaValue.NotFound;
    }
}
