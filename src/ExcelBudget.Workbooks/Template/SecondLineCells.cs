namespace ExcelBudget.Workbooks.Template;

/// <summary>The three cells of a form's second line: unit, year, money unit.</summary>
internal static class SecondLineCells
{
    private const double LeftShare = 0.45;
    private const double RightShare = 0.2;

    /// <summary>
    /// First and last sheet column of each cell: the unit's name gets the most room, the money unit enough for its words.
    /// </summary>
    /// <param name="widths">Width of each column of the form.</param>
    public static IReadOnlyList<(int First, int Last)> Of(IReadOnlyList<double> widths)
    {
        var total = widths.Sum();
        var left = 1;
        for (var room = widths[0]; room < total * LeftShare && left < widths.Count - 2; left++) room += widths[left];
        var right = widths.Count;
        for (var room = widths[^1]; room < total * RightShare && right > left + 2; right--) room += widths[right - 2];
        return [(1, left), (left + 1, right - 1), (right, widths.Count)];
    }
}
