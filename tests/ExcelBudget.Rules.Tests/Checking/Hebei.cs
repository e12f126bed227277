using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>The Hebei pack and the budgets that stand in the repository.</summary>
internal static class Hebei
{
    /// <summary>The pack's rule book.</summary>
    public static RuleBook Book { get; } = PackReader.Read(PathOf("templates/hebei")).RuleBook!;

    private static readonly Dictionary<string, Budget> Budgets = new(StringComparer.Ordinal)
    {
        ["clean"] = Project("templates/hebei/sample/clean", "201", 2023),
        ["full"] = Project("templates/hebei/sample/full", "305001", 2024),
        ["library"] = Project("templates/hebei/sample/full", "305002", 2024),
        ["as-published"] = Project("tests/data/hebei/as-published", "201", 2023),
    };

    /// <summary>clean (seed 001 mended), full (uses everything), library (its small sister unit), as-published (seed 001).</summary>
    public static Budget Budget(string name) => Budgets[name];

    /// <summary>Checks a budget without knowing what was changed.</summary>
    public static CheckOutcome Check(Budget budget, params CellAddress[] changed) =>
        new BudgetChecker(new BudgetFigures(Book, budget), changed.ToHashSet()).Check();

    /// <summary>Findings of a budget of one severity.</summary>
    public static IReadOnlyList<Finding> Findings(Budget budget, Severity severity) =>
        [.. Check(budget).Findings.Where(finding => finding.Severity == severity)];

    /// <summary>Everything that is told: findings, and the ties listed under a cause. A cause told as one of its own ties counts once.</summary>
    public static IEnumerable<Finding> Told(IEnumerable<Finding> findings) => findings.SelectMany(finding =>
        finding.Ties.Any(tie => tie.Rule == finding.Rule && tie.Place == finding.Place) ? finding.Ties : finding.Ties.Prepend(finding));

    /// <summary>Findings as «RULE at FORM[row,column]: message», for failure messages that can be read.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.Select(finding => $"{finding.Rule} at {finding.Place.Address}: {finding.Message}");

    /// <summary>A path below the repository's root.</summary>
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ExcelBudget.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, path);
    }

    private static Budget Project(string folder, string unit, int year) =>
        new BudgetProjection(Book.Pack, DatasetReader.Read(PathOf(folder)).Dataset).Of(unit, year);
}
