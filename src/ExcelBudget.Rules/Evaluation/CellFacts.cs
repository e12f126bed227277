using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>
/// 单元格的取数范围。Which facts a cell comes down to when its formulas are followed to the queries behind them; null where it is no sum of
/// facts, such as a rate.
/// </summary>
/// <param name="book">The rule book with its formulas.</param>
/// <param name="space">The facts of datasets.</param>
internal sealed class CellFacts(RuleBook book, FactSpace space)
{
    private const int Deepest = 40;

    private int _depth;

    /// <summary>The facts of a cell in a fixed row.</summary>
    public ulong? OfFixed(FormDefinition form, RowGroup.Fixed row, FormColumn column)
    {
        var spec = CellSpec.Of(column, row);
        if (spec.Role == CellRole.Blank) return 0;
        if (spec.Role == CellRole.Entered && column.From is { } query)
            return space.Of((row.Table is { } table ? query with { Table = table } : query).And(spec.Where ?? Nothing));
        return spec is { Role: CellRole.Computed, Compute: { } formula } ? Of(form, formula, new At(form, row, null, column.Id)) : null;
    }

    /// <summary>The facts of a column of a tree: of all its rows, of a row with a code, or of any row.</summary>
    /// <param name="form">The form.</param>
    /// <param name="column">The column.</param>
    /// <param name="code">Null for all rows, a code, or «» for any row by itself.</param>
    public ulong? OfTree(FormDefinition form, FormColumn column, string? code)
    {
        if (form.Tree is not { } tree || !tree.Covers(column.Id) || column.Kind != CellKind.Amount) return null;
        if (column.Compute is { } formula) return Of(form, formula, new At(form, null, code, column.Id));
        return column.From is { } query ? space.Of(query, tree, code) : null;
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    private ulong? Of(FormDefinition form, string formula, At at)
    {
        if (_depth > Deepest) return null;
        _depth++;
        var facts = Of(book.Formula(form, formula), at);
        _depth--;
        return facts;
    }

    private ulong? Of(Expression expression, At at) => expression switch
    {
        Expression.Cells cells => Sum(cells, at),
        Expression.Negation negation => Of(negation.Operand, at) is { } operand ? FactSpace.Minus(0, operand) : null,
        Expression.Binary { Operator: '+' } sum => Both(Of(sum.Left, at), Of(sum.Right, at), FactSpace.Plus),
        Expression.Binary { Operator: '-' } difference => Both(Of(difference.Left, at), Of(difference.Right, at), FactSpace.Minus),
        Expression.Call { Function: Function.Sum } call => call.Arguments.Select(argument => Of(argument, at))
            .Aggregate((ulong?)0UL, (sum, facts) => Both(sum, facts, FactSpace.Plus)),
        _ => null,
    };

    private static ulong? Both(ulong? left, ulong? right, Func<ulong, ulong, ulong> sum) =>
        left is { } one && right is { } other ? sum(one, other) : null;

    private ulong? Sum(Expression.Cells cells, At at) => RowSelection.Columns(cells, new RowContext(at.Form, null, at.Column))
        .Select(id => Of(cells, cells.Form.Column(id)!, at))
        .Aggregate((ulong?)0UL, (sum, facts) => Both(sum, facts, FactSpace.Plus));

    private ulong? Of(Expression.Cells cells, FormColumn column, At at)
    {
        var form = cells.Form;
        switch (cells.Rows)
        {
            case RowSelector.Key key when form.FixedRow(key.Row) is { } row: return OfFixed(form, row, column);
            case RowSelector.Key key: return OfTree(form, column, key.Row.Value);
            case RowSelector.Range range: return OfRange(form, range, column);
            case RowSelector.Leaves or RowSelector.Level when form.Tree is not null: return OfTree(form, column, null);
            case RowSelector.Leaves or RowSelector.All when form is { List: { } list, Rows.Count: 1 }:
                return column.From is { } query && query.Table == list.Table && column.Compute is null ? space.Of(query) : null;
            case RowSelector.This when form == at.Form:
                return at.Row is { } own ? OfFixed(form, own, column) : OfTree(form, column, at.Code);
            case RowSelector.This or RowSelector.LeavesUnder or RowSelector.Children:
                return (at.Row is { } coded ? coded.Code : at.Code) is { } code ? OfTree(form, column, code) : null;
            default: return null;
        }
    }

    private ulong? OfRange(FormDefinition form, RowSelector.Range range, FormColumn column)
    {
        var between = form.Rows.SkipWhile(group => (group as RowGroup.Fixed)?.Key != range.First).ToList();
        var last = between.FindIndex(group => (group as RowGroup.Fixed)?.Key == range.Last);
        if (last < 0 || between.Take(last + 1).Any(group => group is not RowGroup.Fixed)) return null;
        return between.Take(last + 1).Cast<RowGroup.Fixed>().Where(row => row.Covers(column.Id))
            .Select(row => OfFixed(form, row, column)).Aggregate((ulong?)0UL, (sum, facts) => Both(sum, facts, FactSpace.Plus));
    }

    /// <summary>Where a formula stands.</summary>
    /// <param name="Form">Its form.</param>
    /// <param name="Row">The fixed row; null in a tree.</param>
    /// <param name="Code">Code of the tree's row; null for all rows together.</param>
    /// <param name="Column">Its column.</param>
    private readonly record struct At(FormDefinition Form, RowGroup.Fixed? Row, string? Code, ColumnId Column);
}
