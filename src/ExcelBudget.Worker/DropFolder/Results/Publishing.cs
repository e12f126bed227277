using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>Renames staged outputs to their final names, then the original into the archive. Repeating a step changes nothing.</summary>
internal sealed class Publishing(
    DropFolders folders, ILedger ledger, Superseding superseding, IFaultPoints faults, ILogger<Publishing> log)
{
    /// <summary>Publishes all outputs.</summary>
    /// <returns>The submission in state Published, or Claimed when outputs were lost or a name was taken and all is made again.</returns>
    public Submission Publish(Submission submission)
    {
        var outputs = ledger.Outputs(submission.Id);
        foreach (var output in outputs)
        {
            if (!Place(submission, output)) return StartAgain(submission, outputs);
            faults.Reach(FaultPoint.PublishAfterRename);
        }

        foreach (var folder in outputs.Select(FolderOf).Distinct()) DirectoryFlush.Flush(folder);
        superseding.Retire(submission);
        var published = submission with { State = SubmissionState.Published };
        ledger.Save(published, "结果已发布");
        faults.Reach(FaultPoint.PublishAfterConfirm);
        return published;
    }

    /// <summary>Moves the original into the archive and ends the submission.</summary>
    public Submission Archive(Submission submission)
    {
        var original = folders.OriginalOf(submission);
        var target = folders.In(submission.ArchivePath!);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (File.Exists(original)) FileOperations.Rename(original, target);
        else if (!File.Exists(target)) log.LogError("{File}（{Id}）的原件已不在 work 文件夹中，无法存档", submission.Name, submission.Id);
        DirectoryFlush.Flush(Path.GetDirectoryName(target)!);
        faults.Reach(FaultPoint.ArchiveAfterRename);
        var archived = submission with { State = SubmissionState.Archived };
        ledger.Save(archived, "原件已存档");
        faults.Reach(FaultPoint.ArchiveAfterConfirm);
        WorkFolder.Clear(folders.WorkOf(submission));
        return archived;
    }

    private bool Place(Submission submission, Output output)
    {
        var staged = folders.StagedOf(submission, output.Kind);
        var final = folders.In(output.FinalPath);
        if (IsPublished(output)) return true;
        if (!File.Exists(staged) || Path.Exists(final)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        FileOperations.Rename(staged, final);
        return true;
    }

    private bool IsPublished(Output output)
    {
        var final = folders.In(output.FinalPath);
        return File.Exists(final) && FileOperations.Hash(final) == output.Sha256;
    }

    private Submission StartAgain(Submission submission, IReadOnlyList<Output> outputs)
    {
        log.LogWarning("{File}（{Id}）的结果未能发布，重新生成", submission.Name, submission.Id);
        foreach (var output in outputs.Where(IsPublished)) File.Delete(folders.In(output.FinalPath));
        var again = submission with { State = SubmissionState.Claimed };
        ledger.Save(again, [], "重新生成结果");
        return again;
    }

    private string FolderOf(Output output) => Path.GetDirectoryName(folders.In(output.FinalPath))!;
}
