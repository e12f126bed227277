using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// 同样的问题。A fault that most projects share, or that comes in numbers on one form, is one finding: the first, with the count and the list.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call projects.</param>
public sealed class SharedFaults(BudgetFigures figures, CellLabels labels)
{
    /// <summary>Fewer projects than these share nothing.</summary>
    private const int FewestProjects = 3;

    /// <summary>Remarks and faults of one form beyond these are told together.</summary>
    private const int MostSingles = 8;

    /// <summary>Faults of one kind in one column from these on are told together: the column was filled or pasted so.</summary>
    private const int FewestOfColumn = 3;

    /// <summary>Findings of one rule on one form beyond these are told together, whatever their figures.</summary>
    private const int MostOfRule = 20;

    /// <summary>Remarks of one project beyond these are told together.</summary>
    private const int MostRemarks = 3;

    /// <summary>The findings, those that say the same made one; a finding that explains others stays as it is.</summary>
    public IReadOnlyList<Finding> Merge(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var merged = new Dictionary<Finding, Finding?>(ReferenceEqualityComparer.Instance);
        foreach (var group in findings.Where(MayBeShared).GroupBy(Fault))
        {
            var same = group.ToArray();
            if (!IsShared(same)) continue;
            foreach (var other in same) merged[other] = null;
            merged[same[0]] = Told(same);
        }

        if (merged.Count == 0) return findings;
        return [.. findings.Select(finding => merged.GetValueOrDefault(finding, finding)).OfType<Finding>()];
    }

    // hundreds of rows listed twice are one deed, whatever each of them breaks
    private static bool MayBeShared(Finding finding) =>
        (finding.StandsAlone || finding.Category == Category.DuplicateCode) && finding.Place.Address is { Row.Value.Length: > 0 };

    private static (string Rule, string? Kind, Severity Severity, FormId Form) Fault(Finding finding) =>
        (finding.Rule, finding.Kind?.Id, finding.Severity, finding.Place.Address!.Value.Form);

    private bool IsShared(Finding[] same)
    {
        if (same.Length > MostOfRule && same[0].Project is null) return true;
        if (same.Length > MostSingles && (same[0].Kind is not null || SayTheSame(same))) return true;
        if (same.Length >= FewestOfColumn && same[0].Kind is not null && IsOneColumn(same)) return true;
        if (same[0].Severity != Severity.Info && !SayTheSame(same)) return false;
        var projects = Projects(same).Count;
        if (projects >= FewestProjects && projects * 2 > ProjectCount(same[0])) return true;
        return projects > 0 && same[0].Severity == Severity.Info && same.Length > MostRemarks;
    }

    /// <summary>What is to be mended is the same everywhere; different values are different faults.</summary>
    private static bool SayTheSame(Finding[] same) =>
        Array.TrueForAll(same, finding => Equals(finding.Expected, same[0].Expected) && Equals(finding.Actual, same[0].Actual));

    private static bool IsOneColumn(Finding[] same) =>
        Array.TrueForAll(same, finding => finding.Place.Address!.Value.Column == same[0].Place.Address!.Value.Column);

    private static List<string> Projects(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => finding.Project).OfType<string>().Distinct(StringComparer.Ordinal)];

    private int ProjectCount(Finding finding)
    {
        var pack = figures.Book.Pack;
        var form = pack.Forms.FirstOrDefault(form => form.Blocks is not null)?.Id
            ?? (pack.Indicators?.Places is { } places ? new FormId(places.Projects) : finding.Place.Address!.Value.Form);
        return figures.Budget[form]?.Rows.Count ?? 0;
    }

    private Finding Told(Finding[] same)
    {
        var names = same.Where(finding => finding.Project is not null).Select(finding => labels.Project(finding.Place.Address!.Value))
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        (string, FindingValue?) count = ("count", new FindingValue.Count(same.Length));
        var more = names.Length < 2 ? CauseSentences.Shared.With(count) : CauseSentences.SharedProjects.With(
            count, ("projects", new FindingValue.Count(names.Length)), ("names", string.Join('、', names)));
        return same[0] with
        {
            Message = same[0].Message + more,
            Ties = [.. same.SelectMany(finding => finding.Ties)],
            Related = [.. same[0].Related.Concat(same.Skip(1).Select(finding => finding.Place)).Distinct()],
        };
    }
}
