using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>duplicateCode：编码重复。Rows whose code (or project code) stands above already; each repetition is named.</summary>
internal sealed class DuplicateCodeChecker : ITextChecker
{
    public string Name => "duplicateCode";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope) => scope.Rows
        .Where(row => row.Key.Repeat > 0)
        .Select(row => new Hit(row.Key, ColumnOf(scope.Form), row.Key.Value));

    private static ColumnId ColumnOf(FormDefinition form) => form.Tree?.Column ?? form.Columns[0].Id;
}
