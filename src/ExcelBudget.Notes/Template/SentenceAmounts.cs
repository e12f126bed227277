using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Template;

/// <summary>
/// How a sentence of the note writes money: in the pack's unit, since the words around it say 万元, whatever the form prints; with the
/// decimals of the form where the form has that unit.
/// </summary>
internal static class SentenceAmounts
{
    private const int DecimalsOfOthers = 2;

    /// <summary>How the sentence writes the figure of an expression.</summary>
    /// <param name="book">The pack.</param>
    /// <param name="expression">The figure.</param>
    public static AmountFormat Of(RuleBook book, Expression expression)
    {
        var form = Expression.CellsOf(expression).FirstOrDefault()?.Form.Amounts;
        return form is not null && form.Unit == book.Pack.Amounts.Unit ? form : book.Pack.Amounts;
    }

    /// <summary>A figure in words: money as the sentence writes it, other figures with two decimals.</summary>
    public static string Words(Measure figure, AmountFormat amounts) =>
        figure.Dimension == Dimension.Money ? amounts.Written(figure.Value) : Figures.Shown(figure.Value, DecimalsOfOthers);

    /// <summary>
    /// The figure with what its expression counts: a blank cell is a zero that is neither money nor a number, yet the sentence writes it
    /// with the decimals of the amounts beside it.
    /// </summary>
    public static Measure Counted(Measure figure, Expression expression) =>
        figure.Value == 0m && IsMoney(expression) ? figure with { Dimension = Dimension.Money } : figure;

    private static bool IsMoney(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Figure.Dimension == Dimension.Money,
        Expression.Cells { Columns: ColumnSelector.One one } cells => cells.Form.Column(one.Column)?.Kind == CellKind.Amount,
        Expression.Cells { Columns: ColumnSelector.Range range } cells =>
            cells.Form.Between(range.First, range.Last).Any(column => column.Kind == CellKind.Amount),
        Expression.Negation negation => IsMoney(negation.Operand),
        Expression.Binary { Operator: '/' } quotient => IsMoney(quotient.Left) && !IsMoney(quotient.Right),
        Expression.Binary binary => IsMoney(binary.Left) || IsMoney(binary.Right),
        Expression.Call call => call.Function != Function.Rate && call.Arguments.Any(IsMoney),
        _ => false,
    };

    /// <summary>A figure in full, without zeros at its end: «1», «2.5».</summary>
    public static string InFull(Measure figure, AmountFormat amounts) =>
        Figures.Plain(figure.Dimension == Dimension.Money ? amounts.Number(figure.Value) : figure.Value);

    /// <summary>A figure as the reader sees it, rounded: what shows as zero is no change.</summary>
    public static decimal Rounded(Measure figure, AmountFormat amounts) =>
        figure.Dimension == Dimension.Money ? amounts.Rounded(figure.Value) : Figures.Round(figure.Value, DecimalsOfOthers);
}
