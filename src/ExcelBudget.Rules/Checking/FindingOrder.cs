using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// Errors first, then as the forms print them: by form, row and column. A stable sort keeps the rule book's order within a cell.
/// </summary>
/// <param name="figures">The budget's figures.</param>
internal sealed class FindingOrder(BudgetFigures figures) : IComparer<Finding>
{
    private readonly Dictionary<FormId, int> _forms = Positions(figures.Book.Pack.Forms.Select(form => form.Id));
    private readonly Dictionary<FormId, Dictionary<RowKey, int>> _rows = [];

    public int Compare(Finding? x, Finding? y) => Rank(x!).CompareTo(Rank(y!));

    private (int Severity, int Form, int Row, int Column) Rank(Finding finding)
    {
        var severity = -(int)finding.Severity;
        if (finding.Place.Address is not { } address || figures.Book.Pack.Form(address.Form) is not { } form)
            return (severity, -1, -1, -1);
        if (!_rows.TryGetValue(form.Id, out var rows)) _rows[form.Id] = rows = Positions(figures.View(form).Rows.Select(row => row.Key));
        return (severity, _forms[form.Id], rows.GetValueOrDefault(address.Row, -1), form.IndexOf(address.Column));
    }

    private static Dictionary<T, int> Positions<T>(IEnumerable<T> items)
        where T : notnull => items.Select((item, index) => (item, index)).ToDictionary(pair => pair.item, pair => pair.index);
}
