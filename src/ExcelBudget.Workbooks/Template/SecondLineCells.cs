namespace ExcelBudget.Workbooks.Template;

/// <summary>The three cells of a form's second line: unit, year, money unit.</summary>
public static class SecondLineCells
{
    /// <summary>First and last sheet column of each cell in a form of so many columns.</summary>
    public static IReadOnlyList<(int First, int Last)> Of(int width)
    {
        var left = Math.Max(1, width * 2 / 5);
        var right = Math.Max(1, width * 3 / 10);
        if (left + right >= width) (left, right) = (1, 1);
        return [(1, left), (left + 1, width - right), (width - right + 1, width)];
    }
}
