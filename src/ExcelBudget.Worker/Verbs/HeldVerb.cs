using System.CommandLine;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>held</c>: the files the clerk must look at first.</summary>
internal static class HeldVerb
{
    public static Command Create(Composition composition)
    {
        var root = RootOption.Create();
        var id = new Argument<string>("ID") { Description = "报送编号" };
        var person = new Option<string>("--by") { Description = "经办人姓名", HelpName = "NAME", Required = true };
        var reason = new Option<string>("--reason") { Description = "放行的理由", HelpName = "TEXT", Required = true };
        var list = new Command("list", "列出待核的文件") { root };
        list.SetAction(parsed => Run(composition, parsed, root, (held, terminal) =>
        {
            var lines = held.Lines().ToArray();
            foreach (var line in lines) terminal.Say(line);
            if (lines.Length == 0) terminal.Say("没有待核的文件。");
            return ExitCode.Clean;
        }));
        var release = new Command("release", "核实无误，放行一份待核的文件；它会重新进入 inbox") { id, person, reason, root };
        release.SetAction(parsed => Run(composition, parsed, root, (held, terminal) =>
        {
            var problem = held.Release(parsed.GetValue(id)!, parsed.GetValue(person)!, parsed.GetValue(reason)!);
            if (problem is not null) terminal.Complain(problem);
            else terminal.Say("已放行，文件已重新放入 inbox。");
            return problem is null ? ExitCode.Clean : ExitCode.NotDone;
        }));
        return new Command("held", "待核的文件：来路或先后有疑问、须财政局核实的报送") { list, release };
    }

    private static int Run(
        Composition composition, ParseResult parsed, Option<string?> root, Func<HeldRun, Terminal, int> act)
    {
        using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root));
        if (host is null) return ExitCode.NotDone;
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var (settings, time) = (host.Services.GetRequiredService<WorkerSettings>(), host.Services.GetRequiredService<TimeProvider>());
        if (!File.Exists(settings.LedgerFile))
        {
            terminal.Complain($"没有台账：{settings.LedgerFile}");
            return ExitCode.NotDone;
        }

        try
        {
            using var ledger = new SqliteLedger(settings.LedgerFile, time);
            return act(new HeldRun(settings, ledger, time), terminal);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"做不成：{DiskTrouble.Sentence(e)}。");
            return ExitCode.NotDone;
        }
    }
}
