using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>The rows of a form in one budget with their formulas and what came out of them so far. Not thread-safe.</summary>
/// <param name="view">The rows.</param>
/// <param name="formulas">The form's formulas.</param>
/// <param name="missing">Why nothing of the form can be told; null for a form that the budget has.</param>
internal sealed class FormFigures(FormView view, FormFormulas formulas, string? missing)
{
    private readonly FormFormulas.RowFormulas?[] _formulas = new FormFormulas.RowFormulas?[view.Rows.Count];

    // by row, made for rows in which something was computed
    private readonly (Evaluated Value, bool IsKnown)[]?[] _computed = new (Evaluated, bool)[]?[view.Rows.Count];

    public FormView View => view;

    /// <summary>Why nothing of the form can be told; null for a form that the budget has.</summary>
    public string? Missing => missing;

    /// <summary>Where a cell stands among the cells of the form; -1 for a row or a form that is not this one's own.</summary>
    public int PlaceOf(FormDefinition form, RowView row, ColumnId column)
    {
        var above = row.Place.Above;
        if (!ReferenceEquals(form, view.Form) || above >= view.Rows.Count || !ReferenceEquals(view.Rows[above], row)) return -1;
        return form.IndexOf(column) is >= 0 and var at ? (above * form.Columns.Count) + at : -1;
    }

    /// <summary>The formula of a cell; null when it is not computed.</summary>
    public Expression? Formula(int place)
    {
        var (row, column) = Math.DivRem(place, view.Form.Columns.Count);
        return (_formulas[row] ??= formulas.Of(view.Rows[row]))[column];
    }

    /// <summary>What came out of a cell's formula before.</summary>
    public bool IsKnown(int place, out Evaluated value)
    {
        var (row, column) = Math.DivRem(place, view.Form.Columns.Count);
        (value, var isKnown) = _computed[row] is { } cells ? cells[column] : default;
        return isKnown;
    }

    /// <summary>Keeps what came out of a cell's formula.</summary>
    public Evaluated Keep(int place, Evaluated value)
    {
        var (row, column) = Math.DivRem(place, view.Form.Columns.Count);
        (_computed[row] ??= new (Evaluated, bool)[view.Form.Columns.Count])[column] = (value, true);
        return value;
    }
}
