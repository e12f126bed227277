using System.Diagnostics;
using System.Text.Json;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>The worker as a process of its own, which can be killed.</summary>
internal sealed class WorkerProcess(TempFolder temp, bool watch = true) : IDisposable
{
    private Process? _process;

    /// <summary>Seconds that one file may take; a busy machine takes many for a sound one.</summary>
    public int Seconds { get; init; } = 30;

    /// <summary>Waits until something is so.</summary>
    public async Task<bool> UntilAsync(Func<bool> condition)
    {
        for (var wait = 0; wait < 600 && !_process!.HasExited; wait++)
        {
            if (condition()) return true;
            await Task.Delay(100);
        }

        return false;
    }

    /// <summary>SIGTERM.</summary>
    /// <returns>How long it took to end.</returns>
    public async Task<TimeSpan> TerminateAsync()
    {
        var since = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await EndAsync();
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Starts the worker.</summary>
    public WorkerProcess Start(string? killAt = null, bool once = true, string? root = null)
    {
        var settings = temp.Write("设置.json", JsonSerializer.SerializeToUtf8Bytes(new
        {
            DropFolder = new
            {
                Root = root ?? temp.In("根"),
                ListIntervalSeconds = 0.1,
                QuietSeconds = 0.3,
                IncompleteSeconds = 30,
                Watch =
                watch
            },
            Inspection = new { Seconds, MaxMegabytes = 300 },
            Logs = new { Folder = temp.In("日志") },
            Page = new { Port = 0 },
        }));
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(FakeEngine).Assembly.Location, "run", "--settings", settings])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (once) start.ArgumentList.Add("--once");
        if (killAt is not null) start.Environment[KillingFaultPoints.Variable] = killAt;
        _process = Process.Start(start)!;
        return this;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Exit code and what it said on standard error.</returns>
    public async Task<(int Code, string Error)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = _process!.StandardOutput.ReadToEndAsync(patience.Token);
        var error = await _process.StandardError.ReadToEndAsync(patience.Token);
        await output;
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, error);
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync()
    {
        _process!.Kill();
        return EndAsync();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false }) _process.Kill();
        _process?.Dispose();
    }
}
