using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Classified;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>
/// coverage：覆盖程度。The declared columns of a form add up to less than a figure elsewhere, where that is allowed and worth knowing. Words:
/// form, row and column of that figure. It is no relation, because the 校验 sheet would call it 不通过.
/// </summary>
internal sealed class CoverageChecker : ITextChecker
{
    public string Name => "coverage";

    public bool LooksAt(FormDefinition form) => false;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(static column => column.IsFigure);
        var cells = scope.Rows.SelectMany(row => columns.Select(column => (Row: row, Column: column.Id)))
            .ToArray();
        var part = cells.Aggregate(
            default(Evaluated), (sum, cell) =>
            Evaluated.Combine(sum, scope.Figures.Value(scope.Form, cell.Row, cell.Column), static (a, b) => a + b));
        var whole = scope.Figures.Value(Whole(scope.Check));
        if ((part.Unknown ?? whole.Unknown) is { } reason)
        {
            scope.NotChecked(reason);
            return [];
        }

        // without the amounts of classified projects nothing is known of the rest
        if (ClassifiedProjects.Of(scope.Figures.Book.Pack, scope.Figures.Budget) is { } classified
            && cells.Any(cell => IsWithheld(scope, classified, cell.Row.Key, cell.Column))) return [];
        if (cells.Length == 0 || part.Value.Value >= whole.Value.Value || part.Value.Meets(whole.Value)) return [];
        var unit = " " + scope.Form.Money.Title();
        var sides = ShownSides.Of(scope.Form, part.Value, whole.Value);
        return [new Hit(cells[0].Row.Key, cells[0].Column, sides.Left, sides.Right, sides.Gap + unit, unit)];
    }

    private static bool IsWithheld(CheckScope scope, ClassifiedProjects classified, RowKey row, ColumnId column)
    {
        var cell = new CellAddress(scope.Form.Id, row, column);
        return scope.Figures.Budget[cell] is null && classified.Withholds(cell);
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Words.Count != 3)
        {
            yield return "words 应为整体的表、行、栏（如 [T3, 合计, \"5\"]）";
            yield break;
        }

        var whole = Whole(check);
        if (pack.Form(whole.Form) is not { } form) yield return $"words：没有表“{whole.Form}”";
        else if (form.Column(whole.Column) is null) yield return $"words：表 {whole.Form} 没有栏“{whole.Column}”";
        else if (form.FixedRow(whole.Row) is null) yield return $"words：表 {whole.Form} 没有行“{whole.Row}”";
        else if (pack.Form(new FormId(check.Form)) is { } parts && !AreAlike(parts, check.Columns, form.Column(whole.Column)!))
            yield return "columns 和整体的栏应同为金额，或同为数量";
    }

    private static CellAddress Whole(TextCheckDeclaration check) => new(check.Words[0], check.Words[1], check.Words[2]);

    /// <summary>Money is covered by money only.</summary>
    private static bool AreAlike(FormDefinition form, IReadOnlyList<string> columns, FormColumn whole) =>
        columns.Select(column => form.Column(new ColumnId(column))).All(column => column is null || column.Kind == whole.Kind);
}
