using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Amounts;

/// <summary>
/// ceiling：金额上限。Entered amounts above the limit named in words. One finding for each form, at its largest amount: where one amount was
/// typed in 元 the others were too.
/// </summary>
internal sealed class CeilingChecker : ITextChecker
{
    public string Name => "ceiling";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Amount);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var pack = scope.Figures.Book.Pack;
        var ceiling = pack.Limits[scope.Check.Words[0]].Yuan(pack.Amounts.Unit);
        var columns = scope.Columns(static column => column.Kind == CellKind.Amount);
        var beyond = (from row in scope.Rows
                      from column in columns
                      where row.Row![column.Id] is CellValue.Amount amount && Math.Abs(amount.Yuan) > ceiling
                      select (row.Key, Column: column.Id, ((CellValue.Amount)row.Row![column.Id]!).Yuan)).ToArray();
        if (beyond.Length == 0) yield break;
        var largest = beyond.MaxBy(cell => Math.Abs(cell.Yuan));
        yield return new Hit(
            largest.Key,
            largest.Column,
            ShownSides.One(scope.Form, Measure.Money(largest.Yuan)),
            Match: beyond.Length == 1 ? "只有这一处" : $"这张表共有 {beyond.Length} 处", Unit: " " + scope.Form.Money.Title());
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Words.Count != 1 || !pack.Limits.ContainsKey(check.Words[0]))
            yield return "words 应为 pack.yaml 的 limits 中的一个名称，金额可以写明单位（如 50亿元）";
    }
}
