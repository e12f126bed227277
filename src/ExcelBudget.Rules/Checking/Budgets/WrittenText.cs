using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>An item with a wrong number.</summary>
/// <param name="Item">The item as written, trimmed.</param>
/// <param name="Number">The number it has.</param>
/// <param name="Expected">The number it should have.</param>
public readonly record struct NumberingSlip(string Item, int Number, int Expected);

/// <summary>What the rule book's text checkers see in a text that stands in no cell, such as a paragraph of a Word note.</summary>
public static class WrittenText
{
    /// <summary>
    /// Years that look left over from another budget, each once; which mentions of other years are meant, the checker staleYear knows.
    /// </summary>
    public static IEnumerable<int> StaleYears(string text, int budgetYear) => StaleYearChecker.StaleYears(text, budgetYear).Distinct();

    /// <summary>False for a text in which no year but one is written: nothing in it can be left over from another budget.</summary>
    public static bool MayNameOtherYear(string text, int budgetYear)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StaleYearChecker.MayNameOther(text, budgetYear) || text.AsSpan().IndexOfAnyInRange('０', '９') >= 0;
    }

    /// <summary>
    /// Items out of order, and the first passage of each run that a text holds already.
    /// </summary>
    /// <param name="text">The paragraphs of the text.</param>
    public static (IEnumerable<NumberingSlip> Slips, IEnumerable<string> Repetitions) Lists(IEnumerable<WrittenPassages> text)
    {
        Passage[] passages = [.. text.SelectMany(paragraph => paragraph.Passages)];
        return (NumberingChecker.Slips(passages)
            .Select(slip => new NumberingSlip(slip.Passage.Text, slip.Passage.Number!.Value, slip.Expected)),
            RepeatedParagraphChecker.Runs(passages).Select(run => run[0].Text));
    }

    /// <summary>Expense kinds a list names («办公费、差旅费») that have no amount.</summary>
    /// <param name="figures">The budget's figures; it has the form.</param>
    /// <param name="form">Form with the amounts; it has a code tree.</param>
    /// <param name="column">Column of the amounts.</param>
    /// <param name="classes">Classes the kinds belong to.</param>
    /// <param name="text">The list.</param>
    public static IReadOnlyList<string> KindsWithoutAmount(
        BudgetFigures figures, FormDefinition form, ColumnId column, IReadOnlyList<string> classes, string text)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var codes = NamedCodesChecker.CodesByName(figures.Book.Pack.CodesOf(form), [.. classes]);
        return NamedCodesChecker.Absent(figures, form, column, codes, text);
    }
}
