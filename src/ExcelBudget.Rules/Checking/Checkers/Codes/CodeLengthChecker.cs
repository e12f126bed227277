using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// codeLength：编码位数。Codes that are not digits, or of a length no level has. A code of another list is foreignCode's to say.
/// </summary>
internal sealed class CodeLengthChecker : ITextChecker
{
    public string Name => "codeLength";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope) => scope.CodeRows
        .Where(row => !CodeShape.CanBeCode(scope.Codes!, row.Code!)
            && ForeignCodeChecker.NameElsewhere(scope.Figures.Book.Pack, scope.Form, row.Code!) is null)
        .Select(row => new Hit(row.Key, scope.Form.Tree!.Column, row.Code, CodeShape.Describe(scope.Codes!)));
}
