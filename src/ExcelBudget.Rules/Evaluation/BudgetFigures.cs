using System.Diagnostics;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>
/// The figures of one budget: what was entered as it stands, everything else computed from it with exact decimals, money in yuan
/// whatever the forms print. Cached results of a workbook play no part. Not thread-safe; one for each budget.
/// </summary>
public sealed class BudgetFigures
{
    private const string Circular = "公式循环引用";

    private readonly RuleBook _book;
    private readonly Budget _budget;
    private readonly IReadOnlyDictionary<CellAddress, string> _unreadable;
    private readonly Dictionary<FormId, FormFigures> _forms = [];
    private FormFigures? _last;
    private readonly Dictionary<CellAddress, Evaluated> _computed = [];

    /// <param name="book">The pack's rule book.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="unreadable">Cells whose content could not be read, with the reason; null for none.</param>
    public BudgetFigures(RuleBook book, Budget budget, IReadOnlyDictionary<CellAddress, string>? unreadable = null)
    {
        _book = book;
        _budget = budget;
        _unreadable = unreadable ?? new Dictionary<CellAddress, string>();
        Selection = new RowSelection(View);
    }

    /// <summary>The rule book behind the figures.</summary>
    public RuleBook Book => _book;

    /// <summary>The budget behind the figures.</summary>
    public Budget Budget => _budget;

    /// <summary>Cells whose content could not be read, with the reason.</summary>
    public IReadOnlyDictionary<CellAddress, string> Unreadable => _unreadable;

    /// <summary>Which rows selectors take.</summary>
    public RowSelection Selection { get; }

    /// <summary>The rows of a form in this budget.</summary>
    public FormView View(FormDefinition form) => Of(form).View;

    /// <summary>True for a form that this unit prints.</summary>
    public bool Prints(FormDefinition form) => _book.PresenceOf(form) is not { } condition || this.Judge(condition, default).Holds;

    /// <summary>The figure of a cell, money in yuan; zero when blank.</summary>
    public Evaluated Value(CellAddress address) =>
        _book.Pack.Form(address.Form) is { } form && View(form)[address.Row] is { } row ? Value(form, row, address.Column) : default;

    /// <summary>The figure of a cell, money in yuan; zero when blank.</summary>
    public Evaluated Value(FormDefinition form, RowView row, ColumnId column)
    {
        if (row.Row?[column] is { } entered && entered.AsMeasure() is { } measure) return new Evaluated(measure);
        if (_unreadable.Count > 0 && _unreadable.TryGetValue(new CellAddress(form.Id, row.Key, column), out var reason))
            return new Evaluated(default, reason);
        var own = Of(form);
        if (own.Missing is { } missing) return new Evaluated(default, missing);
        var place = own.PlaceOf(form, row, column);
        // a row of another budget, or of the form as paper has it
        if (place < 0) return Compute(form, row, column) is { } other ? Memo(other, new RowContext(form, row, column)) : default;
        if (own.Formula(place) is not { } formula) return default;
        if (own.IsKnown(place, out var known)) return known;
        // a formula that comes back to itself would never end; packs verify refuses it, this keeps a slipped one harmless
        own.Keep(place, new Evaluated(default, Circular));
        return own.Keep(place, Evaluate(formula, new RowContext(form, row, column)));
    }

    /// <summary>The formula of a cell; null when it is not computed.</summary>
    public Expression? Compute(FormDefinition form, RowView row, ColumnId column)
    {
        var spec = SpecOf(form, row, form.Column(column)!);
        return spec is { Role: CellRole.Computed, Compute: { } text } ? _book.Formula(form, text) : null;
    }

    /// <summary>True for a rate whose base is 0: there is nothing to compare with.</summary>
    public bool IsWithoutBase(FormDefinition form, RowView row, FormColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Compute(form, row, column.Id) is Expression.Call { Function: Function.Rate, Arguments: [_, var last] }
            && Evaluate(last, new RowContext(form, row, column.Id)) is { IsKnown: true, Value.Value: 0m };
    }

    /// <summary>What a cell of a row is there for.</summary>
    public static CellSpec SpecOf(FormDefinition form, RowView row, FormColumn column) =>
        row.Fixed is { } declared ? CellSpec.Of(column, declared)
        : form.Tree is { } tree ? CellSpec.Of(column, tree, row.IsLeaf)
        : CellSpec.OfListed(column);

    /// <summary>Evaluates an expression for a row and column.</summary>
    public Evaluated Evaluate(Expression expression, RowContext context) => expression switch
    {
        Expression.Literal literal => new Evaluated(literal.Figure),
        Expression.Cells cells => SumOf(cells, context),
        Expression.Negation negation =>
            Evaluated.Combine(default, Evaluate(negation.Operand, context), static (zero, value) => zero - value),
        Expression.Binary binary => Binary(binary.Operator, Evaluate(binary.Left, context), Evaluate(binary.Right, context)),
        Expression.Call call => Call(call, context),
        _ => throw new UnreachableException($"Unknown expression {expression}"),
    };

    /// <summary>The cells of a set.</summary>
    public IEnumerable<(RowView Row, ColumnId Column)> CellsOf(Expression.Cells cells, RowContext context)
    {
        var columns = RowSelection.Columns(cells, context);
        foreach (var row in Selection.Rows(cells.Form, cells.Rows, context))
        {
            foreach (var column in columns) yield return (row, column);
        }
    }

    private FormFigures Of(FormDefinition form)
    {
        if (_last is { } last && ReferenceEquals(last.View.Form, form)) return last;
        if (!_forms.TryGetValue(form.Id, out var figures))
        {
            _forms[form.Id] = figures = new FormFigures(FormView.Of(form, _book.Codes(form), _budget[form.Id]), _book.ByRow(form),
                _budget[form.Id] is null ? MissingForm.Reason(form) : null);
        }

        return _last = figures;
    }

    private Evaluated Memo(Expression formula, RowContext context)
    {
        var address = new CellAddress(context.Form!.Id, context.Row!.Key, context.Column!.Value);
        if (_computed.TryGetValue(address, out var known)) return known;
        _computed[address] = new Evaluated(default, Circular);
        return _computed[address] = Evaluate(formula, context);
    }

    private Evaluated SumOf(Expression.Cells cells, RowContext context)
    {
        var sum = default(Evaluated);
        if (Of(cells.Form).Missing is { } missing) return new Evaluated(default, missing);
        var (form, rows) = (cells.Form, Selection.List(cells.Form, cells.Rows, context));
        if (cells.Columns is ColumnSelector.Range between)
        {
            var (from, to) = (form.IndexOf(between.First), form.IndexOf(between.Last));
            foreach (var row in rows)
            {
                for (var column = from; column <= to; column++)
                {
                    if (!Add(ref sum, Value(form, row, form.Columns[column].Id))) return sum;
                }
            }

            return sum;
        }

        if (((cells.Columns as ColumnSelector.One)?.Column ?? context.Column) is not { } single) return sum;
        foreach (var row in rows)
        {
            if (!Add(ref sum, Value(form, row, single))) return sum;
        }

        return sum;
    }

    /// <summary>Adds a figure; false for one that cannot be told, which then is all that can be said.</summary>
    private static bool Add(ref Evaluated sum, Evaluated next)
    {
        sum = next.IsKnown ? new Evaluated(sum.Value + next.Value) : next;
        return next.IsKnown;
    }

    private static Evaluated Binary(char sign, Evaluated left, Evaluated right) => sign switch
    {
        '+' => Evaluated.Combine(left, right, static (a, b) => a + b),
        '-' => Evaluated.Combine(left, right, static (a, b) => a - b),
        '*' => Evaluated.Combine(left, right, static (a, b) => a * b),
        _ => Evaluated.Combine(left, right, static (a, b) => a / b),
    };

    private Evaluated Call(Expression.Call call, RowContext context)
    {
        if (call.Function == Function.Sum) return Sum(call, context);
        var values = new Measure[call.Arguments.Count];
        Evaluated? unknown = null;
        for (var at = 0; at < values.Length; at++)
        {
            var argument = Evaluate(call.Arguments[at], context);
            if (!argument.IsKnown) unknown ??= argument;
            values[at] = argument.Value;
        }

        if (unknown is { } first) return first;
        return new Evaluated(call.Function switch
        {
            Function.Round => Rounded(values[0], (int)values[1].Value, call.RoundedIn?.InYuan() ?? 1m),
            Function.Abs => values[0] with { Value = Math.Abs(values[0].Value) },
            Function.Max => values.MaxBy(value => value.Value),
            Function.Min => values.MinBy(value => value.Value),
            Function.Rate => Rate(values[0].Value, values[1].Value),
            _ => throw new InvalidOperationException($"Unknown function {call.Function}"),
        });
    }

    private Evaluated Sum(Expression.Call call, RowContext context)
    {
        var (sum, unknown) = (Measure.Zero, (Evaluated?)null);
        for (var at = 0; at < call.Arguments.Count; at++)
        {
            var argument = Evaluate(call.Arguments[at], context);
            if (!argument.IsKnown) unknown ??= argument;
            else if (unknown is null) sum += argument.Value;
        }

        return unknown ?? new Evaluated(sum);
    }

    private static Measure Rounded(Measure figure, int decimals, decimal unit) =>
        figure with { Value = Domain.Money.Figures.Round(figure.Value / unit, decimals) * unit };

    private static Measure Rate(decimal current, decimal last) =>
        last == 0m ? default : new Measure(Domain.Money.Figures.Round((current - last) / Math.Abs(last) * 100m, 2));
}
