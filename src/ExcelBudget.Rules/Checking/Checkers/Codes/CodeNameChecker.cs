using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// codeName：编码与名称。Names typed beside a code that differ from the list's; blanks and the width of brackets do not count, and former names
/// are formerName's to say.
/// </summary>
internal sealed class CodeNameChecker : ITextChecker
{
    public string Name => "codeName";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope) =>
        from row in scope.CodeRows
        from column in scope.Columns(column => column.Kind == CellKind.CodeName)
        let typed = row.Row!.Text(column.Id.Value)
        let listed = scope.Codes!.NameOf(row.Code!)
        where typed.Length > 0 && listed is not null && FormNames.Normalise(typed) != FormNames.Normalise(listed)
            && FormerNameChecker.Former(scope.Codes!.Entry(row.Code!)!, typed) is null
        select new Hit(row.Key, column.Id, typed, listed);
}
