using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>How a workbook is issued.</summary>
/// <param name="WorkbookId">Id of the workbook, short and unique.</param>
/// <param name="IsBlank">True for a workbook to type in: free rows, no seals.</param>
/// <param name="IsFast">True to deflate for speed instead of size.</param>
public sealed record FillRequest(string WorkbookId, bool IsBlank = false, bool IsFast = false)
{
    /// <summary>来历。Step, moment and predecessor; <see cref="IssueLineage.None"/> where nobody is to tell newer from older.</summary>
    public IssueLineage Lineage { get; init; } = IssueLineage.None;
}
