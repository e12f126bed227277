using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>A figure a relation needs: a cell of a fixed row, or a column of the rows that come from data.</summary>
/// <param name="Form">The form.</param>
/// <param name="Row">The fixed row; null for the rows from data.</param>
/// <param name="Column">The column.</param>
public sealed record NeededCell(FormDefinition Form, RowGroup.Fixed? Row, ColumnId Column);

/// <summary>Finds every figure a relation rests on, through the formulas of the cells it names.</summary>
/// <param name="book">The rule book.</param>
public sealed class NeededCells(RuleBook book)
{
    /// <summary>The figures behind a relation.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="rows">Rows it is checked for; a null stands for the rows from data, none for a relation without rows.</param>
    /// <param name="column">本栏.</param>
    public IReadOnlySet<NeededCell> Of(Relation relation, IReadOnlyList<RowGroup.Fixed?> rows, ColumnId? column)
    {
        var found = new HashSet<NeededCell>();
        foreach (var side in new[] { relation.Check.Left, relation.Check.Right }.Concat(relation.When?.Figures ?? []))
        {
            Follow(side, relation.Form, rows, column, found);
        }

        return found;
    }

    private void Follow(Expression expression, FormDefinition form, IReadOnlyList<RowGroup.Fixed?> rows, ColumnId? column, HashSet<NeededCell> found)
    {
        switch (expression)
        {
            case Expression.Cells cells:
                foreach (var one in CheckRanges.Columns(cells, column).Where(one => one.IsFigure))
                {
                    foreach (var row in RowsOf(cells, form, rows)) Add(new NeededCell(cells.Form, row, one.Id), found);
                }

                break;
            case Expression.Negation negation:
                Follow(negation.Operand, form, rows, column, found);
                break;
            case Expression.Binary binary:
                Follow(binary.Left, form, rows, column, found);
                Follow(binary.Right, form, rows, column, found);
                break;
            case Expression.Call call:
                foreach (var argument in call.Arguments) Follow(argument, form, rows, column, found);
                break;
        }
    }

    private void Add(NeededCell cell, HashSet<NeededCell> found)
    {
        if (!found.Add(cell)) return;
        var column = cell.Form.Column(cell.Column)!;
        var formula = cell.Row is { } row ? CellSpec.Of(column, row).Compute : column.Compute;
        if (formula is not null) Follow(book.Formula(cell.Form, formula), cell.Form, [cell.Row], cell.Column, found);
    }

    private static IEnumerable<RowGroup.Fixed?> RowsOf(Expression.Cells cells, FormDefinition own, IReadOnlyList<RowGroup.Fixed?> rows)
    {
        var form = cells.Form;
        return cells.Rows switch
        {
            RowSelector.Key key => [form.FixedRow(key.Row)],
            RowSelector.Range range => CheckRanges.Between(form, range),
            RowSelector.This when form == own => rows,
            RowSelector.This => rows.Select(row => row is null ? null : form.Tree is not null && row.Code is not null ? null : SameRow(form, row)).Distinct(),
            RowSelector.Level when form.Tree is null => CheckRanges.CodedRows(form),
            RowSelector.All => form.Rows.OfType<RowGroup.Fixed>().Concat(form.Rows.All(group => group is RowGroup.Fixed) ? [] : new RowGroup.Fixed?[] { null }),
            _ => [null],
        };
    }

    private static RowGroup.Fixed? SameRow(FormDefinition form, RowGroup.Fixed row) =>
        row.Code is { } code && form.Rows.OfType<RowGroup.Fixed>().FirstOrDefault(other => other.Code == code) is { } coded ? coded : form.FixedRow(row.Key);
}
