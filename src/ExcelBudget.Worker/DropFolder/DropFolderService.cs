using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Health;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder;

/// <summary>The worker's loop: recover, then pass after pass until it is stopped.</summary>
internal sealed class DropFolderService(
    DropFolders folders, Recovery recovery, Intake intake, InboxWatcher watcher, FolderHealth health, LedgerCare ledgerCare,
        WorkerSettings settings,
    DropFolderRun run, IHostApplicationLifetime lifetime, ILogger<DropFolderService> log) : BackgroundService
{
    // after an event the writer gets a moment: a large copy reports hundreds of changes a second
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private const string Stopped = FolderHealth.Pause + "2";

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
            // whatever is made while the share is gone would stand where it is to come back
            if (!Directory.Exists(folders.Work)) throw new DirectoryNotFoundException(folders.Work);
            health.Tell("台账", ledgerCare.Look());
            if (!recovered) recovery.Run();
            recovered = true;
            var pass = intake.Run(stop);
            health.Tell(Stopped, []);
            health.Live();
            return pass;
        }
        catch (OperationCanceledException)
        {
            // asked to stop in the middle of a file: it stays in work and is taken up at the next start
            return default;
        }
        catch (Exception e)
        {
            // the edge of a pass: a share that is gone, a full disk, a locked ledger; said once, tried again at the next listing
            if (!health.IsPaused) log.LogDebug(e, "暂停的原因");
            health.Tell(Stopped, [("接收", $"暂时无法工作（{DiskTrouble.Sentence(e)}），文件留在原处，恢复后自动继续")]);
            health.Live();
            return default;
        }
    }
}
