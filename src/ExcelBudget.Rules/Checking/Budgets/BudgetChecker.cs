using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>Runs the whole rule book on one budget: relations between figures, and the checks on texts, codes and lists.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What changed cells held when the workbook was issued: the likeliest causes of a broken relation.</param>
public sealed class BudgetChecker(BudgetFigures figures, IssuedFigures issued)
{
    /// <summary>A budget of which nothing was changed, or nothing is known of what was issued.</summary>
    /// <param name="figures">The budget's figures.</param>
    public BudgetChecker(BudgetFigures figures)
        : this(figures, IssuedFigures.None)
    {
    }

    /// <summary>Every rule of the book, each either run or listed as not checked.</summary>
    public CheckOutcome Check()
    {
        var labels = new CellLabels(figures);
        var relations = new RelationFindings(figures, labels, issued).Check();
        var texts = new TextFindings(figures, labels, issued.Cells).Check();
        var order = new FindingOrder(figures);
        return new CheckOutcome(
            [.. new OneForEachCell(labels).Merge(relations.Findings, texts.Findings).Order(order)],
            [.. relations.Unchecked, .. texts.Unchecked]);
    }
}
