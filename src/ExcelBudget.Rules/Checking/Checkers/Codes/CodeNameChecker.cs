using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>
/// codeName：编码与名称。Names typed beside a code that differ from the list's, and names of units that differ from the form that lists the
/// units; blanks and the width of brackets do not count, and former names are formerName's to say.
/// </summary>
internal sealed class CodeNameChecker : ITextChecker
{
    public string Name => "codeName";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var units = Units(scope);
        var joined = scope.Form.Tree is { Print: CodePrint.Joined } tree ? tree : null;
        var columns = scope.Columns(column => column.Kind == CellKind.CodeName || column.Id == joined?.Column);
        return from row in scope.CodeRows
               from column in columns
               let cell = row.Row!.Text(column.Id.Value)
               let typed = column.Id == joined?.Column ? JoinedCode.NameIn(joined.Text!, cell) ?? "" : cell
               let listed = units.GetValueOrDefault(row.Code!) ?? scope.Codes!.NameOf(row.Code!)
               where typed.Length > 0 && listed is not null && typed != listed && FormNames.Normalise(typed) != FormNames.Normalise(listed)
                   && (scope.Codes!.Entry(row.Code!) is not { } entry || FormerNameChecker.Former(entry, typed) is null)
               select new Hit(row.Key, column.Id, typed, listed);
    }

    /// <summary>Names of units by code, from the list of the workbook whose rows come from the same table; none for other trees.</summary>
    private static Dictionary<string, string> Units(CheckScope scope)
    {
        if (scope.Form.Tree?.UnitNames is not { } names || ListOf(scope, names) is not { } list
            || list.List?.Key is not { } key || list.Columns.FirstOrDefault(column => column.From?.Field == names.Field) is not { } name
            || scope.Figures.Budget[list.Id] is not { } content) return [];
        return content.Rows.Where(row => row.Text(key.Value).Length > 0 && row.Text(name.Id.Value).Length > 0)
            .DistinctBy(row => row.Text(key.Value))
            .ToDictionary(row => row.Text(key.Value), row => row.Text(name.Id.Value), StringComparer.Ordinal);
    }

    private static FormDefinition? ListOf(CheckScope scope, FactQuery names) =>
        scope.Figures.Book.Pack.Forms.FirstOrDefault(form => form.List?.Table == names.Table);
}
