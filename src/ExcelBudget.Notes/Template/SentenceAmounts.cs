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

    /// <summary>A figure in full, without zeros at its end: «1», «2.5».</summary>
    public static string InFull(Measure figure, AmountFormat amounts) =>
        Figures.Plain(figure.Dimension == Dimension.Money ? amounts.Number(figure.Value) : figure.Value);

    /// <summary>A figure as the reader sees it, rounded: what shows as zero is no change.</summary>
    public static decimal Rounded(Measure figure, AmountFormat amounts) =>
        figure.Dimension == Dimension.Money ? amounts.Rounded(figure.Value) : Figures.Round(figure.Value, DecimalsOfOthers);
}
