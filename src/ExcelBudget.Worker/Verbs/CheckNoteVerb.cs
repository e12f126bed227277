using System.CommandLine;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>check-note</c>: does an edited note still agree with its workbook.</summary>
internal static class CheckNoteVerb
{
    public static Command Create(Composition composition)
    {
        var note = new Argument<string>("NOTE.docx") { Description = "情况说明（Word 文档）" };
        var workbook = new Option<string>("--workbook") { Description = "与它核对的预算工作簿", HelpName = "FILE", Required = true };
        var json = new Option<string?>("--json") { Description = "把核对结果写成 JSON 文件；- 表示写到标准输出", HelpName = "FILE" };
        var annotated = new Option<string?>("--annotated") { Description = "把带批注的情况说明写到此文件夹；原文件不改动", HelpName = "DIR" };
        var verb = new Command("check-note", "核对情况说明与工作簿是否一致，列出问题所在的段落和句子") { note, workbook, json, annotated };
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, opensFiles: true);
            if (host is null) return ExitCode.NotDone;
            var output = parsed.InvocationConfiguration.Output;
            var terminal = new Terminal(output, parsed.InvocationConfiguration.Error, outputIsTaken: parsed.GetValue(json) == "-");
            var run = new CheckNoteRun(
                host.Services.GetRequiredService<WorkbookChecker>(), host.Services.GetRequiredService<NoteFiles>(), terminal, output);
            return run.Run(parsed.GetValue(note)!, parsed.GetValue(workbook)!, parsed.GetValue(json), parsed.GetValue(annotated));
        });
        return verb;
    }
}
