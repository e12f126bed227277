using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>
/// Takes a zip of workbooks and notes apart: each document becomes a submission of its own, with an id made from the zip's, so that doing
/// it again after a crash makes nothing twice. A zip inside a zip is not taken apart.
/// </summary>
internal sealed class Unpacking(DropFolders folders, ILedger ledger, WorkerSettings settings, ILogger<Unpacking> log)
{
    /// <summary>Takes a zip apart.</summary>
    /// <param name="submission">A claimed submission.</param>
    /// <param name="reason">Why it cannot be taken apart; null when it was, and when it is no zip of documents.</param>
    /// <returns>The zip itself, done but for its place in the archive; null when it is to be judged like any file.</returns>
    public Submission? Take(Submission submission, out UnreadableReason? reason)
    {
        reason = null;
        var isZip = SafeName.Extension(submission.Name) == ".zip" && submission.Parent is null
            && settings.TooLarge(submission.Size) is null;
        if (!isZip) return null;
        var content = FileOperations.ReadShared(folders.OriginalOf(submission));
        var number = 0;
        var count = ArchiveGuard.Unpack(content, settings.Limits, member => Add(submission, member, ++number), out reason);
        if (count is null) return null;
        var year = submission.ReceivedAt.Year.ToString("D4", CultureInfo.InvariantCulture);
        var done = submission with
        {
            State = SubmissionState.Published,
            Sha256 = FileOperations.Hash(content),
            ArchivePath = $"{DropFolders.Archive}/{year}/{submission.Id} {SafeName.OfFile(submission.Name)}",
        };
        ledger.Save(done, $"压缩包已拆成 {count} 份");
        log.LogInformation("{File} 是压缩包，已拆成 {Count} 份分别处理", SafeText.Line(submission.Name), count);
        return done;
    }

    private void Add(Submission zip, ArchiveMember member, int number)
    {
        var path = member.Name.Split('/');
        if (path.Any(name => IgnoredNames.Matches(name))) return;
        var child = new Submission
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{zip.Id}-{number:D3}"),
            State = SubmissionState.Claiming,
            SourcePath = zip.SourcePath[..(zip.SourcePath.LastIndexOf('/') + 1)] + SafeName.OfFile(path[^1]),
            Name = SafeName.Normalised(path[^1]),
            Kind = SubmissionKinds.Of(path[^1]),
            Size = member.Content.Length,
            ReceivedAt = zip.ReceivedAt,
            Department = zip.Department.Length > 0 ? zip.Department : string.Join('/', path[..^1].Select(SafeName.Of)),
            IsTrial = zip.IsTrial,
            Parent = zip.Id,
        };
        var known = ledger.Find(child.Id);
        if (known is { State: not (SubmissionState.Claiming or SubmissionState.Withdrawn) }) return;
        if (known is null) ledger.Add(child, "从压缩包中取出");
        else ledger.Save(child, "从压缩包中取出");
        FileOperations.Replace(folders.OriginalOf(child), member.Content);
        var file = new FileInfo(folders.OriginalOf(child));
        ledger.Save(child with { State = SubmissionState.Claimed, ModifiedTicks = file.LastWriteTimeUtc.Ticks }, "已取件");
    }
}
