using ExcelBudget.Domain.Budgets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.TestSupport;

/// <summary>
/// Every pack in templates/, and the one its guide makes, with every unit and year of its samples: a pack joins by being there.
/// </summary>
public static class EveryPack
{
    private static readonly Dictionary<string, Lazy<RuleBook>> Books = Directory.EnumerateDirectories(Repository.PathOf("templates"))
        .Where(folder => File.Exists(Path.Combine(folder, "pack.yaml"))).Order(StringComparer.Ordinal).Append(WorkedExample.Folder)
        .Append(Constructs)
        .ToDictionary(folder => Path.GetFileName(folder), folder => new Lazy<RuleBook>(() => Read(folder)), StringComparer.Ordinal);

    /// <summary>Id of the pack that has each way of printing a form once, with figures of its own.</summary>
    public const string ConstructsId = "gouzao";

    private static string Constructs => Repository.PathOf("tests", "data", "packs", ConstructsId);

    /// <summary>Ids of the packs.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Books.Keys];

    /// <summary>Sample and unit of every budget of a pack: («institute», «150001», 2025).</summary>
    public static IEnumerable<(string Sample, string Unit, int Year)> Samples(string pack)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(FolderOf(pack), "sample")).Order(StringComparer.Ordinal))
        {
            var dataset = DatasetReader.Read(folder, BookOf(pack).Pack).Dataset;
            var projection = new BudgetProjection(BookOf(pack).Pack, dataset);
            var year = BookOf(pack).Pack.Tables.SelectMany(table => dataset[table]).Max(row => row.Year ?? 0);
            foreach (var (code, _) in projection.Units) yield return (Path.GetFileName(folder), code, year);
        }
    }

    /// <summary>The folder of a pack.</summary>
    public static string FolderOf(string pack) => pack == WorkedExample.Id ? WorkedExample.Folder
        : pack == ConstructsId ? Constructs : Repository.PathOf("templates", pack);

    /// <summary>The rule book of a pack.</summary>
    public static RuleBook BookOf(string pack) => Books[pack].Value;

    /// <summary>The budget of a unit of a sample.</summary>
    public static Budget BudgetOf(string pack, string sample, string unit, int year)
    {
        var dataset = DatasetReader.Read(Path.Combine(FolderOf(pack), "sample", sample), BookOf(pack).Pack).Dataset;
        return new BudgetProjection(BookOf(pack).Pack, dataset).Of(unit, year);
    }

    /// <summary>A budget of a pack in which nothing is entered.</summary>
    public static Budget BlankOf(string pack) =>
        BudgetProjection.Blank(BookOf(pack).Pack, new BudgetIdentity(pack, "999", "试用单位", BookOf(pack).Pack.Years.Last));

    private static RuleBook Read(string folder)
    {
        var reading = PackReader.Read(folder);
        return reading.RuleBook ?? throw new InvalidDataException(string.Join('\n', reading.Faults));
    }
}
