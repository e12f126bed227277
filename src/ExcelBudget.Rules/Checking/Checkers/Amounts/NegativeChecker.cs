using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Amounts;

/// <summary>
/// negative：负数。Amounts and numbers below zero, entered or typed over a formula; a formula that subtracts may well be negative.
/// </summary>
internal sealed class NegativeChecker : ITextChecker
{
    public string Name => "negative";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(IsChecked);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(IsChecked);
        foreach (var row in scope.Rows)
        {
            foreach (var column in columns)
            {
                if (!IsBelowZero(row.Row![column.Id]) || MayBeNegative(scope, row, column)) continue;
                var value = scope.Figures.Value(scope.Form, row, column.Id).Value;
                yield return new Hit(row.Key, column.Id, ShownSides.One(scope.Form, value),
                    Unit: column.Kind == CellKind.Amount ? " " + scope.Form.Money.Title() : "");
            }
        }
    }

    private static bool IsBelowZero(CellValue? value) => value is CellValue.Amount { Yuan: < 0m } or CellValue.Number { Value: < 0m };

    private static bool IsChecked(FormColumn column) => column.Kind is CellKind.Amount or CellKind.Number;

    private static bool MayBeNegative(CheckScope scope, RowView row, FormColumn column) =>
        scope.Figures.Compute(scope.Form, row, column.Id) is { } formula && CellsOfSides.Subtracts(formula);
}
