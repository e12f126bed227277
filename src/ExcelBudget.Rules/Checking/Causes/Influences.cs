using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// How the figures that stand in a budget make up the sides of its relations: followed once through all formulas, exact where a
/// figure enters in proportion. What stands is what was entered, what was typed over a formula, and entered cells left blank.
/// </summary>
/// <param name="figures">The budget's figures.</param>
internal sealed class Influences(BudgetFigures figures)
{
    private readonly Dictionary<CellAddress, int> _numbers = [];
    private readonly List<CellAddress> _cells = [];
    private readonly List<bool> _isBlank = [];
    private readonly List<Measure> _values = [];
    private readonly Dictionary<CellAddress, LinearForm> _computed = [];

    /// <summary>The cell of a number; cells are numbered from 0 in order of appearance.</summary>
    public CellAddress this[int cell] => _cells[cell];

    /// <summary>True for an entered cell without a figure.</summary>
    public bool IsBlank(int cell) => _isBlank[cell];

    /// <summary>The figure that stands in a cell; money in yuan.</summary>
    public Measure Value(int cell) => _values[cell];

    /// <summary>Left side − right side of a relation.</summary>
    public LinearForm Of(RelationResult result)
    {
        var form = new LinearForm();
        Follow(result.Relation.Check.Left, result.Context, 1m, form);
        Follow(result.Relation.Check.Right, result.Context, -1m, form);
        return form;
    }

    /// <summary>A cell of a form, through its formula when nothing stands in it.</summary>
    public LinearForm Of(CellAddress address)
    {
        var sum = new LinearForm();
        if (figures.Book.Pack.Form(address.Form) is { } form && figures.View(form)[address.Row] is { } row)
            Follow(form, row, address.Column, 1m, sum);
        return sum;
    }

    private void Follow(Expression expression, RowContext context, decimal factor, LinearForm into)
    {
        switch (expression)
        {
            case Expression.Cells cells:
                foreach (var (row, column) in figures.CellsOf(cells, context)) Follow(cells.Form, row, column, factor, into);
                break;
            case Expression.Negation negation:
                Follow(negation.Operand, context, -factor, into);
                break;
            case Expression.Binary binary:
                Follow(binary, context, factor, into);
                break;
            case Expression.Call call:
                var from = new LinearForm();
                foreach (var argument in call.Arguments) Follow(argument, context, factor, from);
                if (call.Function != Function.Sum && !from.IsConstant) from.Bend();
                into.Add(from, 1m);
                break;
        }
    }

    private void Follow(Expression.Binary binary, RowContext context, decimal factor, LinearForm into)
    {
        var (left, right) = (new LinearForm(), new LinearForm());
        Follow(binary.Left, context, 1m, left);
        Follow(binary.Right, context, 1m, right);
        switch (binary.Operator)
        {
            case '+' or '-':
                into.Add(left, factor);
                into.Add(right, binary.Operator == '+' ? factor : -factor);
                break;
            case '*' when right.IsConstant:
                into.Add(left, factor * Constant(binary.Right, context));
                break;
            case '*' when left.IsConstant:
                into.Add(right, factor * Constant(binary.Left, context));
                break;
            case '/' when right.IsConstant && Constant(binary.Right, context) is var divisor and not 0m:
                into.Add(left, factor / divisor);
                break;
            default:
                into.Add(left, factor);
                into.Add(right, factor);
                into.Bend();
                break;
        }
    }

    private decimal Constant(Expression expression, RowContext context) => figures.Evaluate(expression, context).Value.Value;

    private void Follow(FormDefinition form, RowView row, ColumnId column, decimal factor, LinearForm into)
    {
        var address = new CellAddress(form.Id, row.Key, column);
        if (_numbers.TryGetValue(address, out var number))
        {
            into.Add(number, factor);
        }
        else if (_computed.TryGetValue(address, out var known))
        {
            into.Add(known, factor);
        }
        else if (row.Row?[column]?.AsMeasure() is null && figures.Compute(form, row, column) is { } formula)
        {
            // a formula that comes back to itself finds itself empty here; its figure is not known anyway
            var computed = _computed[address] = new LinearForm();
            Follow(formula, new RowContext(form, row, column), 1m, computed);
            into.Add(computed, factor);
        }
        else if (Number(form, row, address) is { } added)
        {
            into.Add(added, factor);
        }
    }

    private int? Number(FormDefinition form, RowView row, CellAddress address)
    {
        var isBlank = row.Row?[address.Column]?.AsMeasure() is null;
        if (isBlank && BudgetFigures.SpecOf(form, row, form.Column(address.Column)!).Role != CellRole.Entered) return null;
        _cells.Add(address);
        _isBlank.Add(isBlank);
        _values.Add(figures.Value(form, row, address.Column).Value);
        return _numbers[address] = _cells.Count - 1;
    }
}
