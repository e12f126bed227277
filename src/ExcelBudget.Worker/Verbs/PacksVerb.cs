using System.CommandLine;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Packs;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>packs</c>: lists, verifies and builds packs.</summary>
internal static class PacksVerb
{
    public static Command Create(Composition composition)
    {
        var some = new Argument<string?>("PACK") { Description = "表样包；不写则检查全部", Arity = ArgumentArity.ZeroOrOne };
        var one = new Argument<string>("PACK") { Description = "表样包" };
        var force = new Option<bool>("--force") { Description = "即使模板已被人修改也重新生成（原有修改会丢失）" };
        var file = new Argument<string>("FORMS") { Description = "正式下发的表样（xlsx）" };
        var id = new Option<string>("--id") { Description = "新表样包的名称（小写拼音），也是文件夹名", Required = true };
        var watch = new Option<bool>("--watch") { Description = "文件一有改动就再检查一遍，按 Ctrl+C 结束" };
        return new Command("packs", "表样包：列出、检查、生成模板")
        {
            Verb("list", "列出表样包", [], composition, (commands, _) => commands.List()),
            Verb("verify", "检查表样包，逐条指出文件和行", [some, watch], composition, (commands, parsed) =>
                parsed.GetValue(watch) ? commands.Watch(parsed.GetValue(some)) : commands.Verify(parsed.GetValue(some))),
            Verb("draft", "把正式下发的 Excel 表样读成一个表样包草稿", [file, id], composition, (commands, parsed) =>
                commands.Draft(parsed.GetValue(file)!, parsed.GetValue(id)!)),
            Verb("build", "由表样生成 workbook.xlsx 和 note.docx", [one, force], composition, (commands, parsed) =>
                commands.Build(parsed.GetValue(one)!, parsed.GetValue(force))),
            Verb("release", "表样改版前：把现行版本存进 earlier，并把版本号加一", [one], composition, (commands, parsed) =>
                commands.Release(parsed.GetValue(one)!)),
        };
    }

    private static Command Verb(
        string name, string description, Symbol[] symbols, Composition composition, Func<PackCommands, ParseResult, int> act)
    {
        var verb = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) verb.Add(argument);
            else verb.Add((Option)symbol);
        }

        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed);
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var services = host.Services;
            return act(new PackCommands(
                services.GetRequiredService<PackStore>(), terminal, services.GetRequiredService<ILogger<PackCommands>>()), parsed);
        });
        return verb;
    }
}
