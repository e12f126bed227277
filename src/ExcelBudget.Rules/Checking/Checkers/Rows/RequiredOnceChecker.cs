using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Rows;

/// <summary>requiredOnce：必填，合并提示。What `required` objects to, told once at the first blank cell with the number of them.</summary>
internal sealed class RequiredOnceChecker : ITextChecker
{
    private readonly RequiredChecker _required = new();

    public string Name => "requiredOnce";

    public bool LooksAt(FormDefinition form) => _required.LooksAt(form);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var blank = _required.Check(scope).ToArray();
        return blank.Take(1).Select(first => first with { Match = blank.Length.ToString(CultureInfo.InvariantCulture) });
    }
}
