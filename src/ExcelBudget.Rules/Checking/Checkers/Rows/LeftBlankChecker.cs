using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>
/// leftBlank：一个也没有填。Cells to be filled in of which not one is, although the condition says that they are needed: told once, at the first.
/// </summary>
internal sealed class LeftBlankChecker : ITextChecker
{
    public string Name => "leftBlank";

    public bool LooksAt(FormDefinition form) => false;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(static _ => false);
        var cells = scope.Figures.View(scope.Form).Rows
            .Where(row => scope.Check.Rows.Count == 0 || scope.Check.Rows.Contains(row.Key.Value))
            .SelectMany(row => columns
                .Where(column => BudgetFigures.SpecOf(scope.Form, row, column).Role == CellRole.Entered)
                .Select(column => (Row: row, Column: column.Id)))
            .ToArray();
        var isBlank = cells.Length > 0 && Array.TrueForAll(cells, cell =>
            cell.Row.Row?[cell.Column] is null
                && !scope.Figures.Unreadable.ContainsKey(new CellAddress(scope.Form.Id, cell.Row.Key, cell.Column)));
        return isBlank
            ? [new Hit(cells[0].Row.Key, cells[0].Column, Match: string.Join('、', cells.Select(cell => cell.Row.Key.Value).Distinct()))]
            : [];
    }
}
