namespace ExcelBudget.Workbooks.Formulas;

/// <summary>A function's arguments, evaluated when they are asked for.</summary>
/// <param name="evaluation">The formula it stands in.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="isArray">True where areas are computed cell by cell.</param>
internal sealed class FormulaCall(FormulaEvaluation evaluation, FormulaNode[] arguments, bool isArray)
{
    /// <summary>The formula it stands in.</summary>
    public FormulaEvaluation Evaluation => evaluation;

    public FormulaEngine Engine => evaluation.Engine;

    public int Count => arguments.Length;

    /// <summary>Was the argument given?</summary>
    public bool Has(int index) => index < arguments.Length && arguments[index] is not FormulaNode.Missing;

    /// <summary>The argument as it stands, an area staying an area.</summary>
    public FormulaValue Raw(int index) => evaluation.Evaluate(arguments[index], isArray);

    /// <summary>The argument computed cell by cell.</summary>
    public FormulaValue Array(int index) => evaluation.AsGrid(evaluation.Evaluate(arguments[index], isArray: true));

    /// <summary>The argument as one value.</summary>
    public FormulaValue Scalar(int index) => evaluation.Single(Raw(index));

    /// <summary>The argument as a number, or why it is none.</summary>
    public FormulaValue Number(int index, decimal otherwise = 0m) => Has(index) ? Scalar(index).AsNumber() : FormulaValue.Of(otherwise);

    /// <summary>The argument as a text, or why it is none.</summary>
    public FormulaValue Text(int index) => Scalar(index).AsText();

    /// <summary>The argument as a condition.</summary>
    public FormulaValue Condition(int index) => Scalar(index).AsBoolean();

    /// <summary>All values of the arguments from one on: those of areas as cells hold them, others as Excel counts a typed
    /// argument.</summary>
    public IEnumerable<(FormulaValue Value, bool IsCell)> Values(int from = 0)
    {
        for (var index = from; index < Count; index++)
        {
            var value = Raw(index);
            if (value.Kind == FormulaKind.Area)
            {
                foreach (var cell in Engine.Values(value.Area)) yield return (cell, true);
            }
            else if (value.Kind == FormulaKind.Grid)
            {
                foreach (var cell in value.Grid) yield return (cell, true);
            }
            else yield return (value, false);
        }
    }

    /// <summary>The numbers among the values; a failure instead when there is one.</summary>
    public FormulaValue Numbers(out List<decimal> numbers, int from = 0)
    {
        numbers = [];
        for (var index = from; index < Count; index++)
        {
            var value = Raw(index);
            var failure = value.Kind == FormulaKind.Area ? Engine.AddNumbers(value.Area, numbers)
                : value.Kind == FormulaKind.Grid ? AddNumbers(value.Grid, numbers)
                : AddTyped(value, numbers);
            if (failure.IsFailure) return failure;
        }

        return default;
    }

    private static FormulaValue AddNumbers(FormulaValue[,] grid, List<decimal> numbers)
    {
        foreach (var value in grid)
        {
            if (value.IsFailure) return value;
            if (value.Kind == FormulaKind.Number) numbers.Add(value.Number);
        }

        return default;
    }

    private static FormulaValue AddTyped(FormulaValue value, List<decimal> numbers)
    {
        var number = value.AsNumber();
        if (!number.IsFailure) numbers.Add(number.Number);
        return number;
    }
}
