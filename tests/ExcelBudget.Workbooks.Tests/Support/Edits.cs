using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>Budgets that differ from a sample in what people typed.</summary>
internal static class Edits
{
    /// <summary>The budget with one amount raised by so many yuan.</summary>
    public static Budget Raised(Budget budget, CellAddress address, decimal yuan) => new(budget.Identity, budget.Forms.Select(form =>
        form.Form != address.Form ? form
            : new FormContent(form.Form, [.. form.Rows.Select(row => row.Key != address.Row ? row : Raised(row, address.Column, yuan))])));

    /// <summary>
    /// What someone has typed who copies the published two-decimal figures into the cells to fill in, 类 and 款 amounts included.
    /// </summary>
    public static Budget CopiedFromThePublishedForms()
    {
        var pack = Hebei.Book.Pack;
        var printed = PrintedValue.All().Where(value => value.Form.StartsWith('T')).ToLookup(value => value.Form);
        return new Budget(Hebei.BudgetOf("blank").Identity, pack.Forms.Select(form => new FormContent(form.Id,
        [
            .. printed[form.Id.Value]
                .Where(value => IsEntered(form, value))
                .GroupBy(value => value.Row, value => value)
                .Select(row => new FormRow(new RowKey(row.Key), row.ToDictionary(value => new ColumnId(value.Column), Typed))),
        ])));
    }

    private static bool IsEntered(FormDefinition form, PrintedValue value)
    {
        var column = form.Column(new ColumnId(value.Column))!;
        return form.FixedRow(new RowKey(value.Row)) is { } row
            ? CellSpec.Of(column, row).Role == CellRole.Entered
            : CellSpec.Of(column, form.Tree!, isLeaf: true).Role == CellRole.Entered;
    }

    private static CellValue Typed(PrintedValue value) =>
        new CellValue.Amount(
            decimal.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture) * MoneyUnit.TenThousandYuan.InYuan(), 50m);

    private static FormRow Raised(FormRow row, ColumnId column, decimal yuan)
    {
        var amount = (CellValue.Amount)row[column]!;
        return new FormRow(
            row.Key, new Dictionary<ColumnId, CellValue>(row.Cells) { [column] = amount with { Yuan = amount.Yuan + yuan } });
    }
}
