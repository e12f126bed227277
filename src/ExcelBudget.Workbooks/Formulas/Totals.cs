using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Sums, counts and extremes over cells.</summary>
internal static class Totals
{
    private const int VisibleOnly = 100;

    public static FormulaValue Sum(FormulaCall call) => Fold(call, 0m, static (sum, number) => sum + number);

    public static FormulaValue Product(FormulaCall call) => Fold(call, 1m, static (product, number) => product * number);

    public static FormulaValue Max(FormulaCall call) => Of(call, static numbers => numbers.Count == 0 ? 0m : numbers.Max());

    public static FormulaValue Min(FormulaCall call) => Of(call, static numbers => numbers.Count == 0 ? 0m : numbers.Min());

    public static FormulaValue Average(FormulaCall call) =>
        call.Numbers(out var numbers) is { IsFailure: true } failure ? failure : Mean(numbers);

    /// <summary>The average; #DIV/0! of nothing.</summary>
    public static FormulaValue Mean(List<decimal> numbers) =>
        numbers.Count == 0 ? FormulaValue.ByZero
            : FormulaOperators.Apply(FormulaOperator.Divide, Added(numbers), FormulaValue.Of(numbers.Count));

    /// <summary>Cells with a number; error values do not count.</summary>
    public static FormulaValue Count(FormulaCall call) => Counted(call, static value => value.Kind == FormulaKind.Number);

    public static FormulaValue CountAll(FormulaCall call) => Counted(call, static value => value.Kind != FormulaKind.Blank);

    public static FormulaValue CountBlank(FormulaCall call)
    {
        if (call.Raw(0) is not { Kind: FormulaKind.Area } area) return FormulaValue.WrongKind;
        var filled = 0m;
        foreach (var value in call.Engine.Values(area.Area))
        {
            if (value.Kind == FormulaKind.Unknown) return value;
            if (value is not { Kind: FormulaKind.Text, Text: "" }) filled++;
        }

        return FormulaValue.Of((decimal)area.Area.Rows * area.Area.Columns - filled);
    }

    /// <summary>Products of cells that correspond, added up; texts count 0.</summary>
    public static FormulaValue SumProduct(FormulaCall call)
    {
        var grids = new FormulaValue[call.Count];
        for (var index = 0; index < grids.Length; index++)
        {
            grids[index] = call.Array(index);
            if (grids[index].IsFailure) return grids[index];
        }

        var products = FormulaGrids.Spread(grids, static values =>
            Array.Find(values, value => value.IsFailure) is { IsFailure: true } failure
            ? failure
            : values.Aggregate(FormulaValue.Of(1m), (product, value) =>
                FormulaOperators.Apply(FormulaOperator.Multiply, product, value.Kind == FormulaKind.Number
                ? value : FormulaValue.Of(0m))));
        if (products.IsFailure) return products;
        var sum = FormulaValue.Of(0m);
        foreach (var product in products.Grid) sum = FormulaOperators.Apply(FormulaOperator.Add, sum, product);
        return sum;
    }

    /// <summary>分类汇总。Other SUBTOTALs in the area do not count; what a filter hides cannot be told from the file, so hidden rows make 1 to
    /// 11 unknown.</summary>
    public static FormulaValue Subtotal(FormulaCall call)
    {
        var number = call.Number(0);
        if (number.IsFailure) return number;
        var (kind, seesAll) = number.Number > VisibleOnly ? ((int)number.Number - VisibleOnly, false) : ((int)number.Number, true);
        var values = new List<FormulaValue>();
        for (var index = 1; index < call.Count; index++)
        {
            if (call.Raw(index) is not { Kind: FormulaKind.Area } area) return FormulaValue.WrongKind;
            if (Gather(call, area.Area, seesAll, values) is { IsFailure: true } failure) return failure;
        }

        var numbers = values.Where(value => value.Kind == FormulaKind.Number).Select(value => value.Number).ToList();
        return kind switch
        {
            1 => Mean(numbers),
            2 => FormulaValue.Of(numbers.Count),
            3 => FormulaValue.Of(values.Count),
            4 => FormulaValue.Of(numbers.Count == 0 ? 0m : numbers.Max()),
            5 => FormulaValue.Of(numbers.Count == 0 ? 0m : numbers.Min()),
            9 => Added(numbers),
            _ => FormulaValue.Unknown(FormulaTroubles.Unsupported($"SUBTOTAL({kind},…)")),
        };
    }

    /// <summary>The sum of numbers; #NUM! where it leaves the range of a decimal.</summary>
    public static FormulaValue Added(List<decimal> numbers) =>
        numbers.Aggregate(FormulaValue.Of(0m), static (sum, number) =>
            FormulaOperators.Apply(FormulaOperator.Add, sum, FormulaValue.Of(number)));

    private static FormulaValue Gather(FormulaCall call, CellArea area, bool seesAll, List<FormulaValue> values)
    {
        for (var row = area.Range.FirstRow; row <= area.LastUsedRow; row++)
        {
            var isHidden = area.Sheet.IsRowHidden(row);
            if (isHidden && !seesAll) continue;
            foreach (var value in call.Engine.Values(area with { Range = area.Range with { FirstRow = row, LastRow = row } },
                IsNoSubtotal))
            {
                if (isHidden) return FormulaValue.Unknown(FormulaTroubles.HiddenRows);
                if (value.IsFailure) return value;
                values.Add(value);
            }
        }

        return default;
    }

    private static bool IsNoSubtotal(FlatCell cell) =>
        cell.Formula is not { } formula || !formula.Contains("SUBTOTAL(", StringComparison.OrdinalIgnoreCase);

    private static FormulaValue Fold(FormulaCall call, decimal start, Func<decimal, decimal, decimal> combine)
    {
        if (call.Numbers(out var numbers) is { IsFailure: true } failure) return failure;
        try
        {
            return FormulaValue.Of(numbers.Aggregate(start, combine));
        }
        catch (OverflowException)
        {
            return FormulaValue.TooLarge;
        }
    }

    private static FormulaValue Of(FormulaCall call, Func<List<decimal>, decimal> compute) =>
        call.Numbers(out var numbers) is { IsFailure: true } failure ? failure : FormulaValue.Of(compute(numbers));

    private static FormulaValue Counted(FormulaCall call, Func<FormulaValue, bool> counts)
    {
        var count = 0m;
        foreach (var (value, _) in call.Values())
        {
            if (value.Kind == FormulaKind.Unknown) return value;
            if (counts(value)) count++;
        }

        return FormulaValue.Of(count);
    }
}
