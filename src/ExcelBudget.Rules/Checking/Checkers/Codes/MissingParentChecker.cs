using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// missingParent：缺上级科目。Codes above a listed code that the form does not list; each is named once, at the first row that needs it.
/// </summary>
internal sealed class MissingParentChecker : ITextChecker
{
    public string Name => "missingParent";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var listed = scope.CodeRows.Select(row => row.Code!).ToHashSet(StringComparer.Ordinal);
        return from row in scope.CodeRows
               where CodeShape.CanBeCode(scope.Codes!, row.Code!)
               from parent in scope.Codes!.Ancestors(row.Code!)
               where scope.Form.Tree!.Place(scope.Codes!.LevelOf(parent)) >= 0
               where listed.Add(parent)
               select new Hit(row.Key, scope.Form.Tree!.Column, row.Code, (parent + " " + scope.Codes!.NameOf(parent)).TrimEnd());
    }
}
