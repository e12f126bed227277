using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;
using ExcelBudget.Worker.Prompt;
using Serilog;

namespace ExcelBudget.Worker.Verbs;

/// <summary>What happens between the operating system and a verb.</summary>
public static class ProgramEntry
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="addEngine">Registers the engine.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection> addEngine)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        if (InspectFilesVerb.IsAskedFor(args)) return InspectFilesVerb.Run(addEngine);
        return await RunAsync(args, addEngine, Console.Out, Console.Error, isProgram: true);
    }

    /// <summary>Runs one command line with its output going where the caller wants it.</summary>
    internal static async Task<int> RunAsync(
        string[] args, Action<IServiceCollection> addEngine, TextWriter output, TextWriter error, bool isProgram = false)
    {
        // the command line library's own messages follow the culture of the user interface
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var parsed = CommandLine.Create(new Composition(addEngine, isProgram), args.FirstOrDefault()).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            UsageErrors.Write(parsed, error);
            return ExitCode.NotDone;
        }

        try
        {
            // the host handles signals itself, and a short verb may simply end
            return await parsed.InvokeAsync(new()
            {
                Output = output,
                Error = error,
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception e)
        {
            // the edge of the program: a stack trace belongs into the log, never on an officer's screen
            Log.Fatal(e, "程序因内部错误停止");
            await error.WriteLineAsync("程序因内部错误停止，没有文件因此丢失。请将日志交给管理员；没有日志的，加 --log 文件 重新运行一次。");
            return ExitCode.NotDone;
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }
    }
}
