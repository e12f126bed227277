using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Settings;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.DropFolder;

/// <summary>The worker's loop: recover, then pass after pass until it is stopped.</summary>
internal sealed class DropFolderService(
    Recovery recovery, Intake intake, InboxWatcher watcher, WorkerSettings settings, DropFolderRun run, IHostApplicationLifetime lifetime,
    WorkerState state, ILogger<DropFolderService> log) : BackgroundService
{
    // after an event the writer gets a moment: a large copy reports hundreds of changes a second
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private string? _trouble;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => LoopAsync(stoppingToken), stoppingToken);

    private async Task LoopAsync(CancellationToken stop)
    {
        log.LogInformation("开始接收：{Inbox}", Path.Combine(settings.Root, "inbox"));
        var recovered = false;
        while (!stop.IsCancellationRequested)
        {
            var pass = Attempt(ref recovered, stop);
            if (run.Once && pass.IsIdle)
            {
                lifetime.StopApplication();
                return;
            }

            await Task.Delay(Breath, stop);
            await watcher.WaitAsync(pass.NextDue is { } due && due < settings.ListInterval ? due : settings.ListInterval, stop);
        }
    }

    private IntakePass Attempt(ref bool recovered, CancellationToken stop)
    {
        try
        {
            if (!recovered) recovery.Run();
            recovered = true;
            var pass = intake.Run(stop);
            if (_trouble is not null) log.LogInformation("已恢复正常");
            _trouble = state.Trouble = null;
            return pass;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            // a share that is gone, a full disk, a locked ledger: said once, tried again at the next listing
            if (_trouble != e.Message) log.LogError(e, "暂时无法工作：{Problem}", DiskTrouble.Sentence(e));
            _trouble = e.Message;
            state.Trouble = DiskTrouble.Sentence(e);
            return default;
        }
    }
}
