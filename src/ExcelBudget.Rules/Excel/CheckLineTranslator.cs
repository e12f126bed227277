using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>Writes the relations of a rule book as lines of the 校验 sheet.</summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
public sealed class CheckLineTranslator(RuleBook book, IWorkbookLayout layout)
{
    private readonly FormulaTranslator _scalar = new(book, layout);
    private readonly ColumnFormulaTranslator _many = new(book, layout);
    private readonly TypedFigures _typed = new(book, layout);
    private readonly TypedFiguresByRow _typedByRow = new(book, layout);

    /// <summary>The lines in the rule book's order.</summary>
    public IEnumerable<CheckLine> Lines() => book.Relations.SelectMany(Lines);

    private IEnumerable<CheckLine> Lines(Relation relation)
    {
        foreach (var column in relation.Columns.Count == 0 ? [null] : relation.Columns.Select(column => (ColumnId?)column))
        {
            if (relation.Rows is null) yield return Single(relation, column, null);
            foreach (var selector in relation.Rows ?? [])
            {
                foreach (var line in Lines(relation, column, selector)) yield return line;
            }
        }
    }

    private IEnumerable<CheckLine> Lines(Relation relation, ColumnId? column, RowSelector selector)
    {
        var form = relation.Form;
        if (selector is RowSelector.Key key && form.FixedRow(key.Row) is { } declared) return [Single(relation, column, declared)];
        if (form.Tree is null && selector is RowSelector.Level) return CodedRows(relation, column);
        if (selector is RowSelector.All && form.Tree is not null && !StaysInForm(relation))
        {
            var fixedRows = form.Rows.OfType<RowGroup.Fixed>().Select(row => Single(relation, column, row));
            var levels = form.Tree.Levels.Select((_, depth) => Many(relation, column, new RowSelector.Level(depth)));
            return fixedRows.Concat(levels);
        }

        return [Many(relation, column, selector)];
    }

    private CheckLine Single(Relation relation, ColumnId? column, RowGroup.Fixed? row)
    {
        var place = row is null
            ? new FormulaPlace(null, relation.Form, Column: column)
            : new FormulaPlace(null, relation.Form, layout.RowOf(relation.Form, row.Key), row.Code, row.Key, column);
        var left = _scalar.Translate(relation.Check.Left, place);
        var right = _scalar.Translate(relation.Check.Right, place);
        var gap = Gap(relation.Check.Comparison, left, right);
        var tail = $"ROUND(ABS({gap})-0.005*({_typed.Count(relation.Check, row, relation.Form, column)}),6)<=0";
        return new CheckLine(
            relation, column, row?.Key, view => view?.Key == row?.Key,
            Rounded(left), Rounded(right), gap, tail, row is not null && relation.Rows is { Count: > 1 } or [RowSelector.All] ? LabelOf(row!) : "", Condition(relation, place));
    }

    /// <summary>Fixed rows that stand for codes: together when they are neighbours, else one by one.</summary>
    private IEnumerable<CheckLine> CodedRows(Relation relation, ColumnId? column)
    {
        var rows = relation.Form.Rows.OfType<RowGroup.Fixed>().Where(row => row.Code is not null).ToArray();
        var first = layout.RowOf(relation.Form, rows[0].Key);
        if (layout.RowOf(relation.Form, rows[^1].Key) - first != rows.Length - 1) return rows.Select(row => Single(relation, column, row));
        var codes = "{" + string.Join(';', rows.Select(row => "\"" + row.Code + "\"")) + "}";
        var span = new RowSpan(relation.Form, first, first + rows.Length - 1, codes, column);
        return [Many(relation, column, span, new RowMask("", rows[0].Code!.Length, "", view => view?.Code is not null))];
    }

    private CheckLine Many(Relation relation, ColumnId? column, RowSelector selector)
    {
        var (first, last) = layout.RegionOf(relation.Form);
        var codes = relation.Form.Tree is { } tree
            ? SheetReference.Sheet(layout.SheetOf(relation.Form)) + SheetReference.Fixed(first, layout.ColumnOf(relation.Form, tree.Column), last, layout.ColumnOf(relation.Form, tree.Column))
            : "";
        var span = new RowSpan(relation.Form, first, last, codes, column);
        if (selector is not RowSelector.Level level) return Many(relation, column, span, new RowMask(WhereField(relation, span) + WhereComputed(relation, span), 0, "", view => view is not null));
        var length = book.Codes(relation.Form)!.LevelLengths[level.Depth];
        var mask = string.Create(CultureInfo.InvariantCulture, $"(LEN({codes})={length})*");
        return Many(relation, column, span, new RowMask(mask, length, relation.Form.Tree!.Levels[level.Depth], view => view is { Fixed: null } && view.Depth == level.Depth));
    }

    /// <summary>In a form of blocks, the rows of the field that the relation speaks of: the first that its left side names.</summary>
    private string WhereField(Relation relation, RowSpan span)
    {
        var field = Expression.CellsOf(relation.Check.Left).Concat(Expression.CellsOf(relation.Check.Right))
            .FirstOrDefault(cells => cells.Form == span.Form && cells is { Rows: RowSelector.This, Columns: ColumnSelector.One });
        if (field is null || layout.LabelOf(span.Form, ((ColumnSelector.One)field.Columns).Column) is not var (labels, label)) return "";
        return $"({SheetReference.Sheet(layout.SheetOf(span.Form))}{SheetReference.Fixed(span.FirstRow, labels, span.LastRow, labels)}=\"{label}\")*";
    }

    /// <summary>A computed cell that is blank belongs to a row that people inserted: it is computed when the workbook is read, and not wrong.</summary>
    private string WhereComputed(Relation relation, RowSpan span)
    {
        if (relation.Check.Left is not Expression.Cells { Rows: RowSelector.This, Columns: ColumnSelector.One { Column: var left } } cells
            || cells.Form.Column(left)!.Compute is null) return "";
        var at = layout.ColumnOf(cells.Form, left);
        return $"({SheetReference.Sheet(layout.SheetOf(cells.Form))}{SheetReference.Fixed(span.FirstRow, at, span.LastRow, at)}<>\"\")*";
    }

    private CheckLine Many(Relation relation, ColumnId? column, RowSpan span, RowMask mask)
    {
        // a condition that differs from row to row chooses the rows; any other decides over the whole line
        if (relation.When is { IsByRow: true } when) mask = mask with { Factor = mask.Factor + ConditionFormula.Of(when, figure => _many.Translate(figure, span)) + "*" };
        var left = _many.Translate(relation.Check.Left, span);
        var right = _many.Translate(relation.Check.Right, span);
        var gap = relation.Check.Comparison switch
        {
            Comparison.Equal => $"ABS(({left})-({right}))",
            Comparison.AtMost => $"(({left})-({right}))",
            _ => $"(({right})-({left}))",
        };
        var largest = $"SUMPRODUCT(MAX({mask.Factor}{gap}))";
        // each row has its own tolerance: the line is a tail only when every row is
        var beyond = $"SUMPRODUCT(MAX(1*{mask.Factor}(ROUND({gap}-0.005*({_typedByRow.Count(relation.Check, span, mask.CodeLength)}),6)>0)))=0";
        return new CheckLine(
            relation, column, null, mask.Covers,
            Rounded($"SUMPRODUCT({mask.Factor}({left}))"),
            Rounded($"SUMPRODUCT({mask.Factor}({right}))"),
            relation.Check.Comparison == Comparison.Equal ? Rounded(largest) : Rounded($"MAX(0,{largest})"),
            beyond, mask.Scope, relation.When is { IsByRow: true } ? null : Condition(relation, new FormulaPlace(null, relation.Form)));
    }

    private string? Condition(Relation relation, FormulaPlace place) =>
        relation.When is { } when ? ConditionFormula.Of(when, figure => _scalar.Translate(figure, place)) : null;

    private static string LabelOf(RowGroup.Fixed row) => row.Labels.Values.FirstOrDefault(row.Key.Value).Trim('　');

    private static string Rounded(string formula) => $"ROUND({formula},6)";

    private static string Gap(Comparison comparison, string left, string right) => comparison switch
    {
        Comparison.Equal => $"ROUND(({left})-({right}),6)",
        Comparison.AtMost => $"MAX(0,ROUND(({left})-({right}),6))",
        _ => $"MAX(0,ROUND(({right})-({left}),6))",
    };

    private static bool StaysInForm(Relation relation) =>
        Forms(relation.Check.Left).Concat(Forms(relation.Check.Right)).All(form => form == relation.Form);

    private static IEnumerable<FormDefinition> Forms(Expression expression) => expression switch
    {
        Expression.Cells cells => [cells.Form],
        Expression.Binary binary => Forms(binary.Left).Concat(Forms(binary.Right)),
        Expression.Negation negation => Forms(negation.Operand),
        Expression.Call call => call.Arguments.SelectMany(Forms),
        _ => [],
    };

    /// <summary>Which rows of a span count: a factor for arrays, the length of their codes, their name, the same choice for our engine.</summary>
    private sealed record RowMask(string Factor, int CodeLength, string Scope, Func<RowView?, bool> Covers);
}
