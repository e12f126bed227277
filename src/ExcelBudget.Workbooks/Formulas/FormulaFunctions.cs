namespace ExcelBudget.Workbooks.Formulas;

/// <summary>A function: how many arguments it takes, and how it is computed.</summary>
/// <param name="Fewest">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Compute">Computes it.</param>
/// <param name="IsElementwise">In an array it is computed for each cell of its arguments.</param>
internal sealed record FormulaFunction(int Fewest, int Most, Func<FormulaCall, FormulaValue> Compute, bool IsElementwise = false);

/// <summary>The functions that are evaluated; any other makes a formula unknown.</summary>
internal static class FormulaFunctions
{
    private const int Any = 255;

    private static readonly Dictionary<string, FormulaFunction> All = new(StringComparer.Ordinal)
    {
        ["SUM"] = new(1, Any, Totals.Sum),
        ["PRODUCT"] = new(1, Any, Totals.Product),
        ["SUMPRODUCT"] = new(1, Any, Totals.SumProduct),
        ["SUBTOTAL"] = new(2, Any, Totals.Subtotal),
        ["MAX"] = new(1, Any, Totals.Max),
        ["MIN"] = new(1, Any, Totals.Min),
        ["AVERAGE"] = new(1, Any, Totals.Average),
        ["COUNT"] = new(1, Any, Totals.Count),
        ["COUNTA"] = new(1, Any, Totals.CountAll),
        ["COUNTBLANK"] = new(1, 1, Totals.CountBlank),
        ["SUMIF"] = new(2, 3, Criteria.SumIf),
        ["SUMIFS"] = new(3, Any, Criteria.SumIfs),
        ["COUNTIF"] = new(2, 2, Criteria.CountIfs),
        ["COUNTIFS"] = new(2, Any, Criteria.CountIfs),
        ["AVERAGEIF"] = new(2, 3, Criteria.AverageIf),
        ["AVERAGEIFS"] = new(3, Any, Criteria.AverageIfs),
        ["IF"] = new(1, 3, Logic.If, IsElementwise: true),
        ["IFS"] = new(2, Any, Logic.Ifs, IsElementwise: true),
        ["IFERROR"] = new(2, 2, Logic.IfError, IsElementwise: true),
        ["IFNA"] = new(2, 2, Logic.IfNotFound, IsElementwise: true),
        ["AND"] = new(1, Any, Logic.And),
        ["OR"] = new(1, Any, Logic.Or),
        ["NOT"] = new(1, 1, Logic.Not, IsElementwise: true),
        ["TRUE"] = new(0, 0, static _ => FormulaValue.Of(true)),
        ["FALSE"] = new(0, 0, static _ => FormulaValue.Of(false)),
        ["NA"] = new(0, 0, static _ => FormulaValue.NotFound),
        ["ISNUMBER"] = new(1, 1, static call => Logic.Is(call, FormulaKind.Number), IsElementwise: true),
        ["ISTEXT"] = new(1, 1, static call => Logic.Is(call, FormulaKind.Text), IsElementwise: true),
        ["ISBLANK"] = new(1, 1, static call => Logic.Is(call, FormulaKind.Blank), IsElementwise: true),
        ["ISERROR"] = new(1, 1, static call => Logic.Is(call, FormulaKind.Error), IsElementwise: true),
        ["ISNA"] = new(1, 1, Logic.IsNotFound, IsElementwise: true),
        ["ROUND"] = new(2, 2, Rounding.Round, IsElementwise: true),
        ["ROUNDUP"] = new(2, 2, Rounding.RoundUp, IsElementwise: true),
        ["ROUNDDOWN"] = new(2, 2, Rounding.RoundDown, IsElementwise: true),
        ["TRUNC"] = new(1, 2, Rounding.RoundDown, IsElementwise: true),
        ["INT"] = new(1, 1, Rounding.Floor, IsElementwise: true),
        ["ABS"] = new(1, 1, Rounding.Abs, IsElementwise: true),
        ["SIGN"] = new(1, 1, Rounding.Sign, IsElementwise: true),
        ["MOD"] = new(2, 2, Rounding.Mod, IsElementwise: true),
        ["POWER"] = new(2, 2, Rounding.Power, IsElementwise: true),
        ["VLOOKUP"] = new(3, 4, Lookups.Vertical),
        ["HLOOKUP"] = new(3, 4, Lookups.Horizontal),
        ["LOOKUP"] = new(2, 3, Lookups.Lookup),
        ["XLOOKUP"] = new(3, 4, Lookups.Extended),
        ["MATCH"] = new(2, 3, Lookups.Match),
        ["INDEX"] = new(2, 3, References.Index),
        ["CHOOSE"] = new(2, Any, References.Choose),
        ["OFFSET"] = new(3, 5, References.Offset),
        ["INDIRECT"] = new(1, 2, References.Indirect),
        ["ROW"] = new(0, 1, References.Row),
        ["COLUMN"] = new(0, 1, References.Column),
        ["ROWS"] = new(1, 1, References.Rows),
        ["COLUMNS"] = new(1, 1, References.Columns),
        ["TEXT"] = new(2, 2, TextFunctions.Format, IsElementwise: true),
        ["VALUE"] = new(1, 1, TextFunctions.Value, IsElementwise: true),
        ["N"] = new(1, 1, TextFunctions.NumberOrZero, IsElementwise: true),
        ["T"] = new(1, 1, TextFunctions.TextOrEmpty, IsElementwise: true),
        ["LEN"] = new(1, 1, TextFunctions.Length, IsElementwise: true),
        ["LEFT"] = new(1, 2, TextFunctions.Left, IsElementwise: true),
        ["RIGHT"] = new(1, 2, TextFunctions.Right, IsElementwise: true),
        ["MID"] = new(3, 3, TextFunctions.Middle, IsElementwise: true),
        ["TRIM"] = new(1, 1, TextFunctions.Trim, IsElementwise: true),
        ["UPPER"] = new(1, 1, TextFunctions.Upper, IsElementwise: true),
        ["LOWER"] = new(1, 1, TextFunctions.Lower, IsElementwise: true),
        ["EXACT"] = new(2, 2, TextFunctions.Exact, IsElementwise: true),
        ["SUBSTITUTE"] = new(3, 3, TextFunctions.Substitute, IsElementwise: true),
        ["CONCATENATE"] = new(1, Any, TextFunctions.Concatenate),
        ["CONCAT"] = new(1, Any, TextFunctions.Concatenate),
    };

    /// <summary>The function of a name in capitals; null when it is not evaluated.</summary>
    public static FormulaFunction? Find(string name) => All.GetValueOrDefault(name);
}
