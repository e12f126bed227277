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
        var judged = folders.StagedOf(submission, Drafting.JudgedKind);
        if (!File.Exists(target) && File.Exists(judged)) FileOperations.Rename(judged, target);
        // one that an older program has staged
        else if (!File.Exists(target) && File.Exists(original)) FileOperations.Rename(original, target);
        if (!File.Exists(target)) log.LogError("{File}（{Id}）的原件已不在 work 文件夹中，无法存档", SafeText.Line(submission.Name), submission.Id);
        else if (File.Exists(original) && FileOperations.Hash(original) != submission.Sha256) TakeBack(submission, original);
        DirectoryFlush.Flush(Path.GetDirectoryName(target)!);
        faults.Reach(FaultPoint.ArchiveAfterRename);
        var archived = submission with { State = SubmissionState.Archived };
        ledger.Save(archived, "原件已存档");
        faults.Reach(FaultPoint.ArchiveAfterConfirm);
        WorkFolder.Clear(folders.WorkOf(submission));
        return archived;
    }

    // somebody went on writing after the file was judged: what he wrote is a drop of its own
    private void TakeBack(Submission submission, string original)
    {
        var source = folders.In(submission.SourcePath);
        if (!submission.SourcePath.StartsWith("inbox/", StringComparison.Ordinal)) source = Path.Combine(folders.Inbox,
            Path.GetFileName(original));
        for (var number = 2; Path.Exists(source); number++)
        {
            source = Path.Combine(
                Path.GetDirectoryName(source)!, $"{Path.GetFileNameWithoutExtension(submission.SourcePath)}（{number}"
                    + $"）{Path.GetExtension(source)}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        FileOperations.Rename(original, source);
        log.LogWarning("{File} 取走以后仍有人在写，后写的内容作为新的一份处理", SafeText.Line(submission.Name));
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
        log.LogWarning("{File}（{Id}）的结果未能发布，重新生成", SafeText.Line(submission.Name), submission.Id);
        foreach (var output in outputs.Where(IsPublished)) File.Delete(folders.In(output.FinalPath));
        var again = submission with { State = SubmissionState.Claimed };
        ledger.Save(again, [], "重新生成结果");
        return again;
    }

    private string FolderOf(Output output) => Path.GetDirectoryName(folders.In(output.FinalPath))!;
}
