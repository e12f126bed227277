using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// foreignCode：别的分类的科目。Codes that the form's own list does not know but another list of the pack does: an economic code in a functional
/// form.
/// </summary>
internal sealed class ForeignCodeChecker : ITextChecker
{
    public string Name => "foreignCode";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope) =>
        from row in scope.CodeRows
        let name = NameElsewhere(scope.Figures.Book.Pack, scope.Form, row.Code!)
        where name is not null
        select new Hit(row.Key, scope.Form.Tree!.Column, row.Code, Match: name);

    /// <summary>The name another list has for a code that the form's own does not know; null when none has.</summary>
    public static string? NameElsewhere(Pack pack, FormDefinition form, string code) => pack.CodesOf(form).NameOf(code) is not null
        ? null
        : pack.CodeLists.Values.Select(list => list.NameOf(code)).FirstOrDefault(name => name is not null);
}
