using System.Reflection;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Operations;

/// <summary>Writes the health file while the worker runs, and removes it when it is stopped in good order.</summary>
internal sealed class HealthService(
    WorkerSettings settings, WorkerState state, ILedger ledger, RegisterSource county, TimeProvider time, ILogger<HealthService> log)
    : BackgroundService
{
    /// <summary>How often it is written.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long _waitingSince;
    private bool _couldNotWrite;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Write();
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        File.Delete(HealthReport.PathIn(settings.Root));
    }

    private void Write()
    {
        try
        {
            // made while the share is gone it would stand where the share is to come back
            if (Directory.Exists(Path.Combine(settings.Root, "work")))
                FileOperations.Replace(HealthReport.PathIn(settings.Root), Look().ToJson());
            _couldNotWrite = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // said once; a health file that grows old says the same to whoever asks
            if (!_couldNotWrite) log.LogError(fault, "写不出运行状况文件：{Problem}", DiskTrouble.Sentence(fault));
            _couldNotWrite = true;
        }
    }

    private HealthReport Look()
    {
        var problems = new List<string>();
        if (state.Trouble is { } trouble) problems.Add($"暂时无法工作：{trouble}");
        var inbox = Path.Combine(settings.Root, "inbox");
        var waiting = Directory.Exists(inbox) ? InboxListing.List(inbox).Count : 0;
        if (waiting == 0) _waitingSince = 0;
        else if (_waitingSince == 0) _waitingSince = time.GetTimestamp();
        var patience = settings.Quiet + settings.Incomplete + TimeSpan.FromMinutes(10);
        if (_waitingSince != 0 && time.GetElapsedTime(_waitingSince) > patience)
            problems.Add($"inbox 里有 {waiting} 个文件，已 {(int)time.GetElapsedTime(_waitingSince).TotalMinutes} 分钟没有取空");
        var free = new DriveInfo(settings.Root).AvailableFreeSpace;
        if (free < settings.MinFreeBytes) problems.Add($"磁盘剩余空间只有 {free >> 20} MB，已暂停取件");
        if (county.Current is { HasErrors: true } reading) problems.Add($"县级名册有 {reading.Faults.Count} 处问题，请用 county check 查看");
        return new HealthReport
        {
            At = time.GetUtcNow(),
            Version = Version,
            Process = Environment.ProcessId,
            Waiting = waiting,
            Open = Open(problems),
            FreeMegabytes = free >> 20,
            MemoryMegabytes = Environment.WorkingSet >> 20,
            Problems = problems,
        };
    }

    private int Open(List<string> problems)
    {
        try
        {
            return ledger.Open().Count;
        }
        catch (SqliteException fault)
        {
            problems.Add($"台账：{DiskTrouble.Sentence(fault)}");
            return 0;
        }
    }

    private static string Version =>
        typeof(HealthService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
