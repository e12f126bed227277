using ExcelBudget.Worker.Demo.Year;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExcelBudget.Worker.Tests.County;

/// <summary>A made-up county on the real engine.</summary>
internal static class CountyPlace
{
    /// <summary>Builds the worker on a root, with a clock, as the program does.</summary>
    public static Func<TimeProvider, IHost> Worker(string root)
    {
        var composition = new Composition(services => services.AddBudgetEngine());
        var parsed = CommandLine.Create(composition).Parse([]);
        var overrides = new Dictionary<string, string?>
        {
            ["DropFolder:Root"] = root, ["Packs:Folder"] = Repository.Packs, ["Serilog:MinimumLevel:Default"] = "Error",
        };
        return time => composition.Build(parsed, new DropFolderRun { Once = true, IsQuiet = true }, overrides, time: time)!;
    }

    /// <summary>A county of some departments with a unit each.</summary>
    public static SimulatedYear Year(TempFolder temp, int units) => new(Worker(temp.Path), Pack, units, _ => { });

    /// <summary>The pack it works with.</summary>
    public static LoadedPack Pack(IServiceProvider services) => services.GetRequiredService<PackStore>().Find("hebei")!;
}
