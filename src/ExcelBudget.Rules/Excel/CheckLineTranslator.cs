using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>Writes the relations of a rule book as lines of the 校验 sheet.</summary>
public sealed class CheckLineTranslator
{
    private readonly RuleBook _book;
    private readonly IWorkbookLayout _layout;
    private readonly ICheckCells _cells;
    private readonly CheckRanges _ranges;
    private readonly CheckValues _values;
    private readonly CheckTolerances _tolerances;
    private readonly NeededCells _needed;

    /// <param name="book">The rule book.</param>
    /// <param name="layout">Where the forms stand.</param>
    /// <param name="cells">Cells behind the 校验 sheet.</param>
    /// <param name="names">Takes the formulas that lines share.</param>
    public CheckLineTranslator(RuleBook book, IWorkbookLayout layout, ICheckCells cells, SharedFormulas names)
    {
        (_book, _layout, _cells) = (book, layout, cells);
        _ranges = new CheckRanges(book, layout, names);
        _values = new CheckValues(book, _ranges, cells, names);
        _tolerances = new CheckTolerances(book, _ranges, _values, cells, names);
        _needed = new NeededCells(book);
    }

    /// <summary>The lines in the rule book's order.</summary>
    public IEnumerable<CheckLine> Lines() => _book.Relations.SelectMany(Lines);

    /// <summary>Formula that counts the texts among a column's figures in the rows that come from data.</summary>
    public string TextCount(FormDefinition form, ColumnId column) => _ranges.Labels(form, column) is var (labels, label)
        ? $"SUMPRODUCT(({labels}={label})*ISTEXT({_ranges.Region(form, column)}))"
        : $"SUMPRODUCT(--ISTEXT({_ranges.Region(form, column)}))";

    /// <summary>Formula that counts the rows in which a column lacks the amount its formula would give; null where none can.</summary>
    public string? MissingCount(FormDefinition form, ColumnId column) => _values.Missing(form, column);

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
        var fixedRows = form.Rows.OfType<RowGroup.Fixed>();
        switch (selector)
        {
            case RowSelector.Key key: return form.FixedRow(key.Row) is { } row ? [Single(relation, column, row)] : [];
            case RowSelector.Range range: return CheckRanges.Between(form, range).Select(row => Single(relation, column, row));
            case RowSelector.Level when form.Tree is null: return Runs(relation, column, CheckRanges.CodedRows(form));
            case RowSelector.Level level: return [Level(relation, column, level.Depth)];
            case RowSelector.Leaves: return [Level(relation, column, _ranges.Lengths(form).Count - 1)];
            case RowSelector.All when form.Tree is not null:
                var levels = StaysInRow(relation)
                    ? [Many(relation, column, _ranges.DataRows(form, column), new RowMask($"(LEN({_ranges.Keys(form)})>0)*", fixedRows.Any() ? "各科目" : "", view => view is { Fixed: null }))]
                    : form.Tree.Levels.Select((_, depth) => Level(relation, column, depth));
                return fixedRows.Select(row => Single(relation, column, row)).Concat(levels);
            case RowSelector.All when fixedRows.Any() && form.Rows.All(group => group is RowGroup.Fixed): return Runs(relation, column, [.. fixedRows]);
            default: return [Many(relation, column, _ranges.DataRows(form, column), new RowMask(FieldRows(relation), "", view => view is not null))];
        }
    }

    private CheckLine Single(Relation relation, ColumnId? column, RowGroup.Fixed? row)
    {
        var span = row is not null ? RowSpan.Of(relation.Form, [row], _layout, column)
            : column is not null ? new RowSpan(relation.Form, 0, 0, "", 0, column, []) : null;
        return new CheckLine(
            relation,
            column,
            row?.Key,
            view => view?.Key == row?.Key,
            Rounded(_values.Of(relation.Check.Left, span)),
            Rounded(_values.Of(relation.Check.Right, span)),
            row is not null && relation.Rows is { Count: > 1 } or [RowSelector.All or RowSelector.Range] ? LabelOf(row!) : "")
        {
            Typed = Typed(relation.Check, span),
            Condition = relation.When is { } when ? Holds(when, span) : null,
            Texts = Texts(relation, row is null ? [] : [row], column),
        };
    }

    /// <summary>Fixed rows: those that stand below each other in one line.</summary>
    private IEnumerable<CheckLine> Runs(Relation relation, ColumnId? column, IReadOnlyList<RowGroup.Fixed> rows)
    {
        var runs = RowSpan.Runs(relation.Form, rows, _layout, row => (row.Code?.Length, Shape(relation.Form, row))).ToArray();
        if (!StaysInRow(relation) && rows.Any(row => row.Code is null)) runs = [.. rows.Select(row => (IReadOnlyList<RowGroup.Fixed>)[row])];
        return runs.Select(run =>
        {
            if (run.Count == 1) return Single(relation, column, run[0]);
            var covered = run.Select(row => row.Key).ToHashSet();
            var scope = runs.Length == 1 ? "" : $"{LabelOf(run[0])}—{LabelOf(run[^1])}";
            return Many(relation, column, RowSpan.Of(relation.Form, run, _layout, column), new RowMask("", scope, view => view is not null && covered.Contains(view.Key)));
        });
    }

    /// <summary>Which figures of a row are entered and how the others are computed: rows that are alike share their formulas.</summary>
    private static string Shape(FormDefinition form, RowGroup.Fixed row) =>
        string.Join('|', form.Columns.Where(column => column.IsFigure).Select(column => CellSpec.Of(column, row) is var spec ? $"{spec.Role}{spec.Compute}" : ""));

    private CheckLine Level(Relation relation, ColumnId? column, int depth)
    {
        var length = _ranges.Lengths(relation.Form)[depth];
        var mask = string.Create(CultureInfo.InvariantCulture, $"(LEN({_ranges.Keys(relation.Form)})={length})*");
        return Many(relation, column, _ranges.DataRows(relation.Form, column, length), new RowMask(mask, relation.Form.Tree!.Levels[depth], view => view is { Fixed: null } && view.Depth == depth));
    }

    private CheckLine Many(Relation relation, ColumnId? column, RowSpan span, RowMask mask)
    {
        // a condition that differs from row to row chooses the rows; any other decides over the whole line
        if (relation.When is { IsByRow: true } chosen) mask = mask with { Factor = mask.Factor + Holds(chosen, span) + "*" };
        var left = _values.Of(relation.Check.Left, span);
        var right = _values.Of(relation.Check.Right, span);
        var gap = relation.Check.Comparison switch
        {
            Comparison.Equal => $"ABS({left}-{right})",
            Comparison.AtMost => $"({left}-{right})",
            _ => $"({right}-{left})",
        };
        return new CheckLine(relation, column, null, mask.Covers, Rounded($"SUM({mask.Factor}{left})"), Rounded($"SUM({mask.Factor}{right})"), mask.Scope)
        {
            Gaps = Rounded(mask.Factor + gap),
            Typed = Typed(relation.Check, span),
            Condition = relation.When is { IsByRow: false } always ? Holds(always, null) : null,
            Texts = Texts(relation, span.Fixed ?? (IReadOnlyList<RowGroup.Fixed?>)[null], column),
            FirstRow = span.FirstRow,
        };
    }

    private string Typed(Comparing check, RowSpan? span)
    {
        var counts = new[] { _tolerances.Of(check.Left, span), _tolerances.Of(check.Right, span) }.Where(count => count != "0").ToArray();
        return counts.Length == 0 ? "0" : string.Join('+', counts);
    }

    /// <summary>
    /// A condition as a formula that is TRUE (or not 0) where it holds, with the tolerance of our engine: = ≤ ≥ hold where rounding
    /// explains what is missing, ＜ ＞ ≠ only where it does not. 且 is a product and 或 a sum: AND and OR would make one value of an array.
    /// </summary>
    private string Holds(Condition condition, RowSpan? span) => condition switch
    {
        Condition.Compares { Comparing: var one } => Holds(one, span),
        Condition.All all => "(" + string.Join('*', all.Parts.Select(part => Holds(part, span))) + ")",
        Condition.Any any => "((" + string.Join('+', any.Parts.Select(part => Holds(part, span))) + ")>0)",
        _ => throw new InvalidOperationException($"Unknown condition {condition}"),
    };

    private string Holds(Comparing comparing, RowSpan? span)
    {
        var (left, right) = (_values.Of(comparing.Left, span), _values.Of(comparing.Right, span));
        var gap = comparing.Comparison switch
        {
            Comparison.Equal or Comparison.Unequal => $"ABS({left}-{right})",
            Comparison.AtMost or Comparison.Above => $"({left}-{right})",
            _ => $"({right}-{left})",
        };
        var sign = comparing.Comparison is Comparison.Equal or Comparison.AtMost or Comparison.AtLeast ? "<=" : ">";
        var typed = Typed(comparing, span);
        return typed == "0" ? $"(ROUND({gap},6){sign}0)" : $"(ROUND({gap}-0.005*({typed}),6){sign}0)";
    }

    /// <summary>In a form of blocks, the rows of the field that the relation speaks of: the first that it names.</summary>
    private string FieldRows(Relation relation)
    {
        var field = Expression.CellsOf(relation.Check.Left).Concat(Expression.CellsOf(relation.Check.Right))
            .FirstOrDefault(cells => cells.Form == relation.Form && cells is { Rows: RowSelector.This, Columns: ColumnSelector.One });
        return field is not null && _ranges.Labels(relation.Form, ((ColumnSelector.One)field.Columns).Column) is var (labels, label) ? $"({labels}={label})*" : "";
    }

    private List<string> Texts(Relation relation, IReadOnlyList<RowGroup.Fixed?> rows, ColumnId? column)
    {
        var needed = _needed.Of(relation, rows, column);
        var counts = needed.Where(cell => cell.Row is null).Select(cell => _cells.TextsIn(cell.Form, cell.Column)).Distinct().ToList();
        var areas = needed.Where(cell => cell.Row is not null && CellSpec.Of(cell.Form.Column(cell.Column)!, cell.Row).Role is CellRole.Entered or CellRole.Computed)
            .GroupBy(cell => (cell.Form, cell.Column))
            .SelectMany(group => RowSpan.Runs(group.Key.Form, group.Select(cell => cell.Row!), _layout, _ => true).Select(run =>
                _ranges.Area(group.Key.Form, _layout.RowOf(group.Key.Form, run[0].Key), _layout.RowOf(group.Key.Form, run[^1].Key), group.Key.Column)));
        counts.AddRange(areas.Select(area => area.Contains(':', StringComparison.Ordinal) ? $"SUMPRODUCT(--ISTEXT({area}))" : $"ISTEXT({area})"));
        return counts;
    }

    /// <summary>True when a relation compares cells of one row only.</summary>
    private static bool StaysInRow(Relation relation) => IsOwn(relation.Check.Left, relation.Form) && IsOwn(relation.Check.Right, relation.Form);

    private static bool IsOwn(Expression expression, FormDefinition form) => expression switch
    {
        Expression.Cells cells => cells.Form == form && cells.Rows is RowSelector.This,
        Expression.Binary binary => IsOwn(binary.Left, form) && IsOwn(binary.Right, form),
        Expression.Negation negation => IsOwn(negation.Operand, form),
        Expression.Call call => call.Arguments.All(argument => IsOwn(argument, form)),
        _ => true,
    };

    private static string LabelOf(RowGroup.Fixed row) => row.Labels.Values.FirstOrDefault(row.Key.Value).Trim('　');

    private static string Rounded(string formula) => $"ROUND({formula},6)";

    /// <summary>Which rows of a span count: a factor for arrays, their name, the same choice for our engine.</summary>
    private sealed record RowMask(string Factor, string Scope, Func<RowView?, bool> Covers);
}
