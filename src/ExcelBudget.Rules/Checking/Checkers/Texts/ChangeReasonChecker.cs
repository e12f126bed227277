using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// changeReason：变动原因。A text (the declared row) that is blank although one of the named rows of another form changed by more than the limit
/// against
/// last year. Words: that form, its column with the change in percent, the limit of pack.yaml, then the rows. A row that had nothing
/// last year has no rate and is not asked about.
/// </summary>
internal sealed class ChangeReasonChecker : ITextChecker
{
    private const int FixedWords = 3;

    public string Name => "changeReason";

    public bool LooksAt(FormDefinition form) => form.Rows.OfType<RowGroup.Texts>().Any();

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var words = scope.Check.Words;
        var form = scope.Figures.Book.Pack[new FormId(words[0])];
        if (scope.Figures.Budget[form.Id] is null)
        {
            scope.NotChecked(MissingForm.Reason(form));
            yield break;
        }

        var (text, column) = (new RowKey(scope.Check.Rows[0]), scope.Form.Columns[0].Id);
        if (scope.Figures.Budget[scope.Form.Id]![text]?.Text(column.Value) is { Length: > 0 }) yield break;
        var changed = words.Skip(FixedWords).Select(row => Change(scope, form, new RowKey(row))).OfType<string>().ToArray();
        if (changed.Length > 0)
            yield return new Hit(
            text, column, Expected: Plain(scope.Figures.Book.Pack.Limits[words[2]].Number), Match: string.Join('、', changed));
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Rows.Count != 1) yield return "rows 应为一个文字栏目";
        if (check.Words.Count <= FixedWords) yield return "words 应为：对比表、增减百分比的栏、limits 中的一个名称，再写要看的行";
        else if (pack.Form(new FormId(check.Words[0])) is not { } form) yield return $"words：没有表“{check.Words[0]}”";
        else if (form.Column(new ColumnId(check.Words[1])) is null) yield return $"words：表 {form.Id} 没有栏“{check.Words[1]}”";
        else if (!pack.Limits.ContainsKey(check.Words[2])) yield return $"words：pack.yaml 的 limits 中没有“{check.Words[2]}”";
        else if (pack.Limits[check.Words[2]].Unit is not null) yield return $"words：limits 中的“{check.Words[2]}”应为百分数，不能是金额";
        else if (check.Words.Skip(FixedWords).FirstOrDefault(row => form.FixedRow(new RowKey(row)) is null) is { } lost)
            yield return $"words：表 {form.Id} 没有行“{lost}”";
    }

    /// <summary>«项目支出增加 53.41%»; null below the limit or where the rate cannot be told.</summary>
    private static string? Change(CheckScope scope, FormDefinition form, RowKey row)
    {
        var rate = scope.Figures.Value(new CellAddress(form.Id, row, new ColumnId(scope.Check.Words[1])));
        if (!rate.IsKnown || Math.Abs(rate.Value.Value) <= scope.Figures.Book.Pack.Limits[scope.Check.Words[2]].Number) return null;
        return $"{row}{(rate.Value.Value > 0m ? "增加" : "减少")} {Plain(Math.Abs(rate.Value.Value))}%";
    }

    private static string Plain(decimal figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);
}
