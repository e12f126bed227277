using System.CommandLine;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>check</c>: reads workbooks and says what is wrong with them.</summary>
internal static class CheckVerb
{
    public static Command Create(Composition composition)
    {
        var paths = PathArgument.Create();
        var json = new Option<string?>("--json") { Description = "把检查结果写成 JSON 文件；- 表示写到标准输出", HelpName = "FILE" };
        var annotated = new Option<string?>("--annotated") { Description = "把带批注的工作簿写到此文件夹；原文件不改动", HelpName = "DIR" };
        var verb = new Command("check", "检查工作簿，列出问题") { paths, json, annotated };
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, opensFiles: true);
            if (host is null) return ExitCode.NotDone;
            var checker = host.Services.GetRequiredService<WorkbookChecker>();
            var output = parsed.InvocationConfiguration.Output;
            var terminal = new Terminal(output, parsed.InvocationConfiguration.Error, outputIsTaken: parsed.GetValue(json) == "-");
            return new CheckRun(checker, terminal, output).Run(parsed.GetValue(paths)!, parsed.GetValue(json), parsed.GetValue(annotated));
        });
        return verb;
    }
}
