using System.CommandLine;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.NoteWriting;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>note</c>: the Word note of each workbook, or an edited note brought up to date with its workbook.</summary>
internal static class NoteVerb
{
    public static Command Create(Composition composition)
    {
        var paths = PathArgument.Create();
        var folder = new Option<string>("--out") { Description = "情况说明（Word 文档）写到此文件夹", HelpName = "DIR", Required = true };
        var from = new Option<string?>("--from") { Description = "单位改写过的情况说明：数和表按工作簿更新，改写的文字保留；原文件不改动", HelpName = "NOTE.docx" };
        var verb = new Command("note", "由工作簿生成部门预算公开情况说明（Word 文档）") { paths, folder, from };
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, opensFiles: true);
            if (host is null) return ExitCode.NotDone;
            var checker = host.Services.GetRequiredService<WorkbookChecker>();
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(from) is not { } edited)
                return new NoteRun(checker, terminal, parsed.GetValue(folder)!).Run(parsed.GetValue(paths)!);
            return new ReissueRun(checker, host.Services.GetRequiredService<NoteFiles>(), terminal)
                .Run(parsed.GetValue(paths)!, parsed.GetValue(folder)!, edited);
        });
        return verb;
    }
}
