using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>
/// Desks with workbooks of every pack: those of <see cref="RealEngine"/>, and of the packs that only the tests know, the worked example
/// (shili) and the pack of constructs (gouzao).
/// </summary>
internal static class PackDesks
{
    private static readonly Lazy<string> Example = new(Built);
    private static readonly Lazy<PackStore> ExampleStore = new(() => PackStore.Of(Path.GetDirectoryName(Example.Value)!));
    private static readonly Lazy<BudgetEngine> ExampleEngine = new(() => new BudgetEngine(ExampleStore.Value));
    private static readonly Lazy<PackStore> ConstructsStore = new(() => PackStore.Of(Repository.PathOf("tests", "data", "packs")));
    private static readonly Lazy<BudgetEngine> ConstructsEngine = new(() => new BudgetEngine(ConstructsStore.Value));
    private static readonly Dictionary<string, Lazy<Desk>> Desks = new(StringComparer.Ordinal);

    /// <summary>The workbooks, by the names of <see cref="RealEngine.DeskOf"/> or of the pack.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["full", "library", "clean", "qinghai", "zhongyang", "ministry", "sichuan", WorkedExample.Id, EveryPack.ConstructsId];

    /// <summary>A workbook as it is issued.</summary>
    public static Desk Of(string name)
    {
        lock (Desks)
        {
            if (!Desks.TryGetValue(name, out var desk)) Desks[name] = desk = new Lazy<Desk>(() => Made(name));
            return desk.Value;
        }
    }

    /// <summary>The engine that knows its pack.</summary>
    public static BudgetEngine EngineOf(string name) => name switch
    {
        WorkedExample.Id => ExampleEngine.Value,
        EveryPack.ConstructsId => ConstructsEngine.Value,
        _ => RealEngine.Engine,
    };

    /// <summary>Its packs.</summary>
    public static PackStore StoreOf(string name) => name switch
    {
        WorkedExample.Id => ExampleStore.Value,
        EveryPack.ConstructsId => ConstructsStore.Value,
        _ => RealEngine.Store,
    };

    private static Desk Made(string name)
    {
        if (name is not (WorkedExample.Id or EveryPack.ConstructsId)) return RealEngine.DeskOf(name);
        var (sample, unit, year) = EveryPack.Samples(name).First();
        var figures = new BudgetFigures(EveryPack.BookOf(name), EveryPack.BudgetOf(name, sample, unit, year));
        return new(WorkbookGuard.Open(StoreOf(name).Find(name)!.Filler().Fill(figures, new FillRequest("7F3A2C9D", false)))
            .Package!.Content);
    }

    /// <summary>The guide's pack with the workbook that packs build makes of it.</summary>
    private static string Built()
    {
        var folder = WorkedExample.Folder;
        var file = Path.Combine(folder, PackFiles.Workbook);
        if (!File.Exists(file)) File.WriteAllBytes(file, WorkbookBuilder.Build(EveryPack.BookOf(WorkedExample.Id).Pack));
        return folder;
    }
}
