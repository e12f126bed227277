using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Functions that give cells or tell where cells are.</summary>
internal static class References
{
    public static FormulaValue Index(FormulaCall call)
    {
        var source = call.Raw(0);
        var (row, column) = (call.Number(1), call.Number(2));
        if (source.IsFailure || row.IsFailure || column.IsFailure) return source.IsFailure ? source : row.IsFailure ? row : column;
        var (down, across) = ((int)row.Number, (int)column.Number);
        if (source.Kind == FormulaKind.Grid) return InGrid(source.Grid, down, across, call.Count);
        if (source.Kind != FormulaKind.Area) return down <= 1 && across <= 1 ? source : FormulaValue.NoSuchCell;
        var area = source.Area;
        // of a single row the one number given counts its columns
        if (call.Count == 2 && area.Rows == 1) (down, across) = (1, down);
        if (down < 0 || across < 0 || down > area.Rows || across > area.Columns) return FormulaValue.NoSuchCell;
        var (isColumn, isRow) = (down == 0, across == 0 && area.Columns > 1);
        var part = area.At(
            isColumn ? area.Range.FirstRow : area.Range.FirstRow + down - 1,
            isRow ? area.Range.FirstColumn : area.Range.FirstColumn + Math.Max(across, 1) - 1,
            isColumn ? area.Rows : 1,
            isRow ? area.Columns : 1);
        return part is null ? FormulaValue.NoSuchCell : FormulaValue.Of(part);
    }

    public static FormulaValue Choose(FormulaCall call)
    {
        var at = call.Number(0);
        if (at.IsFailure) return at;
        return at.Number >= 1m && at.Number < call.Count ? call.Raw((int)at.Number) : FormulaValue.WrongKind;
    }

    public static FormulaValue Offset(FormulaCall call)
    {
        var source = call.Raw(0);
        if (source.Kind != FormulaKind.Area) return source.IsFailure ? source : FormulaValue.WrongKind;
        var (rows, columns) = (call.Number(1), call.Number(2));
        var (height, width) = (call.Number(3, source.Area.Rows), call.Number(4, source.Area.Columns));
        foreach (var number in (FormulaValue[])[rows, columns, height, width])
        {
            if (number.IsFailure) return number;
            if (Math.Abs(number.Number) > CellReference.MaxRow) return FormulaValue.NoSuchCell;
        }

        var range = source.Area.Range;
        return source.Area.At(range.FirstRow + (int)rows.Number, range.FirstColumn + (int)columns.Number, (int)height.Number,
            (int)width.Number) is { } area
            ? FormulaValue.Of(area)
            : FormulaValue.NoSuchCell;
    }

    public static FormulaValue Indirect(FormulaCall call)
    {
        var text = call.Text(0);
        if (text.IsFailure) return text;
        if (call.Has(1) && call.Condition(1) is not { Number: 1m })
        {
            return FormulaValue.Unknown(FormulaTroubles.Unsupported("INDIRECT 的 R1C1 写法"));
        }
        return FormulaParser.Parse(text.Text) is (FormulaNode.Cells or FormulaNode.Name) and var node
            ? call.Evaluation.Evaluate(node, false) : FormulaValue.NoSuchCell;
    }

    public static FormulaValue Row(FormulaCall call) => Place(call, call.Evaluation.Row, static range => range.FirstRow);

    public static FormulaValue Column(FormulaCall call) => Place(call, call.Evaluation.Column, static range => range.FirstColumn);

    public static FormulaValue Rows(FormulaCall call) => Size(call, static area => area.Rows, 0);

    public static FormulaValue Columns(FormulaCall call) => Size(call, static area => area.Columns, 1);

    private static FormulaValue Place(FormulaCall call, int own, Func<CellRange, int> of)
    {
        if (!call.Has(0)) return FormulaValue.Of(own);
        var source = call.Raw(0);
        if (source.Kind != FormulaKind.Area) return source.IsFailure ? source : FormulaValue.WrongKind;
        // ROW(A1:A9) in an array stands for nine numbers, which nobody needs in a budget
        return source.Area.IsSingle || source.Area.Rows == 1 || source.Area.Columns == 1
            ? FormulaValue.Of(of(source.Area.Range)) : FormulaValue.Unknown(FormulaTroubles.Unsupported("ROW 的区域写法"));
    }

    private static FormulaValue Size(FormulaCall call, Func<CellArea, int> of, int dimension)
    {
        var source = call.Raw(0);
        return source.Kind switch
        {
            FormulaKind.Area => FormulaValue.Of(of(source.Area)),
            FormulaKind.Grid => FormulaValue.Of(source.Grid.GetLength(dimension)),
            _ => source.IsFailure ? source : FormulaValue.Of(1m),
        };
    }

    private static FormulaValue InGrid(FormulaValue[,] grid, int row, int column, int count)
    {
        if (count == 2 && grid.GetLength(0) == 1) (row, column) = (1, row);
        (row, column) = (Math.Max(row, 1), Math.Max(column, 1));
        return row <= grid.GetLength(0) && column <= grid.GetLength(1) ? grid[row - 1, column - 1] : FormulaValue.NoSuchCell;
    }
}
