using System.CommandLine;
using ExcelBudget.Worker.County.Keeping;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>ledger</c>: verifies, exports and backs up the ledger.</summary>
internal static class LedgerVerb
{
    public static Command Create(Composition composition)
    {
        var folder = new Option<string>("--out") { Description = "写到此文件夹", HelpName = "DIR", Required = true };
        var target = new Option<string>("--out") { Description = "备份文件，或放备份的文件夹", HelpName = "FILE", Required = true };
        return new Command("ledger", "台账：核验、导出、备份；接收程序运行时也可以用")
        {
            Verb("verify", "核验台账：逐条核对流水的校验值，指出第一处断开或被改动的地方", null, composition, (commands, _) => commands.Verify()),
            Verb("export", "把台账导出为 CSV 和 Excel", folder, composition, (commands, parsed) => commands.Export(parsed.GetValue(folder)!)),
            Verb("backup", "备份台账", target, composition, (commands, parsed) => commands.Backup(parsed.GetValue(target)!)),
        };
    }

    private static Command Verb(
        string name, string description, Option? option, Composition composition, Func<LedgerCommands, ParseResult, int> act)
    {
        var root = RootOption.Create();
        var verb = new Command(name, description) { root };
        if (option is not null) verb.Add(option);
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root));
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var file = host.Services.GetRequiredService<WorkerSettings>().LedgerFile;
            return act(new LedgerCommands(terminal, file, host.Services.GetRequiredService<TimeProvider>()), parsed);
        });
        return verb;
    }
}
