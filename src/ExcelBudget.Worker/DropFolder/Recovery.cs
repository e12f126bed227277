using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder;

/// <summary>
/// At start, before the inbox is listed: settles every open row, and takes in originals in work that no open row knows (the ledger was
/// lost or replaced), so that nothing that was dropped stays behind.
/// </summary>
internal sealed class Recovery(
    DropFolders folders, ILedger ledger, Claims claims, OneFile oneFile, IFaultPoints faults, ILogger<Recovery> log)
{
    public void Run()
    {
        var open = ledger.Open();
        if (open.Count > 0) log.LogInformation("上次未完成的文件 {Count} 份，继续处理", open.Count);
        foreach (var submission in open)
        {
            oneFile.Advance(submission);
            faults.Reach(FaultPoint.RecoverAfterEachRow);
        }

        foreach (var folder in Directory.GetDirectories(folders.Work)) TakeIn(folder);
    }

    private void TakeIn(string folder)
    {
        var id = Path.GetFileName(folder);
        var known = ledger.Find(id);
        if (known is { IsSettled: false }) return;
        var original = Directory.EnumerateFiles(folder, "original*").FirstOrDefault();
        if (original is not null && IsArchived(known, original)) File.Delete(original);
        else if (original is not null)
        {
            log.LogWarning("work 中有台账未记录的原件 {Id}，重新处理", id);
            var file = new FileInfo(original);
            var submission = claims.Take(new SeenFile(original, file.Length, file.LastWriteTimeUtc.Ticks));
            if (submission.State == SubmissionState.Claimed) oneFile.Advance(submission);
        }

        // only what the worker made itself is cleared: an original that could not be taken stays
        if (IsOurs(folder) && !Directory.EnumerateFiles(folder, "original*").Any()) WorkFolder.Clear(folder);
    }

    // the worker ended after it had archived the copy it judged, and before it cleared its work
    private bool IsArchived(Submission? settled, string original) => settled?.ArchivePath is { } path && File.Exists(folders.In(path))
        && FileOperations.Hash(folders.In(path)) == FileOperations.Hash(original);

    private bool IsOurs(string folder) =>
        ledger.Find(Path.GetFileName(folder)) is not null || Directory.EnumerateFileSystemEntries(folder)
            .All(entry => Path.GetFileName(entry) == "staging");
}
