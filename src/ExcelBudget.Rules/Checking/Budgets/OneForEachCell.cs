using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>A cell is reported once: an error that a check finds in a figure leads the ties which that figure breaks.</summary>
/// <param name="labels">What messages call figures.</param>
internal sealed class OneForEachCell(CellLabels labels)
{
    /// <summary>The findings of relations and of checks, those at the same cell made one.</summary>
    public IEnumerable<Finding> Merge(IReadOnlyList<Finding> causes, IReadOnlyList<Finding> checks)
    {
        var errors = causes.Where(cause => cause.Severity == Severity.Error).ToLookup(cause => cause.Place.Address);
        // a code that stands twice is why the amount beside it is too much
        var ofRow = causes.Where(cause => cause.Severity == Severity.Error).ToLookup(cause => RowOf(cause.Place.Address));
        var said = causes.ToLookup(cause => cause.Place.Address);
        var ofArea = causes.Where(cause => cause.Place.Address is { Row.Value.Length: 0 })
            .ToLookup(cause => cause.Place.Address!.Value.Form);
        var merged = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
        var led = new List<Finding>();
        foreach (var check in checks.Where(check => !IsSaid(check, said, ofArea)))
        {
            var cause = check.Severity == Severity.Error && check.Place.Address is { } cell
                ? (check.Category == Category.DuplicateCode ? ofRow[RowOf(cell)] : errors[cell]).FirstOrDefault(merged.Add) : null;
            led.Add(cause is null ? check : Led(check, cause));
        }

        return causes.Where(cause => !merged.Contains(cause)).Concat(led);
    }

    private static (FormId Form, RowKey Row)? RowOf(CellAddress? cell) => cell is { } at ? (at.Form, at.Row) : null;

    private static bool IsSaid(Finding check, ILookup<CellAddress?, Finding> said, ILookup<FormId, Finding> ofArea) =>
        said[check.Place.Address].Any(cause => Says(cause, check))
        || (check.Place.Address is { } cell && ofArea[cell.Form].Any(cause => Says(cause, check)));

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
            Message = check.Message + Remedy(check, cause, new FindingValue.Count(ties.Count)),
            Expected = check.Category == Category.DuplicateCode ? check.Expected : cause.Expected,
            Actual = check.Actual ?? cause.Actual,
            Difference = check.Category == Category.DuplicateCode ? check.Difference : cause.Difference,
            Related = cause.Related,
            Ties = ties,
        };
    }

    /// <summary>Where nothing pins the figure down (a part above its whole), the cause says itself what to look at.</summary>
    private string Remedy(Finding check, Finding cause, FindingValue count)
    {
        if (cause.Expected is not { } expected) return CauseSentences.LeadsBound.With(("count", count), ("cause", cause.Message));
        if (check.Category == Category.DuplicateCode) return CauseSentences.LeadsTwice.With(("count", count));
        return CauseSentences.Leads.With(("count", count), ("expected", $"{expected}{labels.Unit(cause.Place.Address!.Value)}"));
    }
}
