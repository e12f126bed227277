using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Writes a condition as a formula that is TRUE (or not 0) where it holds. 且 is a product and 或 a sum, since AND and OR would make one
/// value of a whole array: the same text serves a single cell and many rows.
/// </summary>
internal static class ConditionFormula
{
    /// <summary>The formula, in brackets.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="figure">Writes a figure.</param>
    public static string Of(Condition condition, Func<Expression, string> figure) => condition switch
    {
        Condition.Compares { Comparing: var one } => $"(ROUND({figure(one.Left)},6){Sign(one.Comparison)}ROUND({figure(one.Right)},6))",
        Condition.All all => "(" + string.Join('*', all.Parts.Select(part => Of(part, figure))) + ")",
        Condition.Any any => "((" + string.Join('+', any.Parts.Select(part => Of(part, figure))) + ")>0)",
        _ => throw new InvalidOperationException($"Unknown condition {condition}"),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.AtMost => "<=",
        Comparison.AtLeast => ">=",
        Comparison.Below => "<",
        Comparison.Above => ">",
        _ => "<>",
    };
}
