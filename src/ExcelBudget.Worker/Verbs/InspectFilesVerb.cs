using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Isolation;
using ExcelBudget.Worker.Isolation.Wire;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary>
/// The process that opens files of strangers, started by the program itself; people do not see it. It stands beside the command line, not
/// in it: a clerk's check waits for its start, which needs neither verbs nor settings files.
/// </summary>
internal static class InspectFilesVerb
{
    /// <summary>True when this is what was started.</summary>
    public static bool IsAskedFor(string[] args) => args is [ThisProgram.InspectVerb];

    /// <summary>Answers until nobody asks any more.</summary>
    /// <param name="addEngine">Registers the engine.</param>
    /// <returns>The exit code.</returns>
    public static int Run(Action<IServiceCollection> addEngine)
    {
        using var questions = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();
        // whatever a library prints must not stand among the answers
        Console.SetOut(TextWriter.Null);
        if (Frames.Read(questions) is not { } first) return ExitCode.NotDone;
        var services = new ServiceCollection().AddLogging();
        addEngine(services);
        using var provider = services.AddVerbs(SettingsWire.Read(new WireReader(first.Message))).BuildServiceProvider();
        new FileInspector(provider.GetRequiredService<IBudgetEngine>(), Workers.Count).Run(questions, answers);
        return ExitCode.Clean;
    }
}
