using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Amounts;

/// <summary>
/// product：单价乘数量。Rows in which the first declared column times the second is not the third. Rows that lack one of the factors are passed
/// over;
/// figures typed with two decimals stand for their intervals, so that a rounded unit price accuses nobody.
/// </summary>
internal sealed class ProductChecker : ITextChecker
{
    public string Name => "product";

    public bool LooksAt(FormDefinition form) => form.Tree is null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(_ => false).ToArray();
        foreach (var row in scope.Rows)
        {
            var figures = Array.ConvertAll(columns, column => scope.Figures.Value(scope.Form, row, column.Id));
            if (figures.Any(figure => !figure.IsKnown)) continue;
            var product = figures[0].Value * figures[1].Value;
            if (product.Value == 0m || product.Meets(figures[2].Value)) continue;
            yield return new Hit(
                row.Key, columns[2].Id, ShownSides.One(scope.Form, figures[2].Value), ShownSides.One(scope.Form, product), Unit: " "
                + scope.Form.Money.Title());
        }
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Columns.Count != 3) yield return "columns 应为三栏：数量、单价、金额";
        else if (pack.Form(new FormId(check.Form)) is { } form && !IsProductOfMoney(form, check.Columns))
            yield return "columns 应为三栏：数量（数字）、单价（金额）、金额";
    }

    private static bool IsProductOfMoney(FormDefinition form, IReadOnlyList<string> columns)
    {
        var kinds = columns.Select(column => form.Column(new ColumnId(column))?.Kind).ToArray();
        return kinds.Contains(null) || (kinds[2] == CellKind.Amount && kinds.Take(2).Count(kind => kind == CellKind.Amount) == 1);
    }
}
