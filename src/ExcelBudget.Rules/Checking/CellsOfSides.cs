using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking;

/// <summary>The forms and cells an expression names itself, without following formulas.</summary>
internal static class CellsOfSides
{
    /// <summary>Forms named in an expression.</summary>
    public static IEnumerable<FormDefinition> Forms(Expression expression) => Sets(expression).Select(cells => cells.Form);

    /// <summary>Cells named in an expression, for a row and column.</summary>
    public static IEnumerable<CellAddress> Cells(BudgetFigures figures, Expression expression, RowContext context) =>
        Sets(expression)
            .SelectMany(set => figures.CellsOf(set, context).Select(cell => new CellAddress(set.Form.Id, cell.Row.Key, cell.Column)));

    /// <summary>True when an expression subtracts, so that its figure may well be negative.</summary>
    public static bool Subtracts(Expression expression) => expression switch
    {
        Expression.Negation or Expression.Binary { Operator: '-' } or Expression.Call { Function: Function.Rate } => true,
        Expression.Binary binary => Subtracts(binary.Left) || Subtracts(binary.Right),
        Expression.Call call => call.Arguments.Any(Subtracts),
        _ => false,
    };

    private static IEnumerable<Expression.Cells> Sets(Expression expression) => expression switch
    {
        Expression.Cells cells => [cells],
        Expression.Binary binary => Sets(binary.Left).Concat(Sets(binary.Right)),
        Expression.Negation negation => Sets(negation.Operand),
        Expression.Call call => call.Arguments.SelectMany(Sets),
        _ => [],
    };
}
