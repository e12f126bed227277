using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>来源。Which entered cells a figure rests on, and what it would be had they stayed as they were issued.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What was issued.</param>
public sealed class FigureSources(BudgetFigures figures, IssuedFigures issued)
{
    private readonly Influences _influences = new(figures);

    /// <summary>The entered cells a cell rests on, itself where it is one.</summary>
    public IReadOnlyList<CellAddress> Behind(CellAddress cell) => [.. _influences.Of(cell).Cells.Select(number => _influences[number])];

    /// <summary>Those of them that were changed since the workbook was issued.</summary>
    public IReadOnlyList<CellAddress> ChangedBehind(CellAddress cell) => [.. Behind(cell).Where(issued.Cells.Contains)];

    /// <summary>The figures with cells as they were issued.</summary>
    public BudgetFigures PutBack(IReadOnlyCollection<CellAddress> cells) =>
        new(figures.Book, issued.PutBack(figures, cells), figures.Unreadable);

    /// <summary>Cells behind relations that are still broken: nobody knows yet which of them is right.</summary>
    public IReadOnlySet<CellAddress> Doubtful() => new RelationChecker(figures).Check().Where(result => result.Tie == Tie.Broken)
        .SelectMany(result => _influences.Of(result).Cells).Select(number => _influences[number]).ToHashSet();
}
