using System.Diagnostics;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>Which rows and columns the selectors of the language take in one budget.</summary>
/// <param name="view">Rows of a form in the budget.</param>
public sealed class RowSelection(Func<FormDefinition, FormView> view)
{
    /// <summary>The rows a selector takes, in printed order.</summary>
    public IEnumerable<RowView> Rows(FormDefinition form, RowSelector selector, RowContext context) => List(form, selector, context);

    /// <summary>The same, to be gone through by number.</summary>
    internal IReadOnlyList<RowView> List(FormDefinition form, RowSelector selector, RowContext context)
    {
        var rows = view(form);
        switch (selector)
        {
            case RowSelector.Key key: return OfKey(rows, key.Row);
            case RowSelector.This: return Matching(rows, context);
            case RowSelector.Range range: return rows.Between(range.First, range.Last);
            // a fixed row that stands for a code beside a tree tells it again: 其中：教育支出
            case RowSelector.Level level when form.Tree is null: return rows.OfDepth(level.Depth);
            case RowSelector.Level level: return [.. rows.OfDepth(level.Depth).Where(row => row.Fixed is null)];
            case RowSelector.Leaves: return rows.Leaves;
            case RowSelector.LeavesUnder: return context.Row?.Code is { } code ? rows.Below(code, UnitsBefore(rows, context), null) : [];
            case RowSelector.Children when context.Row is { Code: { } parent } above:
                var units = UnitsBefore(rows, context);
                return rows.Below(parent, units, Below(form, above.Depth + (units > 0 ? 1 : 0)));
            case RowSelector.Children: return [];
            case RowSelector.All: return rows.Rows;
            default: throw new UnreachableException($"Unknown selector {selector}");
        }
    }

    /// <summary>The columns of a set of cells.</summary>
    public static IReadOnlyList<ColumnId> Columns(Expression.Cells cells, RowContext context) => cells.Columns switch
    {
        ColumnSelector.One one => [one.Column],
        ColumnSelector.Range range => [.. cells.Form.Between(range.First, range.Last).Select(column => column.Id)],
        _ => context.Column is { } column ? [column] : [],
    };

    /// <summary>The next level a form prints below another one.</summary>
    private static int Below(FormDefinition form, int depth) => form.Tree is { } tree
        ? tree.Depths.FirstOrDefault(printed => printed > depth, int.MaxValue) : depth + 1;

    /// <summary>
    /// Digits of a unit that stand before the codes of a form and that the code of 本行 lacks: a 类 counts over all units.
    /// </summary>
    private int UnitsBefore(FormView rows, RowContext context) =>
        rows.UnitLength > 0 && context is { Form: { } form, Row.Code: not null } && form != rows.Form && view(form).UnitLength == 0
            ? rows.UnitLength : 0;

    private static IReadOnlyList<RowView> OfKey(FormView rows, RowKey key) =>
        rows.OfCode(key.Value) is { Count: > 0 } sharing ? sharing : rows[key] is { } row ? [row] : [];

    /// <summary>本行 in the row's own form is the row itself; elsewhere its code decides, then its key (合计 with 合计).</summary>
    private IReadOnlyList<RowView> Matching(FormView rows, RowContext context)
    {
        if (context.Row is not { } row) return [];
        if (context.Form == rows.Form) return [row];
        if (row.Code is { } code)
        {
            var units = UnitsBefore(rows, context);
            return units == 0 ? rows.OfCode(code) : [.. rows.Rows.Where(other => other.Code is { } own && own.Length == units + code.Length
                && own.EndsWith(code, StringComparison.Ordinal))];
        }

        return rows[row.Key] is { } same ? [same] : [];
    }
}
