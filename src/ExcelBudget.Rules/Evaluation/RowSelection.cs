using System.Diagnostics;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>Which rows and columns the selectors of the language take in one budget.</summary>
/// <param name="view">Rows of a form in the budget.</param>
public sealed class RowSelection(Func<FormDefinition, FormView> view)
{
    /// <summary>The rows a selector takes, in printed order.</summary>
    public IEnumerable<RowView> Rows(FormDefinition form, RowSelector selector, RowContext context)
    {
        var rows = view(form);
        var units = UnitsBefore(rows, context);
        return selector switch
        {
            RowSelector.Key key => OfKey(rows, key.Row),
            RowSelector.This => Matching(rows, context, units),
            RowSelector.Range range => Between(rows, range),
            // a fixed row that stands for a code beside a tree tells it again: 其中：教育支出
            RowSelector.Level level => rows.Rows.Where(row => row.Depth == level.Depth && (form.Tree is null || row.Fixed is null)),
            RowSelector.Leaves => rows.Rows.Where(row => row.IsLeaf),
            RowSelector.LeavesUnder => context.Row?.Code is { } code
                ? rows.Rows.Where(row => row.IsLeaf && IsUnder(row, code, units))
                : [],
            RowSelector.Children => context.Row is { Code: { } parent } above
                ? rows.Rows.Where(row => row.Depth == Below(form, above.Depth + (units > 0 ? 1 : 0)) && IsUnder(row, parent, units))
                : [],
            RowSelector.All => rows.Rows,
            _ => throw new UnreachableException($"Unknown selector {selector}"),
        };
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

    private static bool IsUnder(RowView row, string code, int units) => row.Code is { } own && own.Length > units + code.Length
        && own.AsSpan(units).StartsWith(code, StringComparison.Ordinal);

    private static IEnumerable<RowView> OfKey(FormView rows, RowKey key) =>
        rows.OfCode(key.Value) is { Count: > 0 } sharing ? sharing : rows[key] is { } row ? [row] : [];

    /// <summary>本行 in the row's own form is the row itself; elsewhere its code decides, then its key (合计 with 合计).</summary>
    private static IEnumerable<RowView> Matching(FormView rows, RowContext context, int units)
    {
        if (context.Row is not { } row) return [];
        if (context.Form == rows.Form) return [row];
        if (row.Code is { } code)
        {
            return units == 0 ? rows.OfCode(code) : rows.Rows.Where(other => other.Code is { } own && own.Length == units + code.Length
                && own.EndsWith(code, StringComparison.Ordinal));
        }

        return rows[row.Key] is { } same ? [same] : [];
    }

    private static IEnumerable<RowView> Between(FormView rows, RowSelector.Range range)
    {
        var inside = false;
        foreach (var row in rows.Rows)
        {
            inside |= row.Key == range.First;
            if (inside) yield return row;
            if (row.Key == range.Last) yield break;
        }
    }
}
