using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Counts, as a spreadsheet formula, the figures with at most two decimals that people typed behind an expression: each stands for
/// ±0.005, so the count tells which gap rounding explains. Computed cells are followed to the entered ones they rest on.
/// </summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
public sealed class TypedFigures(RuleBook book, IWorkbookLayout layout)
{
    /// <summary>The count for a relation's two sides at one place.</summary>
    /// <param name="check">The two sides.</param>
    /// <param name="row">Fixed row of 本行; null without one.</param>
    /// <param name="form">Form of 本行.</param>
    /// <param name="column">本栏.</param>
    public string Count(Comparing check, RowGroup.Fixed? row, FormDefinition form, ColumnId? column)
    {
        var own = row is null ? null : new RowSet(form, [row], null);
        var terms = Terms(check.Left, own, column).Concat(Terms(check.Right, own, column)).ToArray();
        return terms.Length == 0 ? "0" : string.Join('+', terms);
    }

    private IEnumerable<string> Terms(Expression expression, RowSet? own, ColumnId? column) => expression switch
    {
        Expression.Cells cells => Terms(cells, own, column),
        Expression.Negation negation => Terms(negation.Operand, own, column),
        Expression.Binary binary => Terms(binary.Left, own, column).Concat(Terms(binary.Right, own, column)),
        Expression.Call call => call.Arguments.SelectMany(argument => Terms(argument, own, column)),
        _ => [],
    };

    private IEnumerable<string> Terms(Expression.Cells cells, RowSet? own, ColumnId? column)
    {
        var rows = RowsOf(cells, own);
        return ColumnsOf(cells, column).SelectMany(one => Terms(rows, one));
    }

    private IEnumerable<string> Terms(RowSet rows, FormColumn column)
    {
        if (rows.Fixed is not { } declared)
        {
            var spec = rows.Form.Tree is { } tree ? CellSpec.Of(column, tree, isLeaf: true) : CellSpec.OfListed(column);
            return spec.Compute is { } formula ? Terms(book.Formula(rows.Form, formula), rows, column.Id) : [InTree(rows, column.Id)];
        }

        var specs = declared.Select(row => (Row: row, Spec: CellSpec.Of(column, row))).ToArray();
        var entered = specs.Where(cell => cell.Spec.Role == CellRole.Entered).Select(cell => layout.RowOf(rows.Form, cell.Row.Key));
        var computed = specs.Where(cell => cell.Spec.Compute is not null).GroupBy(cell => cell.Spec.Compute!, cell => cell.Row);
        return InRows(rows.Form, column.Id, entered)
            .Concat(computed.SelectMany(group => Terms(book.Formula(rows.Form, group.Key), new RowSet(rows.Form, [.. group], null), column.Id)));
    }

    private static RowSet RowsOf(Expression.Cells cells, RowSet? own)
    {
        var form = cells.Form;
        return cells.Rows switch
        {
            RowSelector.Key key => form.FixedRow(key.Row) is { } row ? new RowSet(form, [row], null) : new RowSet(form, null, key.Row.Value),
            RowSelector.Range range => new RowSet(form, Between(form, range), null),
            RowSelector.This when own is not null && own.Form == form => own,
            RowSelector.This when own?.Fixed is [{ Code: null } alone] => new RowSet(form, [form.FixedRow(alone.Key)!], null),
            // levels above the lowest are sums of it, so that below a code or of a whole form the lowest level is counted once
            _ => new RowSet(form, null, own?.Fixed is [{ Code: { } code }] ? code : own?.Code),
        };
    }

    private static RowGroup.Fixed[] Between(FormDefinition form, RowSelector.Range range)
    {
        var rows = form.Rows.OfType<RowGroup.Fixed>().ToList();
        var first = rows.FindIndex(row => row.Key == range.First);
        return [.. rows[first..(rows.FindIndex(row => row.Key == range.Last) + 1)]];
    }

    private static IEnumerable<FormColumn> ColumnsOf(Expression.Cells cells, ColumnId? column) => cells.Columns switch
    {
        ColumnSelector.One one => [cells.Form.Column(one.Column)!],
        ColumnSelector.Range range => cells.Form.Between(range.First, range.Last),
        _ => column is { } known && cells.Form.Column(known) is { } own ? [own] : [],
    };

    private IEnumerable<string> InRows(FormDefinition form, ColumnId column, IEnumerable<int> rows)
    {
        var sorted = rows.Order().ToArray();
        for (var index = 0; index < sorted.Length;)
        {
            var end = index;
            while (end + 1 < sorted.Length && sorted[end + 1] == sorted[end] + 1) end++;
            yield return Counted("", Area(form, sorted[index], sorted[end], column));
            index = end + 1;
        }
    }

    private string InTree(RowSet rows, ColumnId column)
    {
        var (first, last) = layout.RegionOf(rows.Form);
        var area = Area(rows.Form, first, last, column);
        if (layout.LabelOf(rows.Form, column) is var (labels, label))
        {
            var marks = SheetReference.Sheet(layout.SheetOf(rows.Form)) + SheetReference.Fixed(first, labels, last, labels);
            // other fields of the block share the column and may hold text, which only COUNTIFS passes over
            return $"COUNTIFS({marks},\"{label}\",{area},\">0\")+COUNTIFS({marks},\"{label}\",{area},\"<0\")";
        }

        if (rows.Form.Tree is not { } tree) return Counted("", area);
        var codes = Area(rows.Form, first, last, tree.Column);
        var length = book.Codes(rows.Form)!.LevelLengths[^1].ToString(CultureInfo.InvariantCulture);
        var under = rows.Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"*(LEFT({codes},{code.Length})=\"{code}\")") : "";
        return Counted($"(LEN({codes})={length}){under}*", area);
    }

    private static string Counted(string mask, string area) => $"SUMPRODUCT({mask}({area}<>0)*(ROUND({area},2)={area}))";

    private string Area(FormDefinition form, int first, int last, ColumnId column)
    {
        var at = layout.ColumnOf(form, column);
        return SheetReference.Sheet(layout.SheetOf(form)) + SheetReference.Fixed(first, at, last, at);
    }

    /// <summary>Rows of a form: declared ones, or the lowest level of its tree (every row of a list), under a code where one is given.</summary>
    private sealed record RowSet(FormDefinition Form, IReadOnlyList<RowGroup.Fixed>? Fixed, string? Code);
}
