using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>未填。The forms of a budget that hold no figure; each is looked at once. Not thread-safe.</summary>
/// <param name="figures">The budget's figures.</param>
public sealed class EmptyForms(BudgetFigures figures)
{
    private readonly Dictionary<FormId, bool> _known = [];

    /// <summary>True for a form without figures, or with none but zeros.</summary>
    public bool Contains(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (_known.TryGetValue(form.Id, out var known)) return known;
        var columns = form.Columns.Where(column => column.IsFigure).ToArray();
        return _known[form.Id] = figures.View(form).Rows
            .All(row => columns.All(column => figures.Value(form, row, column.Id).Value.Value == 0m));
    }

    /// <summary>True for a line whose forms are all empty.</summary>
    public bool Cover(CheckLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var hasFigures = false;
        foreach (var form in line.Forms)
        {
            if (!HelperSheet.Repeats(figures.Book, form)) continue;
            if (!Contains(form)) return false;
            hasFigures = true;
        }

        return hasFigures;
    }
}
