using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>What findings of changes call a cell.</summary>
/// <param name="labels">What messages call rows and columns.</param>
internal sealed class ChangeWords(CellLabels labels)
{
    /// <summary>«“办公费”的“公用经费”».</summary>
    public string Where(CellAddress cell) => $"“{labels.Row(cell)}”的“{labels.Column(cell)}”";

    /// <summary>The row alone, where the column is told already.</summary>
    public string InColumn(CellAddress cell) => $"“{labels.Row(cell)}”";

    /// <summary>The column's heading.</summary>
    public string Heading(CellAddress cell) => labels.Column(cell);

    /// <summary>The project a cell belongs to; null outside the forms of projects.</summary>
    public string? Project(CellAddress cell) => labels.ProjectKey(cell);
}
