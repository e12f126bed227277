using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>choice：不在下拉列表中的值。Texts of columns with a closed list of choices that are none of them.</summary>
internal sealed class ChoiceChecker : ITextChecker
{
    public string Name => "choice";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(IsClosed);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(IsClosed);
        foreach (var row in scope.Rows)
        {
            foreach (var column in columns)
            {
                if (row.Row!.Text(column.Id.Value) is { Length: > 0 } text && !column.Choices.Contains(text))
                    yield return new Hit(row.Key, column.Id, text, string.Join('、', column.Choices));
            }
        }
    }

    private static bool IsClosed(FormColumn column) => column.Choices.Count > 0 && !column.IsChoiceFree;
}
