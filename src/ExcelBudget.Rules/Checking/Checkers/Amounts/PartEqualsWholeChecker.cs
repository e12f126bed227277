using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Amounts;

/// <summary>
/// partEqualsWhole：明细等于上级。A code whose amount equals the amount typed for the code above it although other codes beside it have amounts
/// too: a total that slipped into one of its parts. A computed total is the sum of its parts and cannot be wrong in this way.
/// </summary>
internal sealed class PartEqualsWholeChecker : ITextChecker
{
    public string Name => "partEqualsWhole";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope) =>
        from row in scope.CodeRows
        let above = scope.CodeRows.FirstOrDefault(other => row.Depth >= 0 && scope.Form.Tree!.Below(other.Depth) == row.Depth
            && IsUnder(row, other))
        where above is not null
        let column = scope.Columns(column => column.Kind == CellKind.Amount).FirstOrDefault(column => IsWhole(scope, row, above, column))
        where column is not null
        select new Hit(
            row.Key, column.Id, Shown(scope, row, column), Match: above.Code, Unit: " " + Domain.Money.MoneyUnits.Title(scope.Form.Money));

    private static bool IsWhole(CheckScope scope, RowView row, RowView above, FormColumn column)
    {
        if (above.Row?[column.Id] is null || row.Row?[column.Id] is null) return false;
        var amount = Value(scope, row, column);
        return amount != 0m && amount == Value(scope, above, column)
            && scope.CodeRows.Any(
                beside => beside != row && beside.Depth == row.Depth && IsUnder(beside, above) && Value(scope, beside, column) != 0m);
    }

    private static bool IsUnder(RowView row, RowView above) => row.Code!.StartsWith(above.Code!, StringComparison.Ordinal);

    private static decimal Value(CheckScope scope, RowView row, FormColumn column) =>
        scope.Figures.Value(scope.Form, row, column.Id).Value.Value;

    private static FindingValue Shown(CheckScope scope, RowView row, FormColumn column) =>
        ShownSides.One(scope.Form, scope.Figures.Value(scope.Form, row, column.Id).Value);
}
