using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>What is wrong with the figures of a budget: broken relations, and objections of checks, each by a key of its own.</summary>
/// <param name="Ties">The broken relations.</param>
/// <param name="Checks">What checks object to.</param>
internal sealed record Trouble(IReadOnlyDictionary<string, RelationResult> Ties, IReadOnlyDictionary<string, Finding> Checks)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsNone => Ties.Count == 0 && Checks.Count == 0;

    /// <summary>True when another budget has nothing wrong that this one has not.</summary>
    public bool Covers(Trouble other) => other.Ties.Keys.All(Ties.ContainsKey) && other.Checks.Keys.All(Checks.ContainsKey);

    /// <summary>What is wrong here and no longer in another budget.</summary>
    public Trouble Without(Trouble left) => new(
        Ties.Where(tie => !left.Ties.ContainsKey(tie.Key)).ToDictionary(),
        Checks.Where(check => !left.Checks.ContainsKey(check.Key)).ToDictionary());
}

/// <summary>Asks checks of the rule book again.</summary>
/// <param name="figures">The figures they look at.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
/// <param name="ids">Which checks.</param>
internal delegate IReadOnlyList<Finding> CheckAgain(BudgetFigures figures, IReadOnlySet<CellAddress> changed, IReadOnlySet<string> ids);

/// <summary>Looks for trouble in a budget and in what becomes of it when cells are put right.</summary>
/// <param name="figures">The budget as it stands.</param>
/// <param name="issued">What was issued.</param>
/// <param name="told">What the checks say of the budget as it stands: only those that said anything are asked again.</param>
/// <param name="ask">Asks them.</param>
internal sealed class TroubleSearch(BudgetFigures figures, IssuedFigures issued, IReadOnlyList<Finding> told, CheckAgain ask)
{
    private readonly HashSet<string> _asked = told.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);

    /// <summary>The budget as it stands.</summary>
    public BudgetFigures Figures => figures;

    /// <summary>
    /// The trouble of the budget as it stands; what checks say of changed cells themselves is no consequence of a change.
    /// </summary>
    public Trouble AsItStands() => new(Broken(figures), Keyed(told));

    /// <summary>The trouble that is left when cells are put right.</summary>
    /// <param name="restored">The budget with cells put right.</param>
    /// <param name="mended">The cells.</param>
    public Trouble Of(BudgetFigures restored, IReadOnlyCollection<CellAddress> mended) =>
        new(Broken(restored), Keyed(Checks(restored, mended)));

    /// <summary>What the checks that said anything say when cells are put right.</summary>
    public IReadOnlyList<Finding> Checks(BudgetFigures restored, IReadOnlyCollection<CellAddress> mended)
    {
        return _asked.Count == 0 ? [] : ask(restored, issued.Cells.Except(mended).ToHashSet(), _asked);
    }

    /// <summary>One objection, whatever figures it speaks of.</summary>
    public static string Key(Finding finding) => $"{finding.Rule}|{finding.Place.Address}";

    private Dictionary<string, Finding> Keyed(IEnumerable<Finding> findings) => findings
        .Where(finding => finding.Severity != Severity.Info && (finding.Place.Address is not { } cell || !issued.Cells.Contains(cell)))
        .DistinctBy(Key).ToDictionary(Key, StringComparer.Ordinal);

    private static Dictionary<string, RelationResult> Broken(BudgetFigures budget) => new RelationChecker(budget).Check()
        .Where(result => result.Tie == Tie.Broken).DistinctBy(Key).ToDictionary(Key, StringComparer.Ordinal);

    private static string Key(RelationResult result) => $"{result.Relation.Declaration.Id}|{result.Row}|{result.Context.Column}";
}
