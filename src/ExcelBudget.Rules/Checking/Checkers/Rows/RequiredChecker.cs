using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Classified;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>required：必填。Blank cells of the declared columns in rows that hold anything else.</summary>
internal sealed class RequiredChecker : ITextChecker
{
    public string Name => "required";

    public bool LooksAt(FormDefinition form) => form.Tree is null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(static _ => false);
        var classified = new Lazy<ClassifiedProjects?>(() => ClassifiedProjects.Of(scope.Figures.Book.Pack, scope.Figures.Budget));
        return from row in scope.Rows
               where row.Row!.Cells.Count > 0
               // the subtotals above a list are no rows of it
               where row.Fixed is null || scope.Form is { List: null, Blocks: null } || scope.Check.Rows.Count > 0
               from column in columns
               where row.Row![column.Id] is null
               // what may not be published is not asked for
               where classified.Value?.Withholds(new CellAddress(scope.Form.Id, row.Key, column.Id)) is not true
               select new Hit(row.Key, column.Id);
    }
}
