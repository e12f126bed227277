using System.CommandLine;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using ExcelBudget.Worker.Prompt;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>run</c>: the worker.</summary>
internal static class RunVerb
{
    public static Command Create(Composition composition)
    {
        var root = new Option<string?>("--root") { Description = "投递文件夹的根目录；默认取自设置 DropFolder:Root", HelpName = "DIR" };
        var once = new Option<bool>("--once") { Description = "处理完 inbox 中现有的文件后退出" };
        var verb = new Command("run", "运行接收程序：监看 inbox，检查投入的工作簿，把结果放入 accepted、returned 或 refused") { root, once };
        verb.SetAction((parsed, stop) =>
        {
            var overrides = new Dictionary<string, string?>();
            if (parsed.GetValue(root) is { } given) overrides["DropFolder:Root"] = given;
            return RunAsync(composition, parsed, new DropFolderRun { Once = parsed.GetValue(once) }, overrides, stop);
        });
        return verb;
    }

    /// <summary>Runs the worker with the settings alone: what no verb means.</summary>
    public static Task<int> RunAsync(Composition composition, ParseResult parsed, CancellationToken stop) =>
        RunAsync(composition, parsed, new DropFolderRun(), [], stop);

    internal static async Task<int> RunAsync(
        Composition composition, ParseResult parsed, DropFolderRun run, Dictionary<string, string?> overrides, CancellationToken stop)
    {
        using var host = composition.Build(parsed, run, overrides, opensFiles: true);
        if (host is null) return ExitCode.NotDone;
        var problems = Prepare(host.Services);
        foreach (var problem in problems) await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
        if (problems.Count > 0) return ExitCode.NotDone;
        await host.RunAsync(stop);
        return run is { Once: true, Failed: > 0 } ? ExitCode.ErrorsFound : ExitCode.Clean;
    }

    private static IReadOnlyList<string> Prepare(IServiceProvider services)
    {
        var problems = services.GetRequiredService<FolderProbe>().Problems();
        if (problems.Count > 0) return problems;
        if (services.GetRequiredService<SingleWorkerLock>().Take() is { } taken) return [taken];
        try
        {
            services.GetRequiredService<ILedger>();
            return [];
        }
        catch (LedgerVersionException e)
        {
            return [e.Message];
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return [$"台账打不开：{DiskTrouble.Sentence(e)}。"];
        }
    }
}
