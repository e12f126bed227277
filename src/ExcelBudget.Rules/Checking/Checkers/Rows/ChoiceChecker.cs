using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>choice：不在下拉列表中的值。Texts of columns with a closed list of choices that are none of them.</summary>
internal sealed class ChoiceChecker : ITextChecker
{
    public string Name => "choice";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(IsClosed);

    public IEnumerable<Hit> Check(CheckScope scope) =>
        from row in scope.Rows
        from column in scope.Columns(IsClosed)
        let text = row.Row!.Text(column.Id.Value)
        where text.Length > 0 && !column.Choices.Contains(text)
        select new Hit(row.Key, column.Id, text, string.Join('、', column.Choices));

    private static bool IsClosed(FormColumn column) => column.Choices.Count > 0 && !column.IsChoiceFree;
}
