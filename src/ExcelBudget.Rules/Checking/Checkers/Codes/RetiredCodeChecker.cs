using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// retiredCode：停用或尚未启用的科目。Codes that the list keeps for other years than the budget's. Of a code and those above it, the
/// highest is named: it takes the others with it.
/// </summary>
internal sealed class RetiredCodeChecker : ITextChecker
{
    public string Name => "retiredCode";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var codes = scope.Codes!;
        bool IsOut(string code) => codes.Entry(code) is { } entry && !entry.IsUsedIn(scope.Year);
        return from row in scope.CodeRows
               where IsOut(row.Code!)
                   && !scope.CodeRows.Any(
                   above => above.Code != row.Code && row.Code!.StartsWith(above.Code!, StringComparison.Ordinal) && IsOut(above.Code!))
               let entry = codes.Entry(row.Code!)!
               select new Hit(
                   row.Key, scope.Form.Tree!.Column, row.Code, Match: entry.LastYear < scope.Year ? $"只用到 {entry.LastYear} 年"
                   : $"从 {entry.FirstYear} 年起才使用");
    }
}
