namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Sums, counts and averages over the cells that meet conditions.</summary>
internal static class Criteria
{
    private static readonly List<decimal> NoNumbers = [];

    public static FormulaValue SumIf(FormulaCall call) => One(call, Totals.Added);

    public static FormulaValue AverageIf(FormulaCall call) => One(call, Totals.Mean);

    public static FormulaValue SumIfs(FormulaCall call) => Several(call, Totals.Added);

    public static FormulaValue AverageIfs(FormulaCall call) => Several(call, Totals.Mean);

    public static FormulaValue CountIfs(FormulaCall call)
    {
        if (Asked(call, 0, out var asked) is { IsFailure: true } failure) return failure;
        var first = asked[0].Area;
        if (asked.Exists(condition => !condition.Area.IsAlike(first))) return FormulaValue.WrongKind;
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
        if (call.Count == 3) return One(call, sums.Area, total);
        if (Asked(call, 1, out var asked) is { IsFailure: true } failure) return failure;
        return asked.Exists(condition => !condition.Area.IsAlike(sums.Area)) ? FormulaValue.WrongKind
            : Matching(call, sums.Area, asked, total);
    }

    /// <summary>One condition, as nearly all formulas have: many ask the same of the same cells.</summary>
    private static FormulaValue One(FormulaCall call, CellArea sums, Func<List<decimal>, FormulaValue> total)
    {
        if (Condition(call, 1, out var area, out var wanted) is { IsFailure: true } failure) return failure;
        var cells = call.Engine.Asked(area);
        if (!area.IsAlike(sums)) return FormulaValue.WrongKind;
        var rows = Math.Max(sums.UsedRows, area.UsedRows);
        if (call.Engine.Matching(area, cells, wanted, rows) is not { } places)
            return Matching(call, sums, [(area, new Criterion(wanted, call.Engine.ReadCode), cells)], total);
        if (places.Length == 0) return total(NoNumbers);
        var numbers = new List<decimal>(places.Length);
        foreach (var place in places)
        {
            if (Add(call, sums, place / sums.Columns, place % sums.Columns, numbers) is { IsFailure: true } wrong) return wrong;
        }

        return total(numbers);
    }

    private static FormulaValue Condition(FormulaCall call, int index, out CellArea area, out FormulaValue wanted)
    {
        wanted = default;
        var given = call.Raw(index);
        area = given.Kind == FormulaKind.Area ? given.Area : null!;
        if (given.Kind != FormulaKind.Area) return given.IsFailure ? given : FormulaValue.WrongKind;
        wanted = call.Scalar(index + 1);
        return wanted.IsFailure ? wanted : default;
    }

    private static FormulaValue Asked(FormulaCall call, int from, out List<(CellArea Area, Criterion Criterion, AskedCells? Cells)> asked,
        int most = int.MaxValue)
    {
        asked = [];
        for (var index = from; index < Math.Min(call.Count, most); index += 2)
        {
            if (index + 1 >= call.Count) return FormulaValue.Unknown(FormulaTroubles.NotUnderstood);
            if (Condition(call, index, out var area, out var wanted) is { IsFailure: true } failure) return failure;
            asked.Add((area, new Criterion(wanted, call.Engine.ReadCode), call.Engine.Asked(area)));
        }

        return default;
    }

    private static FormulaValue Matching(FormulaCall call, CellArea sums,
        List<(CellArea Area, Criterion Criterion, AskedCells? Cells)> asked, Func<List<decimal>, FormulaValue> total)
    {
        var (numbers, rows) = (new List<decimal>(), UsedRows(sums, asked));
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
        var rows = sums.UsedRows;
        foreach (var (area, _, _) in asked) rows = Math.Max(rows, area.UsedRows);
        return rows;
    }
}
