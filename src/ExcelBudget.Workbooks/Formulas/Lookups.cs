namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Looking a value up in a column or a row.</summary>
internal static class Lookups
{
    public static FormulaValue Vertical(FormulaCall call) => InTable(call, isVertical: true);

    public static FormulaValue Horizontal(FormulaCall call) => InTable(call, isVertical: false);

    public static FormulaValue Lookup(FormulaCall call)
    {
        var keys = call.Array(1);
        var results = call.Has(2) ? call.Array(2) : keys;
        if (keys.IsFailure || results.IsFailure) return keys.IsFailure ? keys : results;
        var found = Nearest(call.Scalar(0), Line(keys, isVertical: keys.Grid.GetLength(0) >= keys.Grid.GetLength(1)));
        return found.IsFailure ? found
            : Pick(Line(results, isVertical: results.Grid.GetLength(0) >= results.Grid.GetLength(1)), (int)found.Number);
    }

    public static FormulaValue Extended(FormulaCall call)
    {
        var (keys, results) = (call.Array(1), call.Array(2));
        if (keys.IsFailure || results.IsFailure) return keys.IsFailure ? keys : results;
        var found = Exact(call.Scalar(0), Line(keys, isVertical: keys.Grid.GetLength(1) == 1), allowsWildcards: false);
        if (found == FormulaValue.NotFound && call.Has(3)) return call.Scalar(3);
        return found.IsFailure ? found : Pick(Line(results, isVertical: results.Grid.GetLength(1) == 1), (int)found.Number);
    }

    public static FormulaValue Match(FormulaCall call)
    {
        var keys = call.Array(1);
        if (keys.IsFailure) return keys;
        var type = call.Number(2, 1m);
        if (type.IsFailure) return type;
        var line = Line(keys, isVertical: keys.Grid.GetLength(1) == 1);
        var found = type.Number switch
        {
            0m => Exact(call.Scalar(0), line, allowsWildcards: true),
            > 0m => Nearest(call.Scalar(0), line),
            _ => FormulaValue.Unknown(FormulaTroubles.Unsupported("MATCH(…,-1)")),
        };
        return found.IsFailure ? found : FormulaValue.Of(found.Number + 1m);
    }

    private static FormulaValue InTable(FormulaCall call, bool isVertical)
    {
        var table = call.Array(1);
        if (table.IsFailure) return table;
        var wanted = call.Scalar(0);
        if (wanted.IsFailure) return wanted;
        var at = call.Number(2);
        if (at.IsFailure) return at;
        var isNear = call.Count > 3 ? (call.Has(3) ? call.Condition(3) : FormulaValue.Of(false)) : FormulaValue.Of(true);
        if (isNear.IsFailure) return isNear;
        var line = Line(table, isVertical);
        var found = isNear.Number == 1m ? Nearest(wanted, line) : Exact(wanted, line, allowsWildcards: true);
        if (found.IsFailure) return found;
        var (grid, across) = (table.Grid, (int)at.Number - 1);
        if (across < 0) return FormulaValue.WrongKind;
        if (across >= grid.GetLength(isVertical ? 1 : 0)) return FormulaValue.NoSuchCell;
        return isVertical ? grid[(int)found.Number, across] : grid[across, (int)found.Number];
    }

    private static FormulaValue[] Line(FormulaValue grid, bool isVertical)
    {
        var line = new FormulaValue[grid.Grid.GetLength(isVertical ? 0 : 1)];
        for (var index = 0; index < line.Length; index++) line[index] = isVertical ? grid.Grid[index, 0] : grid.Grid[0, index];
        return line;
    }

    private static FormulaValue Pick(FormulaValue[] line, int index) => index < line.Length ? line[index] : FormulaValue.NotFound;

    private static FormulaValue Exact(FormulaValue wanted, FormulaValue[] line, bool allowsWildcards)
    {
        if (wanted.IsFailure) return wanted;
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index].Kind == FormulaKind.Unknown) return line[index];
            if (Same(wanted, line[index], allowsWildcards)) return FormulaValue.Of(index);
        }

        return FormulaValue.NotFound;
    }

    private static bool Same(FormulaValue wanted, FormulaValue key, bool allowsWildcards)
    {
        if (wanted.Kind == FormulaKind.Blank) wanted = FormulaValue.Of(0m);
        if (wanted.Kind != key.Kind) return false;
        return allowsWildcards && wanted.Kind == FormulaKind.Text
            ? Wildcards.Fit(key.Text, wanted.Text) : FormulaOperators.Compare(wanted, key) == 0;
    }

    /// <summary>近似查找。The last key not above the wanted one; only in keys that are sorted, where every search agrees.</summary>
    private static FormulaValue Nearest(FormulaValue wanted, FormulaValue[] line)
    {
        if (wanted.IsFailure) return wanted;
        FormulaValue? before = null;
        var found = -1;
        for (var index = 0; index < line.Length; index++)
        {
            var key = line[index];
            if (key.Kind == FormulaKind.Unknown) return key;
            if (key.Kind != wanted.Kind) continue;
            if (before is { } last && FormulaOperators.Compare(last, key) > 0) return FormulaValue.Unknown(FormulaTroubles.Unsorted);
            if (FormulaOperators.Compare(key, wanted) <= 0) found = index;
            before = key;
        }

        return found < 0 ? FormulaValue.NotFound : FormulaValue.Of(found);
    }
}
