using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// unknownCode：目录外编码。Codes the pack's list does not know. What cannot be a code at all is codeLength's to say, a code of another list
/// foreignCode's.
/// </summary>
internal sealed class UnknownCodeChecker : ITextChecker
{
    public string Name => "unknownCode";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope) => scope.CodeRows
        .Where(row => CodeShape.CanBeCode(scope.Codes!, row.Code!) && !scope.Codes!.Knows(row.Code!))
        .Where(row => ForeignCodeChecker.NameElsewhere(scope.Figures.Book.Pack, scope.Form, row.Code!) is null)
        .Select(row => new Hit(row.Key, scope.Form.Tree!.Column, row.Code));
}
