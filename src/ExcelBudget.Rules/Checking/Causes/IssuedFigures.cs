using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// 下发时的数。What changed figures were when the workbook was issued: the first suspects of a broken relation, and putting them back is the
/// first advice.
/// </summary>
/// <param name="changes">Cells changed since the workbook was issued, before and after in the form's unit.</param>
public sealed class IssuedFigures(IReadOnlyDictionary<CellAddress, Change> changes)
{
    /// <summary>A workbook of which nothing is known, or nothing was changed.</summary>
    public static readonly IssuedFigures None = new(new Dictionary<CellAddress, Change>());

    /// <summary>Cells changed since the workbook was issued.</summary>
    public IReadOnlySet<CellAddress> Cells { get; } = changes.Keys.ToHashSet();

    /// <summary>The change of a cell; null for one that is as it was issued.</summary>
    public Change? this[CellAddress cell] => changes.GetValueOrDefault(cell);

    /// <summary>Amounts and numbers that were changed, those of rows that are gone among them.</summary>
    internal IEnumerable<CellAddress> Figures(BudgetFigures figures) => changes.Keys.Where(cell =>
        cell.Column.Value.Length > 0 && figures.Book.Pack.Form(cell.Form)?.Column(cell.Column) is { IsFigure: true }
        && Issued(figures.Book.Pack[cell.Form], cell) is not { IsUnknown: true });

    /// <summary>The budget with cells as they were issued; a row that is gone is there again with its code.</summary>
    internal Budget PutBack(BudgetFigures figures, IReadOnlyCollection<CellAddress> cells) => new(
        figures.Budget.Identity,
        figures.Budget.Forms.Select(form => cells.Any(cell => cell.Form == form.Form)
            ? PutBack(figures, form, [.. cells.Where(cell => cell.Form == form.Form)])
            : form));

    private FormContent PutBack(BudgetFigures figures, FormContent content, CellAddress[] cells)
    {
        var form = figures.Book.Pack[content.Form];
        var own = cells.ToLookup(cell => cell.Row);
        var rows = content.Rows.Select(row => own.Contains(row.Key) ? new FormRow(row.Key, PutBack(form, row.Cells, own[row.Key])) : row);
        var gone = own.Where(row => content[row.Key] is null).Select(row => new FormRow(row.Key, Gone(form, row.Key, row)));
        return new FormContent(content.Form, [.. rows, .. gone]);
    }

    private Dictionary<ColumnId, CellValue> Gone(FormDefinition form, RowKey row, IEnumerable<CellAddress> cells)
    {
        var values = PutBack(form, new Dictionary<ColumnId, CellValue>(), cells);
        if (form.Tree is { } tree) values[tree.Column] = new CellValue.Text(row.Value);
        return values;
    }

    private Dictionary<ColumnId, CellValue> PutBack(FormDefinition form, IReadOnlyDictionary<ColumnId, CellValue> now,
        IEnumerable<CellAddress> cells)
    {
        var values = new Dictionary<ColumnId, CellValue>(now);
        foreach (var cell in cells)
        {
            // a cell that is no change was computed when the workbook was issued
            if (Issued(form, cell).Value is { } issued) values[cell.Column] = issued;
            else values.Remove(cell.Column);
        }

        return values;
    }

    private (CellValue? Value, bool IsUnknown) Issued(FormDefinition form, CellAddress cell)
    {
        if (!changes.TryGetValue(cell, out var change) || change.Before.Length == 0) return (null, false);
        if (!decimal.TryParse(change.Before, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return (null, true);
        return form.Column(cell.Column)!.Kind == CellKind.Amount
            ? (new CellValue.Amount(form.Amounts.Yuan(number)), false)
            : (new CellValue.Number(number), false);
    }
}
