using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>
/// Takes a file: the intent is committed, the file renamed to a name nobody else uses, the claim confirmed. Whatever happens in
/// between, <see cref="Settle"/> tells from the disk how far it came.
/// </summary>
internal sealed class Claims(DropFolders folders, ILedger ledger, SubmissionIds ids, IFaultPoints faults)
{
    /// <summary>Takes a file that stands still.</summary>
    /// <returns>The claimed submission; a withdrawn one when the file could not be taken.</returns>
    public Submission Take(SeenFile file)
    {
        faults.Reach(FaultPoint.ClaimBeforeIntent);
        var (id, at) = ids.Next();
        var submission = new Submission
        {
            Id = id,
            State = SubmissionState.Claiming,
            SourcePath = folders.Relative(file.Path),
            Name = SafeName.Normalised(Path.GetFileName(file.Path)),
            Kind = SubmissionKinds.Of(file.Path),
            Size = file.Size,
            ModifiedTicks = file.ModifiedTicks,
            ReceivedAt = at,
            Department = SafeName.Department(folders.Relative(file.Path)),
            IsTrial = folders.Relative(file.Path).StartsWith(DropFolders.Trial + "/", StringComparison.Ordinal),
        };
        ledger.Add(submission, "准备取件");
        faults.Reach(FaultPoint.ClaimAfterIntent);
        Directory.CreateDirectory(folders.WorkOf(submission));
        try
        {
            FileOperations.Rename(file.Path, folders.OriginalOf(submission));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // a writer still holds it, it was withdrawn, or the folder cannot be written: the disk tells below
        }

        DirectoryFlush.Flush(folders.WorkOf(submission));
        DirectoryFlush.Flush(folders.Work);
        faults.Reach(FaultPoint.ClaimAfterRename);
        return Settle(submission);
    }

    /// <summary>Brings a claim to its end by what stands on the disk: in work it is claimed, else nothing was taken.</summary>
    public Submission Settle(Submission submission)
    {
        var taken = File.Exists(folders.OriginalOf(submission));
        var settled = submission with { State = taken ? SubmissionState.Claimed : SubmissionState.Withdrawn };
        ledger.Save(settled, Note(taken, submission));
        faults.Reach(FaultPoint.ClaimAfterConfirm);
        if (!taken) WorkFolder.Clear(folders.WorkOf(settled));
        return settled;
    }

    private string Note(bool taken, Submission submission)
    {
        if (taken) return "已取件";
        return File.Exists(folders.In(submission.SourcePath)) ? "未能取件，文件仍在原处" : "取件前文件已被移走";
    }
}
