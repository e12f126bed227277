using System.Diagnostics;

namespace ExcelBudget.TestSupport;

/// <summary>Programs that people use beside ours, and that tests take as second readers.</summary>
public static class OtherProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It ended with a code other than 0, or not at all.</exception>
    public static string Run(string program, params string[] arguments) => End(program, arguments).Output;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it complained of, on its error stream; empty when it was content.</returns>
    /// <exception cref="InvalidOperationException">It ended with a code other than 0, or not at all.</exception>
    public static string Complaints(string program, params string[] arguments) => End(program, arguments).Error.Trim();

    private static (string Output, string Error) End(string program, string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end");
        }

        return process.ExitCode == 0 ? (output.Result, error.Result)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error.Result}");
    }

    /// <summary>Runs statements in Debian's Python, which has openpyxl; the arguments are in <c>sys.argv[1:]</c>.</summary>
    public static string Python(string statements, params string[] arguments) => Run("/usr/bin/python3", ["-c", statements, .. arguments]);
}
