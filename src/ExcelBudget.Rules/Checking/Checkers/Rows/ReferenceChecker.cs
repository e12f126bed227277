using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>
/// reference：引用。Names in the first declared column that a column of another form does not hold; with a second column, names that it holds
/// with
/// another amount. Words: the other form, its column with the names (and, for amounts, its column with the amounts); then patterns of
/// names that need not stand there.
/// </summary>
internal sealed class ReferenceChecker : ITextChecker
{
    public string Name => "reference";

    public bool LooksAt(FormDefinition form) => form.Tree is null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var (other, wantsAmount) = (new FormId(scope.Check.Words[0]), scope.Check.Columns.Count > 1);
        if (scope.Figures.Budget[other] is not { } listed)
        {
            scope.NotChecked(MissingForm.Reason(scope.Figures.Book.Pack[other]));
            return [];
        }

        var named = listed.Rows.ToLookup(
            row => Plain(Named(scope.Figures.Book.Pack[other], row, new ColumnId(scope.Check.Words[1]))), row =>
            wantsAmount ? row[new ColumnId(scope.Check.Words[2])]?.AsMeasure() : null);
        var column = new ColumnId(scope.Check.Columns[0]);
        return from row in scope.Rows
               let name = Named(scope.Form, row.Row!, column)
               where name.Length > 0
               let hit = wantsAmount ? OtherAmount(scope, row, name, named[Plain(name)])
                   : Missing(scope, row.Key, name, named.Contains(Plain(name)))
               where hit is not null
               select hit;
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        var wanted = check.Columns.Count > 1 ? 3 : 2;
        if (check.Columns.Count is < 1 or > 2) yield return "columns 应为名称的栏，或名称和金额两栏";
        if (check.Words.Count < wanted) yield return "words 应为：另一张表、表中名称的栏、金额的栏（只在查金额时写），再写可以不在表中的名称（正则表达式）";
        else if (pack.Form(new FormId(check.Words[0])) is not { } form) yield return $"words：没有表“{check.Words[0]}”";
        else if (check.Words.Skip(1).Take(wanted - 1).FirstOrDefault(column => form.Column(new ColumnId(column)) is null) is { } lost)
            yield return $"words：表 {form.Id} 没有栏“{lost}”";
        else if (wanted == 3 && pack.Form(new FormId(check.Form))?.Column(new ColumnId(check.Columns[1]))?.Kind is { } own
            && own != form.Column(new ColumnId(check.Words[2]))!.Kind) yield return "columns 和 words 的金额栏应同为金额，或同为数量";
        foreach (var problem in check.Words.Skip(wanted).Select(PatternChecker.Problem).OfType<string>()) yield return problem;
    }

    private static Hit? Missing(CheckScope scope, RowKey row, string name, bool isListed) =>
        isListed || scope.Check.Words.Skip(2).Any(pattern => PatternChecker.Matches(scope, pattern, name).Length > 0)
            ? null
            : new Hit(row, new ColumnId(scope.Check.Columns[0]), name);

    private static Hit? OtherAmount(CheckScope scope, Evaluation.RowView row, string name, IEnumerable<Domain.Money.Measure?> listed)
    {
        var column = scope.Form.Column(new ColumnId(scope.Check.Columns[1]))!;
        if (row.Row![column.Id]?.AsMeasure() is not { } typed) return null;
        var amounts = listed.OfType<Domain.Money.Measure>().ToArray();
        if (amounts.Length == 0 || amounts.Any(amount => amount.Meets(typed))) return null;
        var (actual, expected) = (ShownSides.One(scope.Form, typed), ShownSides.One(scope.Form, amounts[0]));
        return new Hit(
            row.Key, column.Id, actual, expected, name, column.Kind == CellKind.Amount ? " "
            + Domain.Money.MoneyUnits.Title(scope.Form.Money) : "");
    }

    /// <summary>A name as it stands in a row; the code of a row of a code form is its key.</summary>
    private static string Named(FormDefinition form, FormRow row, ColumnId column) => form.Tree?.Column != column ? row.Text(column.Value)
        : form.FixedRow(row.Key) is null ? row.Key.Value : "";

    private static string Plain(string name) => Language.FormNames.Normalise(name);
}
