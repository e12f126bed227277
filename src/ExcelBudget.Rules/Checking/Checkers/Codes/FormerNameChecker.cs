using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Checkers.Codes;

/// <summary>formerName：科目旧名称。Names typed beside a code that the code had in earlier years; codeName leaves them to this check.</summary>
internal sealed class FormerNameChecker : ITextChecker
{
    public string Name => "formerName";

    public bool LooksAt(FormDefinition form) => form.Tree is not null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(static column => column.Kind == CellKind.CodeName);
        return from row in scope.CodeRows
               from column in columns
               let typed = row.Row!.Text(column.Id.Value)
               where scope.Codes!.Entry(row.Code!) is { } entry && Former(entry, typed) is { } former && !WasInUse(former, scope.Year)
               let years = Former(scope.Codes!.Entry(row.Code!)!, typed)!.LastYear is { } last ? $"{last} 年及以前的名称" : "以前的名称"
               select new Hit(row.Key, column.Id, typed, scope.Codes!.NameOf(row.Code!), years);
    }

    /// <summary>The former name that was typed; null when it is none of the code's.</summary>
    public static FormerName? Former(CodeEntry entry, string typed) =>
        typed.Length == 0 || typed == entry.Name || entry.FormerNames is null
        || FormNames.Normalise(typed) == FormNames.Normalise(entry.Name)
        ? null
        : entry.FormerNames?.FirstOrDefault(former => FormNames.Normalise(former.Name) == FormNames.Normalise(typed));

    private static bool WasInUse(FormerName former, int year) => former.LastYear >= year;
}
