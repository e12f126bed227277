using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>A budget in which cells and codes are put right: what would be if the advice were followed.</summary>
internal static class MendedBudget
{
    /// <summary>The budget with figures in cells; rows that hold nothing yet are there afterwards.</summary>
    public static BudgetFigures With(BudgetFigures figures, IReadOnlyDictionary<CellAddress, decimal> values)
    {
        if (values.Count == 0) return figures;
        var byForm = values.ToLookup(value => value.Key.Form);
        var forms = figures.Budget.Forms.Select(form => byForm.Contains(form.Form)
            ? With(figures.Book.Pack[form.Form], form, byForm[form.Form].ToLookup(value => value.Key.Row)) : form);
        return new BudgetFigures(figures.Book, new Budget(figures.Budget.Identity, forms), figures.Unreadable);
    }

    /// <summary>The budget with another code in one row; what stands in the row stays.</summary>
    public static BudgetFigures WithCode(BudgetFigures figures, FormId form, RowKey row, string code)
    {
        var column = figures.Book.Pack[form].Tree!.Column;
        var forms = figures.Budget.Forms.Select(content => content.Form != form ? content : new FormContent(form,
            RowKeys.MakeUnique([.. content.Rows.Select(each => each.Key != row ? new FormRow(new RowKey(each.Key.Value), each.Cells)
                : new FormRow(new RowKey(code),
                    new Dictionary<ColumnId, CellValue>(each.Cells) { [column] = new CellValue.Text(code) }))])));
        return new BudgetFigures(figures.Book, new Budget(figures.Budget.Identity, forms), figures.Unreadable);
    }

    private static FormContent With(
        FormDefinition form, FormContent content, ILookup<RowKey, KeyValuePair<CellAddress, decimal>> values)
    {
        var rows = content.Rows.Select(row =>
            values.Contains(row.Key) ? new FormRow(row.Key, With(form, row.Cells, values[row.Key])) : row);
        var added = values.Where(row => content[row.Key] is null)
            .Select(row => new FormRow(row.Key, With(form, new Dictionary<ColumnId, CellValue>(), row)));
        return new FormContent(content.Form, [.. rows, .. added]);
    }

    private static Dictionary<ColumnId, CellValue> With(
        FormDefinition form, IReadOnlyDictionary<ColumnId, CellValue> now, IEnumerable<KeyValuePair<CellAddress, decimal>> values)
    {
        var cells = new Dictionary<ColumnId, CellValue>(now);
        foreach (var (cell, value) in values)
        {
            if (value == 0m) cells.Remove(cell.Column);
            else cells[cell.Column] = form.Column(cell.Column)!.Kind == CellKind.Amount
                ? new CellValue.Amount(value) : new CellValue.Number(value);
        }

        return cells;
    }
}
