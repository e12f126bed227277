using System.Globalization;
using System.Text;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>Writes all outputs of a judged submission aside and fixes their final names in the ledger.</summary>
internal sealed class Drafting(DropFolders folders, ILedger ledger, IFaultPoints faults)
{
    /// <summary>Name in staging of the copy of the original that goes to the archive.</summary>
    public const string JudgedKind = "judged";

    /// <summary>Stages the outputs.</summary>
    /// <returns>The submission in state Drafted; null when the original changed since it was read, and all must be done again.</returns>
    public Submission? Draft(Submission submission, Judgement judgement)
    {
        var drafted = submission with { State = SubmissionState.Drafted, ArchivePath = ArchivePath(submission) };
        var files = ResultFiles.Of(drafted, judgement, FolderOf(drafted));
        var version = FirstFreeVersion(files);
        Stage(drafted, files);
        if (FileOperations.Hash(folders.StagedOf(drafted, JudgedKind)) != submission.Sha256) return null;
        ledger.Save(drafted, [.. files.Select(file => OutputOf(drafted, file, version, judgement.IsAboutContent && drafted.Counts))],
            "结果已备好");
        faults.Reach(FaultPoint.DraftAfterConfirm);
        return drafted;
    }

    // given out once, also to a unit that is renamed later or whose name looks like another's
    private string FolderOf(Submission submission)
    {
        if (ResultKey.Of(submission) is not { } key || !submission.Counts
            || submission.Verdict != Domain.Findings.Verdict.Accepted) return "";
        var name = string.Create(CultureInfo.InvariantCulture, $"{key.UnitCode} {submission.UnitName} {key.Year}年 {key.Step}").TrimEnd();
        var whole = string.Create(CultureInfo.InvariantCulture, $"{key.Pack} {key.UnitCode} {key.Year} {key.Step}").TrimEnd();
        return ledger.FolderOf(key, [SafeName.Of(name), SafeName.Of($"{name}（{key.Pack}）"), SafeName.Of(whole),
            SafeName.Of($"{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(whole))}")]);
    }

    private static string ArchivePath(Submission submission)
    {
        var year = submission.ReceivedAt.Year.ToString("D4", CultureInfo.InvariantCulture);
        return $"{DropFolders.Archive}/{year}/{submission.Id} {SafeName.OfFile(submission.Name)}";
    }

    // all files of one submission carry the same version mark
    private int FirstFreeVersion(IReadOnlyList<ResultFile> files)
    {
        var version = 1;
        while (files.Any(file => ledger.IsTaken(file.PathOf(version)) || Path.Exists(folders.In(file.PathOf(version))))) version++;
        return version;
    }

    private void Stage(Submission submission, IReadOnlyList<ResultFile> files)
    {
        var staging = folders.StagingOf(submission);
        WorkFolder.Clear(staging);
        Directory.CreateDirectory(staging);
        // a writer may go on for ever: from here on only this copy counts, and it is what was judged or all is done again
        FileOperations.CopyNew(folders.OriginalOf(submission), folders.StagedOf(submission, JudgedKind));
        foreach (var file in files)
        {
            var path = folders.StagedOf(submission, file.Kind);
            if (file.Content is null) FileOperations.CopyNew(folders.StagedOf(submission, JudgedKind), path);
            else FileOperations.WriteNew(path, file.Content);
            faults.Reach(FaultPoint.DraftBetweenFiles);
        }

        DirectoryFlush.Flush(staging);
        faults.Reach(FaultPoint.DraftAfterFlush);
    }

    private Output OutputOf(Submission submission, ResultFile file, int version, bool once) => new()
    {
        Submission = submission.Id,
        Kind = file.Kind,
        FinalPath = file.PathOf(version),
        Sha256 = FileOperations.Hash(folders.StagedOf(submission, file.Kind)),
        ResultKey = once
            ? string.Join('|', new[] { submission.Sha256, submission.EngineVersion, file.Kind, submission.Workbook }.OfType<string>())
            : null,
    };
}
