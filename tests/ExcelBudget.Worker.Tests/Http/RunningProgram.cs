using System.Diagnostics;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>The program itself with <c>run</c>, as a process that opens files in further ones.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private RunningProgram(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>True while it runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts it with settings, as its environment tells them.</summary>
    public static RunningProgram Start(IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(IBudgetEngine).Assembly.Location, "run"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings)
            start.Environment["EXCELBUDGET_" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Stops it as a service manager does; it must end by itself and without a complaint.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            _process.ExitCode.ShouldBe(0, await _errors);
        }
        finally
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            _process.Dispose();
        }
    }
}
