using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Health;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder;

/// <summary>What one pass found.</summary>
/// <param name="IsIdle">True when the inbox is empty and no submission is open.</param>
/// <param name="NextDue">When a file may become complete; null when none is watched.</param>
internal readonly record struct IntakePass(bool IsIdle, TimeSpan? NextDue);

/// <summary>取件。One pass: finish what is open, list the inbox in full, take each complete file and bring it to its end.</summary>
internal sealed class Intake(
    DropFolders folders, ILedger ledger, QuietFiles quiet, Claims claims, OneFile oneFile, WorkerSettings settings, TimeProvider time,
    FolderHealth health, ILogger<Intake> log)
{
    private readonly Backoff _backoff = new(time, settings.Quiet);

    public IntakePass Run(CancellationToken stop)
    {
        foreach (var submission in ledger.Open())
        {
            stop.ThrowIfCancellationRequested();
            oneFile.Advance(submission);
        }

        Directory.CreateDirectory(folders.Inbox);
        Directory.CreateDirectory(folders.TrialInbox);
        var troubles = new List<InboxTrouble>();
        var listing = InboxListing.List(folders, troubles);
        var complete = quiet.Observe(listing).Where(file => !_backoff.IsWaiting(file.Path)).ToArray();
        health.Tell("投递", troubles.Concat(quiet.Unread).Select(trouble => (SafeText.Line(folders.Relative(trouble.Path)),
            trouble.Sentence)));
        // a note dropped together with its workbook finds it accepted
        foreach (var file in complete.OrderBy(file => SubmissionKinds.Of(file.Path)))
        {
            if (DiskIsFull()) break;
            Take(file, stop);
        }

        if (complete.Length == 0) DiskIsFull();
        var isIdle = listing.Count == complete.Length && ledger.Open().Count == 0 && InboxListing.List(folders).Count == 0;
        return new(isIdle, quiet.NextDue);
    }

    private void Take(SeenFile file, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var submission = claims.Take(file);
        if (submission.State == SubmissionState.Claimed)
        {
            _backoff.Forget(file.Path);
            oneFile.Advance(submission);
            return;
        }

        quiet.Restart(file);
        if (_backoff.Postpone(file.Path) && File.Exists(file.Path)) log.LogWarning("暂时取不走 {File}（可能正被打开），稍后重试", SafeText.Line(file.Path));
    }

    // looked at before each file: one pass may take thousands
    private bool DiskIsFull()
    {
        var free = new DriveInfo(folders.Root).AvailableFreeSpace;
        var isFull = free < settings.MinFreeBytes;
        health.Tell(FolderHealth.Pause, isFull
            ? [("磁盘", $"剩余空间只有 {free >> 20} MB，不足 {settings.MinFreeBytes >> 20} MB，暂停取件，文件留在 inbox；清理后自动继续")] : []);
        return isFull;
    }
}
