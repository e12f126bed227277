using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>
/// 贴错了行。A text that was issued with one project and stands in the same column of another now, while its own place says something else.
/// </summary>
/// <param name="issued">What was issued.</param>
/// <param name="words">What cells are called.</param>
internal sealed class MovedTexts(IssuedFigures issued, ChangeWords words)
{
    /// <summary>Shorter texts (健全, 90%) are alike by chance.</summary>
    private const int ShortestText = 8;

    /// <summary>One 疑点 for each text that moved.</summary>
    /// <param name="known">Cells of which something is told already.</param>
    public IEnumerable<Finding> Find(IReadOnlySet<CellAddress> known)
    {
        var told = new HashSet<CellAddress>();
        foreach (var column in issued.Cells.Where(cell => !known.Contains(cell) && IsOfProject(cell))
            .GroupBy(cell => (cell.Form, cell.Column)).Where(column => column.Count() > 1))
        {
            foreach (var from in column.Where(cell => issued[cell]!.Before.Length >= ShortestText))
            {
                var (before, after) = (issued[from]!.Before, issued[from]!.After);
                var to = column.FirstOrDefault(cell => cell != from && issued[cell]!.After == before && after != before
                    && issued[cell]!.Before.Length > 0);
                if (to == default || told.Contains(from) || !told.Add(to)) continue;
                told.Add(from);
                yield return ChangeFindings.TextMoved.At(
                    new Place(Address: from), ("where", words.Where(from)), ("other", words.Where(to))) with
                {
                    Project = words.Project(from),
                    Related = [new Place(Address: to)],
                };
            }
        }
    }

    private bool IsOfProject(CellAddress cell) => words.Project(cell) is not null && !RowKeys.IsInner(cell.Row);
}
