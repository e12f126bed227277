using System.Diagnostics;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.WholeLine;

/// <summary>The real program with the real engine and packs, as a process of its own.</summary>
internal static class RealProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>Exit code, standard output, standard error.</returns>
    public static Task<(int Code, string Output, string Error)> RunAsync(string folder, params string[] arguments) =>
        RunWithInputAsync(folder, default, arguments);

    /// <summary>Runs it to its end with packs of the test's own.</summary>
    /// <returns>Exit code, standard output, standard error.</returns>
    public static Task<(int Code, string Output, string Error)> RunWithPacksAsync(
        string folder, string packs, params string[] arguments) =>
        RunAsync(folder, packs, default, arguments);

    /// <summary>Runs it to its end with something on its standard input.</summary>
    /// <returns>Exit code, standard output, standard error.</returns>
    public static Task<(int Code, string Output, string Error)> RunWithInputAsync(
        string folder, ReadOnlyMemory<byte> input, params string[] arguments) =>
        RunAsync(folder, Repository.Packs, input, arguments);

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        string folder, string packs, ReadOnlyMemory<byte> input, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(IBudgetEngine).Assembly.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["EXCELBUDGET_Packs__Folder"] = packs;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.StandardInput.BaseStream.WriteAsync(input, patience.Token);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, error);
    }
}
