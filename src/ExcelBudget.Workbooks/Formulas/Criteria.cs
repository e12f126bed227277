namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Sums, counts and averages over the cells that meet conditions.</summary>
internal static class Criteria
{
    public static FormulaValue SumIf(FormulaCall call) => One(call, Totals.Added);

    public static FormulaValue AverageIf(FormulaCall call) => One(call, Totals.Mean);

    public static FormulaValue SumIfs(FormulaCall call) => Several(call, Totals.Added);

    public static FormulaValue AverageIfs(FormulaCall call) => Several(call, Totals.Mean);

    public static FormulaValue CountIfs(FormulaCall call)
    {
        if (Asked(call, 0, out var asked) is { IsFailure: true } failure) return failure;
        var first = asked[0].Area;
        if (asked.Any(condition => condition.Area.Rows != first.Rows
            || condition.Area.Columns != first.Columns)) return FormulaValue.WrongKind;
        var count = 0m;
        for (int row = 0, rows = UsedRows(first, asked); row < rows; row++)
        {
            for (var column = 0; column < first.Columns; column++)
            {
                if (Meets(call, asked, row, column, out var failed)) count++;
                else if (failed.IsFailure) return failed;
            }
        }

        return FormulaValue.Of(count);
    }

    private static FormulaValue One(FormulaCall call, Func<List<decimal>, FormulaValue> total)
    {
        if (Asked(call, 0, out var asked, most: 2) is { IsFailure: true } failure) return failure;
        var area = asked[0].Area;
        if (!call.Has(2)) return Matching(call, area, asked, total);
        if (call.Raw(2) is not { Kind: FormulaKind.Area } given) return call.Raw(2) is { IsFailure: true } wrong
            ? wrong : FormulaValue.WrongKind;
        // only the top left of the sum counts; its size is that of the condition's area
        return given.Area.At(given.Area.Range.FirstRow, given.Area.Range.FirstColumn, area.Rows, area.Columns) is { } sums
            ? Matching(call, sums, asked, total)
            : FormulaValue.NoSuchCell;
    }

    private static FormulaValue Several(FormulaCall call, Func<List<decimal>, FormulaValue> total)
    {
        if (call.Raw(0) is not { Kind: FormulaKind.Area } sums) return call.Raw(0) is { IsFailure: true } wrong
            ? wrong : FormulaValue.WrongKind;
        if (Asked(call, 1, out var asked) is { IsFailure: true } failure) return failure;
        foreach (var (area, _, _) in asked)
        {
            if (area.Rows != sums.Area.Rows || area.Columns != sums.Area.Columns) return FormulaValue.WrongKind;
        }

        return Matching(call, sums.Area, asked, total);
    }

    private static FormulaValue Asked(FormulaCall call, int from, out List<(CellArea Area, Criterion Criterion, AskedCells? Cells)> asked,
        int most = int.MaxValue)
    {
        asked = [];
        for (var index = from; index < Math.Min(call.Count, most); index += 2)
        {
            if (index + 1 >= call.Count) return FormulaValue.Unknown(FormulaTroubles.NotUnderstood);
            var area = call.Raw(index);
            if (area.Kind != FormulaKind.Area) return area.IsFailure ? area : FormulaValue.WrongKind;
            var wanted = call.Scalar(index + 1);
            if (wanted.IsFailure) return wanted;
            asked.Add((area.Area, new Criterion(wanted, call.Engine.ReadCode), call.Engine.Asked(area.Area)));
        }

        return default;
    }

    private static FormulaValue Matching(FormulaCall call, CellArea sums,
        List<(CellArea Area, Criterion Criterion, AskedCells? Cells)> asked, Func<List<decimal>, FormulaValue> total)
    {
        var (numbers, rows) = (new List<decimal>(), UsedRows(sums, asked));
        if (asked is [var (area, criterion, cells)] && call.Engine.Matching(area, cells, criterion, rows) is { } places)
        {
            foreach (var place in places)
            {
                if (Add(call, sums, place / sums.Columns, place % sums.Columns, numbers) is { IsFailure: true } failure) return failure;
            }

            return total(numbers);
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < sums.Columns; column++)
            {
                if (!Meets(call, asked, row, column, out var failed))
                {
                    if (failed.IsFailure) return failed;
                    continue;
                }

                if (Add(call, sums, row, column, numbers) is { IsFailure: true } failure) return failure;
            }
        }

        return total(numbers);
    }

    private static FormulaValue Add(FormulaCall call, CellArea sums, int row, int column, List<decimal> numbers)
    {
        var value = call.Engine.CellInArea(sums.Sheet, sums.Range.FirstRow + row, sums.Range.FirstColumn + column);
        if (value.Kind == FormulaKind.Number) numbers.Add(value.Number);
        return value;
    }

    /// <summary>Do the cells at one place meet all conditions? What cannot be told is a failure.</summary>
    private static bool Meets(
        FormulaCall call, List<(CellArea Area, Criterion Criterion, AskedCells? Cells)> asked, int row, int column,
        out FormulaValue failure)
    {
        failure = default;
        foreach (var (area, criterion, cells) in asked)
        {
            var cell = call.Engine.AskedCell(area, cells, row, column, out var code);
            if (cell.Kind == FormulaKind.Unknown) failure = cell;
            if (cell.Kind == FormulaKind.Unknown || !criterion.Meets(cell, code)) return false;
        }

        return true;
    }

    /// <summary>Rows beyond the last that any of the sheets uses are empty and need no look.</summary>
    private static int UsedRows(CellArea sums, List<(CellArea Area, Criterion Criterion, AskedCells? Cells)> asked)
    {
        var rows = sums.LastUsedRow - sums.Range.FirstRow + 1;
        foreach (var (area, _, _) in asked) rows = Math.Max(rows, area.LastUsedRow - area.Range.FirstRow + 1);
        return rows;
    }
}
