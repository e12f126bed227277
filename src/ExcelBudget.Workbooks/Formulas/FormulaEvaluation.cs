using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>One formula while it is evaluated: its nodes, seen from the cell it stands in.</summary>
/// <param name="engine">Knows the cells.</param>
/// <param name="sheet">The sheet the formula stands on.</param>
/// <param name="row">Its row.</param>
/// <param name="column">Its column.</param>
internal sealed class FormulaEvaluation(FormulaEngine engine, FlatSheet sheet, int row, int column)
{
    public FormulaEngine Engine => engine;

    /// <summary>The row the formula stands in.</summary>
    public int Row => row;

    /// <summary>The column the formula stands in.</summary>
    public int Column => column;

    /// <summary>The sheet the formula stands on.</summary>
    public FlatSheet Sheet => sheet;

    /// <summary>The formula's own value: one value, an empty cell being 0.</summary>
    public FormulaValue Whole(FormulaNode node, bool isArray)
    {
        var value = Evaluate(node, isArray);
        if (value.Kind == FormulaKind.Grid) value = value.Grid[0, 0];
        value = Single(value);
        return value.Kind == FormulaKind.Blank ? FormulaValue.Of(0m) : value.Kind == FormulaKind.Number
            ? FormulaValue.Of(FormulaValue.WithoutNoise(value.Number)) : value;
    }

    /// <summary>A node's value; areas stay areas.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isArray">True where areas are computed cell by cell, as in SUMPRODUCT.</param>
    public FormulaValue Evaluate(FormulaNode node, bool isArray) => node switch
    {
        FormulaNode.Constant constant => constant.Value,
        FormulaNode.Missing => default,
        FormulaNode.Cells cells => Cells(cells),
        FormulaNode.Name name => Named(name, isArray),
        FormulaNode.Chain chain => chain.Fixed ?? Chain(chain, isArray),
        FormulaNode.Negated negated => Each(Evaluate(negated.Operand, isArray), isArray, static value =>
            value.AsNumber() is { Kind: FormulaKind.Number } number ? FormulaValue.Of(-number.Number) : value.AsNumber()),
        FormulaNode.Percent percent => Each(Evaluate(percent.Operand, isArray), isArray, static value =>
            value.AsNumber() is { Kind: FormulaKind.Number } number ? FormulaValue.Of(number.Number / 100m) : value.AsNumber()),
        FormulaNode.Call call => Called(call, isArray),
        FormulaNode.Between between => Between(between),
        _ => FormulaValue.Unknown(FormulaTroubles.NotUnderstood),
    };

    /// <summary>One value of a node: an area gives its one cell, or the one beside the formula.</summary>
    public FormulaValue Scalar(FormulaNode node) => Single(Evaluate(node, isArray: false));

    /// <summary>One value of an area; a grid gives its first.</summary>
    public FormulaValue Single(FormulaValue value)
    {
        if (value.Kind == FormulaKind.Grid) return value.Grid[0, 0];
        if (value.Kind != FormulaKind.Area) return value;
        var (area, range) = (value.Area, value.Area.Range);
        if (area.IsSingle) return engine.Cell(area.Sheet, range.FirstRow, range.FirstColumn);
        if (area.Columns == 1 && row >= range.FirstRow && row <= range.LastRow) return engine.Cell(area.Sheet, row, range.FirstColumn);
        if (area.Rows == 1 && column >= range.FirstColumn
            && column <= range.LastColumn) return engine.Cell(area.Sheet, range.FirstRow, column);
        return FormulaValue.WrongKind;
    }

    /// <summary>A value as rows and columns; an unknown one when it is too large.</summary>
    public FormulaValue AsGrid(FormulaValue value)
    {
        if (value.Kind == FormulaKind.Grid || value.IsFailure) return value;
        if (value.Kind != FormulaKind.Area) return FormulaValue.Of(new[,] { { value } });
        var area = value.Area;
        var rows = Math.Max(1, Math.Min(area.Rows, Math.Max(1, area.Sheet.LastRow - area.Range.FirstRow + 1)));
        if ((long)rows * area.Columns > FormulaGrids.Largest) return FormulaValue.Unknown(FormulaTroubles.TooMuch);
        var grid = new FormulaValue[rows, area.Columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < area.Columns; c++) grid[r, c] = engine.Cell(area.Sheet, area.Range.FirstRow + r,
                area.Range.FirstColumn + c);
        }

        return FormulaValue.Of(grid);
    }

    private FormulaValue Cells(FormulaNode.Cells cells)
    {
        var target = cells.Sheet is { } name ? engine.Sheet(name) : sheet;
        if (target is { IsUnread: true }) return FormulaValue.Unknown(FormulaTroubles.OwnSheet(target.Name));
        return target is null ? FormulaValue.NoSuchCell : FormulaValue.Of(new CellArea(target, cells.Range));
    }

    private FormulaValue Named(FormulaNode.Name name, bool isArray)
    {
        if (engine.Name(name.Text, sheet) is not { } meaning) return FormulaValue.Unknown(FormulaTroubles.NoSuchName(name.Text));
        if (!engine.Descend()) return FormulaValue.Unknown(FormulaTroubles.TooDeep);
        var value = Evaluate(meaning, isArray);
        engine.Ascend();
        return value;
    }

    private FormulaValue Between(FormulaNode.Between between)
    {
        var (first, last) = (Evaluate(between.First, false), Evaluate(between.Last, false));
        if (first.IsFailure) return first;
        if (last.IsFailure) return last;
        if (first.Kind != FormulaKind.Area || last.Kind != FormulaKind.Area) return FormulaValue.WrongKind;
        var (one, other) = (first.Area.Range, last.Area.Range);
        return FormulaValue.Of(first.Area with
        {
            Range = new CellRange(Math.Min(one.FirstRow, other.FirstRow), Math.Min(one.FirstColumn, other.FirstColumn),
                Math.Max(one.LastRow, other.LastRow), Math.Max(one.LastColumn, other.LastColumn)),
        });
    }

    private FormulaValue Chain(FormulaNode.Chain chain, bool isArray)
    {
        var value = Evaluate(chain.First, isArray);
        foreach (var (sign, operand) in chain.Rest)
        {
            var next = Evaluate(operand, isArray);
            value = isArray && (value.IsMany || next.IsMany)
                ? FormulaGrids.Combine(AsGrid(value), AsGrid(next), (left, right) => FormulaOperators.Apply(sign, left, right))
                : FormulaOperators.Apply(sign, Single(value), Single(next));
        }

        return value;
    }

    private FormulaValue Each(FormulaValue value, bool isArray, Func<FormulaValue, FormulaValue> change) =>
        isArray && value.IsMany ? FormulaGrids.Each(AsGrid(value), change) : change(Single(value));

    private FormulaValue Called(FormulaNode.Call call, bool isArray)
    {
        if (call.Known is not { } function)
        {
            return FormulaValue.Unknown(FormulaTroubles.Unsupported(call.Function));
        }
        if (call.Arguments.Length < function.Fewest
            || call.Arguments.Length > function.Most) return FormulaValue.Unknown(FormulaTroubles.NotUnderstood);
        if (!engine.Descend()) return FormulaValue.Unknown(FormulaTroubles.TooDeep);
        var value = isArray && function.IsElementwise
            ? Elementwise(call, function) : function.Compute(new FormulaCall(this, call.Arguments, isArray));
        engine.Ascend();
        return value;
    }

    private FormulaValue Elementwise(FormulaNode.Call call, FormulaFunction function)
    {
        var arguments = call.Arguments.Select(argument => Evaluate(argument, isArray: true)).ToArray();
        if (!arguments.Any(argument => argument.IsMany)) return function.Compute(new FormulaCall(this, call.Arguments, isArray: true));
        var grids = arguments.Select(AsGrid).ToArray();
        if (Array.Find(grids, grid => grid.IsFailure) is { IsFailure: true } failure) return failure;
        return FormulaGrids.Spread(grids, values =>
            function.Compute(new FormulaCall(this, [.. values.Select(value => new FormulaNode.Constant(value))], isArray: false)));
    }
}
