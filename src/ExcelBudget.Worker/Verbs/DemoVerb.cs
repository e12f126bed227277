using System.CommandLine;
using ExcelBudget.Worker.Demo;
using ExcelBudget.Worker.Demo.Year;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>demo</c>: the main job once, on every pack's samples.</summary>
internal static class DemoVerb
{
    public static Command Create(Composition composition)
    {
        var folder = new Option<string>(
            "--out")
        { Description = "结果写到此文件夹；默认 out/demo", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var county = new Option<int?>("--county") { Description = "改为模拟一个有这么多部门的县的一年，最后给出进度表", HelpName = "N" };
        var prepare = new Option<bool>("--prepare") { Description = "与 --county 同用：只写出名册和数据，自己动手下发、报送" };
        county.Validators.Add(result =>
        {
            if (result.GetValue(county) is < 1 or > 5000) result.AddError("--county 应为 1 到 5000 之间的整数");
        });
        var verb = new Command("demo", "用样例走一遍全过程：生成工作簿、投递、检查、退回或生成情况说明") { folder, county, prepare };
        verb.SetAction(async (parsed, stop) => parsed.GetValue(county) is { } departments
            ? County(composition, parsed, Fresh(Path.GetFullPath(parsed.GetValue(folder)!)), departments, parsed.GetValue(prepare))
            : await RunAsync(composition, parsed, Fresh(Path.GetFullPath(parsed.GetValue(folder)!)), stop));
        return verb;
    }

    /// <summary>
    /// The folder itself while it is empty, else a new one in it: an earlier demo's ledger would call every file a duplicate.
    /// </summary>
    private static string Fresh(string folder) => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
        ? Path.Combine(folder, TimeProvider.System.GetLocalNow()
            .ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture))
        : folder;

    private static int County(Composition composition, ParseResult parsed, string folder, int departments, bool onlyPrepares)
    {
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var overrides = new Dictionary<string, string?> { ["DropFolder:Root"] = folder, ["Serilog:MinimumLevel:Default"] = "Error" };
        IHost Build(TimeProvider time) =>
            composition.Build(parsed, new DropFolderRun { Once = true, IsQuiet = true }, overrides, time: time)!;
        var demo = new CountyDemo(Build, terminal, folder, departments);
        return onlyPrepares ? demo.Prepare() : demo.Run();
    }

    private static async Task<int> RunAsync(Composition composition, ParseResult parsed, string folder, CancellationToken stop)
    {
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        DemoRun demo;
        using (var host = composition.Build(parsed))
        {
            if (host is null) return ExitCode.NotDone;
            demo = new DemoRun(host.Services.GetRequiredService<PackStore>(), terminal, folder);
            if (demo.Prepare() == 0) return ExitCode.NotDone;
        }

        terminal.Say("接收、检查：");
        var overrides =
            new Dictionary<string, string?>
            {
                ["DropFolder:Root"] = demo.Root,
                ["DropFolder:QuietSeconds"] = "0.3",
                ["DropFolder:ListIntervalSeconds"] = "0.2"
            };
        var result = await RunVerb.RunAsync(composition, parsed, new DropFolderRun { Once = true }, overrides, stop);
        if (result == ExitCode.NotDone) return result;
        demo.ShowResults();
        return ExitCode.Clean;
    }
}
