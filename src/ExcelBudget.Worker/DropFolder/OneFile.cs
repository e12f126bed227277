using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.DropFolder.Results;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder;

/// <summary>
/// The edge of one file: brings a submission as far as it will go, from whatever state it is in. Whatever goes wrong with it is
/// logged here and tried again later; the other files never notice. What is wrong with the disk or the ledger stops the whole pass.
/// </summary>
internal sealed class OneFile(
    DropFolders folders, ILedger ledger, Unpacking unpacking, Inspection inspection, Drafting drafting, Publishing publishing,
        Claims claims,
    WorkerSettings settings, DropFolderRun run, TimeProvider time, ILogger<OneFile> log)
{
    private readonly Backoff _backoff = new(time, settings.Quiet);

    /// <summary>Works on a submission unless it is waiting after a failure.</summary>
    /// <returns>The state it has now.</returns>
    public Submission Advance(Submission submission)
    {
        if (_backoff.IsWaiting(submission.Id)) return submission;
        try
        {
            while (!submission.IsSettled)
            {
                if (Step(submission) is not { } next)
                {
                    _backoff.Postpone(submission.Id);
                    return submission;
                }

                submission = next;
            }

            _backoff.Forget(submission.Id);
            Tell(submission);
        }
        catch (Exception e) when (!DiskTrouble.IsOfTheMachine(e) && e is not OperationCanceledException)
        {
            // one bad file must not stop the others: it stays in work and is tried again, or refused after the last attempt
            _backoff.Postpone(submission.Id);
            log.LogError(e, "处理 {File}（{Id}）时出错，稍后重试", SafeText.Line(submission.Name), submission.Id);
        }

        return submission;
    }

    private Submission? Step(Submission submission) => submission.State switch
    {
        SubmissionState.Claiming => claims.Settle(submission),
        SubmissionState.Claimed or SubmissionState.Checked => Judge(submission),
        SubmissionState.Drafted => publishing.Publish(submission),
        _ => publishing.Archive(submission),
    };

    private Submission? Judge(Submission submission)
    {
        if (!File.Exists(folders.OriginalOf(submission)))
        {
            log.LogError("{File}（{Id}）的原件已不在 work 文件夹中，无法处理", SafeText.Line(submission.Name), submission.Id);
            var withdrawn = submission with { State = SubmissionState.Withdrawn };
            ledger.Save(withdrawn, "原件已不在 work 文件夹中");
            return withdrawn;
        }

        if (unpacking.Take(submission, out var reason) is { } unpacked) return unpacked;
        return inspection.Inspect(submission, reason) is { } it ? drafting.Draft(it.Submission, it.Judgement) : null;
    }

    private void Tell(Submission submission)
    {
        if (submission.Verdict is not { } verdict) return;
        if (verdict != Verdict.Accepted || submission.Hold is not null) run.Failed++;
        var title = submission.Hold is null ? verdict.Title() : "待核";
        var unit = submission.UnitCode is null ? submission.Reason : $"{submission.UnitCode} {submission.UnitName}";
        log.LogInformation("{Verdict} {File}（{Unit}）", title, SafeText.Line(submission.Name), unit);
    }
}
