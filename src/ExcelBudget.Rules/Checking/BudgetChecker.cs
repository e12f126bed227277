using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>Runs the whole rule book on one budget: relations between figures, and the checks on texts, codes and lists.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="changed">Cells changed since the workbook was issued: the likeliest causes of a broken relation. Empty when unknown.</param>
public sealed class BudgetChecker(BudgetFigures figures, IReadOnlySet<CellAddress> changed)
{
    /// <summary>Every rule of the book, each either run or listed as not checked.</summary>
    public CheckOutcome Check()
    {
        var labels = new CellLabels(figures);
        var relations = new RelationFindings(figures, labels, changed).Check();
        var texts = new TextFindings(figures, labels, changed).Check();
        var order = new FindingOrder(figures);
        return new CheckOutcome(
            [.. new OneForEachCell(labels).Merge(relations.Findings, texts.Findings).Order(order)],
            [.. relations.Unchecked, .. texts.Unchecked]);
    }
}
