using System.CommandLine;
using ExcelBudget.Worker.Demo;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>demo</c>: the main job once, on every pack's samples.</summary>
internal static class DemoVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Composition composition)
    {
        var folder = new Option<string>(
            "--out")
        { Description = "结果写到此文件夹；默认 out/demo", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var verb = new Command("demo", "用样例走一遍全过程：生成工作簿、投递、检查、退回或生成情况说明") { folder };
        verb.SetAction(async (parsed, stop) => await RunAsync(composition, parsed, Path.GetFullPath(parsed.GetValue(folder)!), stop));
        return verb;
    }

    private static async Task<int> RunAsync(Composition composition, ParseResult parsed, string folder, CancellationToken stop)
    {
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            // an earlier demo's ledger would call every file a duplicate
            folder = Path.Combine(
                folder, TimeProvider.System.GetLocalNow().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture));
        }

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
