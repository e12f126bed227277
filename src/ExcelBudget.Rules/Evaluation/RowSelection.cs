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

    /// <summary>The same, to be gone through by number; not to be changed.</summary>
    internal RowView[] List(FormDefinition form, RowSelector selector, RowContext context)
    {
        var rows = view(form);
        switch (selector)
        {
            case RowSelector.This: return Matching(rows, context);
            case RowSelector.Leaves: return rows.Leaves;
            case RowSelector.LeavesUnder: return context.Row?.Code is { } code ? rows.Below(code, UnitsBefore(rows, context), null) : [];
            case RowSelector.Children when context.Row is { Code: { } parent } above:
                var units = UnitsBefore(rows, context);
                return rows.Below(parent, units, Below(form, above.Depth + (units > 0 ? 1 : 0)));
            case RowSelector.Children: return [];
            case RowSelector.All: return rows.All;
            default: return rows.Selected(selector, Fixed);
        }
    }

    /// <summary>The rows of a selector that means the same wherever it is asked.</summary>
    private static RowView[] Fixed(FormView rows, RowSelector selector) => selector switch
    {
        RowSelector.Key key => OfKey(rows, key.Row),
        RowSelector.Range range => [.. rows.Between(range.First, range.Last)],
        // a fixed row that stands for a code beside a tree tells it again: 其中：教育支出
        RowSelector.Level level when rows.Form.Tree is null => rows.OfDepth(level.Depth),
        RowSelector.Level level => Array.FindAll(rows.OfDepth(level.Depth), row => row.Fixed is null),
        _ => throw new UnreachableException($"Unknown selector {selector}"),
    };

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

    private static RowView[] OfKey(FormView rows, RowKey key) =>
        rows.Coded(key.Value) is { Length: > 0 } sharing ? sharing : rows[key] is { } row ? rows.Alone(row) : [];

    /// <summary>本行 in the row's own form is the row itself; elsewhere its code decides, then its key (合计 with 合计).</summary>
    private RowView[] Matching(FormView rows, RowContext context)
    {
        if (context.Row is not { } row) return [];
        if (context.Form == rows.Form) return rows.Alone(row);
        if (row.Code is { } code)
        {
            var units = UnitsBefore(rows, context);
            return units == 0 ? rows.Coded(code) : Array.FindAll(rows.All, other => other.Code is { } own
                && own.Length == units + code.Length && own.EndsWith(code, StringComparison.Ordinal));
        }

        return rows[row.Key] is { } same ? rows.Alone(same) : [];
    }
}
