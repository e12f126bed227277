using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Checkers;

/// <summary>
/// valueRepeatsName：指标值重复指标名称。The first declared column repeats one of the others: «服务对象满意率» under
/// 服务对象满意度指标 says nothing about how many must be satisfied. 指标 at the end is no part of the name, and 率 and 度 at the
/// end are the same to it. A value with a digit, or of one or two characters («涉密», «健全»), is a value.
/// </summary>
internal sealed class ValueRepeatsNameChecker : ITextChecker
{
    private const int ShortestRepetition = 3;

    public string Name => "valueRepeatsName";

    public bool LooksAt(FormDefinition form) => form.Tree is null;

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var (target, names) = (new ColumnId(scope.Check.Columns[0]), scope.Check.Columns.Skip(1).ToArray());
        return from row in scope.Rows
               let value = row.Row!.Text(target.Value)
               where value.Length >= ShortestRepetition && !value.Any(char.IsDigit)
                   && names.Any(name => Stem(row.Row!.Text(name)) is { Length: > 0 } stem && stem == Stem(value))
               select new Hit(row.Key, target, value);
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Columns.Count < 2) yield return "columns 应先写指标值的栏，再写名称的栏，至少两栏";
    }

    private static string Stem(string text)
    {
        var name = text.EndsWith("指标", StringComparison.Ordinal) ? text[..^2] : text;
        return name.TrimEnd('率', '度');
    }
}
