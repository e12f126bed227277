using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>
/// What a check objects to only because of a cause that is told already is no finding of its own: with the cause put right it is gone.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What was issued.</param>
/// <param name="relations">What the relations say.</param>
internal sealed class Consequences(BudgetFigures figures, IssuedFigures issued, RelationOutcome relations)
{
    /// <summary>The findings of checks that stay when every decided cause is put right, those at the cells of causes among them.</summary>
    /// <param name="checks">What the checks say.</param>
    /// <param name="causes">The causes with what follows from them listed under them.</param>
    public IReadOnlyList<Finding> Without(IReadOnlyList<Finding> checks, out IReadOnlyList<Finding> causes)
    {
        causes = relations.Findings;
        var leading = relations.Codes.Select(code => code.Check).ToHashSet(ReferenceEqualityComparer.Instance);
        var under = causes.SelectMany(cause => cause.Ties).ToHashSet(ReferenceEqualityComparer.Instance);
        var own = checks.Where(check => !leading.Contains(check)).ToArray();
        if (own.Length == 0 || ReferenceEquals(relations.Mended, figures)) return own;
        var left = new TroubleSearch(figures, issued, own, TextFindings.Again(figures)).Checks(relations.Mended, relations.Right)
            .Select(TroubleSearch.Key).ToHashSet(StringComparer.Ordinal);
        var right = relations.Right.ToHashSet();
        var stays = own.ToLookup(check => left.Contains(TroubleSearch.Key(check))
            || IsOfCause(check, right) || IsOfRow(check) || Explains(check));
        causes = [.. causes.Select(cause => cause.Severity == Severity.Info ? cause
            : cause with { Ties = WithChecks(cause, [.. stays[false].Where(check => !under.Contains(check) && Cause(check) == cause)]) })];
        return [.. stays[true]];
    }

    /// <summary>The cause a consequence is listed under: that of its own cell, else the first.</summary>
    private Finding? Cause(Finding check) =>
        relations.Findings.FirstOrDefault(cause => cause.Severity != Severity.Info
            && cause.Related.Prepend(cause.Place).Any(place => place.Address == check.Place.Address))
        ?? relations.Findings.FirstOrDefault(cause => cause.Severity != Severity.Info);

    private static IReadOnlyList<Finding> WithChecks(Finding cause, Finding[] checks) =>
        checks.Length == 0 ? cause.Ties : [.. cause.Ties.Count == 0 ? [cause with { Related = [] }] : cause.Ties, .. checks];

    /// <summary>An error in the very figure that is wrong leads what it breaks (a minus sign), and is not hidden behind it.</summary>
    private static bool IsOfCause(Finding check, HashSet<CellAddress> right) =>
        check.Severity == Severity.Error && check.Place.Address is { } cell && right.Contains(cell);

    /// <summary>A project listed twice is why a total does not add up, although changing the total alone would mend it.</summary>
    private static bool Explains(Finding check) => check.Category == Category.DuplicateProject;

    /// <summary>A row whose code is mended has another key: what is said of its other cells stays where it is no consequence.</summary>
    private bool IsOfRow(Finding check) => check.Place.Address is { } cell
        && relations.Codes.Any(code => code.Check.Place.Address is { } at && at.Form == cell.Form && at.Row == cell.Row)
        && check.Category is not (Category.UnknownCode or Category.CodeNameMismatch or Category.StructureChanged);
}
