namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Conditions; only the branch that counts is computed.</summary>
internal static class Logic
{
    public static FormulaValue If(FormulaCall call)
    {
        var condition = call.Condition(0);
        if (condition.IsFailure) return condition;
        var chosen = condition.Number == 1m ? 1 : 2;
        if (chosen >= call.Count) return FormulaValue.Of(chosen == 1);
        return call.Has(chosen) ? call.Raw(chosen) : FormulaValue.Of(0m);
    }

    public static FormulaValue Ifs(FormulaCall call)
    {
        for (var index = 0; index + 1 < call.Count; index += 2)
        {
            var condition = call.Condition(index);
            if (condition.IsFailure) return condition;
            if (condition.Number == 1m) return call.Raw(index + 1);
        }

        return FormulaValue.NotFound;
    }

    /// <summary>What cannot be told stays so: it may well be no error in Excel.</summary>
    public static FormulaValue IfError(FormulaCall call) =>
        call.Scalar(0) is { Kind: not FormulaKind.Error } value ? value : call.Scalar(1);

    public static FormulaValue IfNotFound(FormulaCall call) =>
        call.Scalar(0) is var value && value != FormulaValue.NotFound ? value : call.Scalar(1);

    public static FormulaValue And(FormulaCall call) => Every(call, isAnd: true);

    public static FormulaValue Or(FormulaCall call) => Every(call, isAnd: false);

    public static FormulaValue Not(FormulaCall call) =>
        call.Condition(0) is { Kind: FormulaKind.Boolean } condition ? FormulaValue.Of(condition.Number == 0m) : call.Condition(0);

    public static FormulaValue Is(FormulaCall call, FormulaKind kind) =>
        call.Scalar(0) is { Kind: not FormulaKind.Unknown } value ? FormulaValue.Of(value.Kind == kind) : call.Scalar(0);

    public static FormulaValue IsNotFound(FormulaCall call) =>
        call.Scalar(0) is { Kind: not FormulaKind.Unknown } value ? FormulaValue.Of(value == FormulaValue.NotFound) : call.Scalar(0);

    private static FormulaValue Every(FormulaCall call, bool isAnd)
    {
        var result = isAnd;
        foreach (var (value, isCell) in call.Values())
        {
            if (isCell && value.Kind is FormulaKind.Text or FormulaKind.Blank) continue;
            var condition = value.AsBoolean();
            if (condition.IsFailure) return condition;
            result = isAnd ? result & (condition.Number == 1m) : result | (condition.Number == 1m);
        }

        return FormulaValue.Of(result);
    }
}
