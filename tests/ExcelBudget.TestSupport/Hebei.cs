using ExcelBudget.Domain.Budgets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.TestSupport;

/// <summary>The pack hebei and its budgets; each is made once and never changed.</summary>
public static class Hebei
{
    /// <summary>The pack's folder in the tree.</summary>
    public static string Folder { get; } = Repository.PathOf("templates", "hebei");

    private static readonly Lazy<RuleBook> LazyBook =
        new(() => PackReader.Read(Folder).RuleBook ?? throw new InvalidDataException("hebei has faults"));
    private static readonly Dictionary<string, Lazy<Budget>> Budgets = new(StringComparer.Ordinal)
    {
        ["clean"] = new(() => Projected("templates/hebei/sample/clean", "201", 2023)),
        ["full"] = new(() => Projected("templates/hebei/sample/full", "305001", 2024)),
        ["library"] = new(() => Projected("templates/hebei/sample/full", "305002", 2024)),
        ["as-published"] = new(() => Projected("tests/data/hebei/as-published", "201", 2023)),
        ["blank"] = new(() => BudgetProjection.Blank(Book.Pack, new BudgetIdentity("hebei", "201", "中国共产党魏县委员会办公室", 2023))),
    };

    /// <summary>The rule book of the pack in the tree.</summary>
    public static RuleBook Book => LazyBook.Value;

    /// <summary>Names of <see cref="BudgetOf"/>.</summary>
    public static IReadOnlyList<string> Samples { get; } = [.. Budgets.Keys];

    /// <summary>
    /// clean (seed 001 mended), full (uses everything), library (its small sister unit), as-published (seed 001), blank.
    /// </summary>
    public static Budget BudgetOf(string sample) => Budgets[sample].Value;

    private static Budget Projected(string folder, string unit, int year) =>
        new BudgetProjection(Book.Pack, DatasetReader.Read(Repository.PathOf(folder)).Dataset).Of(unit, year);
}
