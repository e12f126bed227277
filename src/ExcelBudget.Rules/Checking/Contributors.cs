using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking;

/// <summary>Follows the two sides of a relation down to the cells where figures were entered.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="changed">Cells changed since the workbook was issued; the likeliest causes, and counted even when cleared.</param>
public sealed class Contributors(BudgetFigures figures, IReadOnlySet<CellAddress> changed)
{
    /// <summary>Entered cells behind a result: changed ones first, then those whose figure equals the gap, then in order of appearance.</summary>
    public IReadOnlyList<CellAddress> Of(RelationResult result)
    {
        var found = new List<CellAddress>();
        var seen = new HashSet<CellAddress>();
        Follow(result.Relation.Check.Left, result.Context, found, seen);
        Follow(result.Relation.Check.Right, result.Context, found, seen);
        var gap = Math.Abs(result.Left.Value - result.Right.Value);
        return [.. found.OrderBy(cell => changed.Contains(cell) ? 0 : Math.Abs(figures.Value(cell).Value.Value) == gap ? 1 : 2)];
    }

    private void Follow(Expression expression, RowContext context, List<CellAddress> found, HashSet<CellAddress> seen)
    {
        switch (expression)
        {
            case Expression.Cells cells:
                foreach (var (row, column) in figures.CellsOf(cells, context)) Follow(cells.Form, row, column, found, seen);
                break;
            case Expression.Binary binary:
                Follow(binary.Left, context, found, seen);
                Follow(binary.Right, context, found, seen);
                break;
            case Expression.Negation negation:
                Follow(negation.Operand, context, found, seen);
                break;
            case Expression.Call call:
                foreach (var argument in call.Arguments) Follow(argument, context, found, seen);
                break;
        }
    }

    private void Follow(FormDefinition form, RowView row, ColumnId column, List<CellAddress> found, HashSet<CellAddress> seen)
    {
        var address = new CellAddress(form.Id, row.Key, column);
        if (!seen.Add(address)) return;
        if (row.Row?[column] is not null || changed.Contains(address))
        {
            found.Add(address);
        }
        else if (figures.Compute(form, row, column) is { } formula)
        {
            Follow(formula, new RowContext(form, row, column), found, seen);
        }
    }
}
