using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>A cell is reported once: an error that a check finds in a figure leads the ties which that figure breaks.</summary>
/// <param name="labels">What messages call figures.</param>
internal sealed class OneForEachCell(CellLabels labels)
{
    /// <summary>The findings of relations and of checks, those at the same cell made one.</summary>
    public IEnumerable<Finding> Merge(IReadOnlyList<Finding> causes, IReadOnlyList<Finding> checks)
    {
        var errors = causes.Where(cause => cause.Severity == Severity.Error).ToLookup(cause => cause.Place.Address);
        var merged = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
        var led = new List<Finding>();
        foreach (var check in checks.Where(check => !causes.Any(cause => Says(cause, check))))
        {
            var cause = check.Severity == Severity.Error && check.Place.Address is { } cell ? errors[cell]
                .FirstOrDefault(error => merged.Add(error)) : null;
            led.Add(cause is null ? check : Led(check, cause));
        }

        return causes.Where(cause => !merged.Contains(cause)).Concat(led);
    }

    /// <summary>True when a cause says of the cell, or of the whole form or column around it, what the check says.</summary>
    private static bool Says(Finding cause, Finding check) =>
        cause.Kind?.Rule == CodeFindings.Changed.Rule && cause.Place.Address == check.Place.Address
        || cause.Category == check.Category && cause.Severity > check.Severity && cause.Place.Address is { } said
            && check.Place.Address is { } cell
        && (said == cell
            || (said.Row.Value.Length == 0 && said.Form == cell.Form && (said.Column.Value.Length == 0 || said.Column == cell.Column)));

    private Finding Led(Finding check, Finding cause)
    {
        IReadOnlyList<Finding> ties = cause.Ties.Count > 0 ? cause.Ties : [cause];
        return check with
        {
            Message = $"{check.Message}它还使 {ties.Count} 处勾稽不符{Remedy(cause)}",
            Expected = cause.Expected,
            Actual = check.Actual ?? cause.Actual,
            Difference = cause.Difference,
            Related = cause.Related,
            Ties = ties,
        };
    }

    /// <summary>Where nothing pins the figure down (a part above its whole), the cause says itself what to look at.</summary>
    private string Remedy(Finding cause) => cause.Expected is { } expected
        ? $"，改为 {expected}{labels.Unit(cause.Place.Address!.Value)}，就都相符了。"
        : $"：{cause.Message}";
}
