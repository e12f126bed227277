using System.CommandLine;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Isolation;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary>The process that opens files of strangers, started by the program itself; people do not see it.</summary>
internal static class InspectFilesVerb
{
    public static Command Create(Composition composition)
    {
        var verb = new Command(ThisProgram.InspectVerb, "程序自用：在单独的进程中打开文件") { Hidden = true };
        verb.SetAction(parsed =>
        {
            using var services = composition.BuildEngine(parsed);
            if (services is null) return ExitCode.NotDone;
            using var questions = Console.OpenStandardInput();
            using var answers = Console.OpenStandardOutput();
            // whatever a library prints must not stand among the answers
            Console.SetOut(TextWriter.Null);
            new FileInspector(services.GetRequiredService<IBudgetEngine>(), Workers.Count).Run(questions, answers);
            return ExitCode.Clean;
        });
        return verb;
    }
}
