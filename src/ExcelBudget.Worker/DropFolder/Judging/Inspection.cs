using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Isolation;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>
/// From a claimed original to a verdict. An attempt counts when the engine failed on the file; a kill of the worker, a full disk or a
/// stop in the middle of it is not the file's fault.
/// </summary>
internal sealed class Inspection(
    DropFolders folders, ILedger ledger, IBudgetEngine engine, NoteInspection notes, EarlierNotes earlierNotes,
    StandingJudge standings, IWaiverBook waivers, WorkerSettings settings, IFaultPoints faults)
{
    /// <summary>Reads and judges.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="known">Why it cannot be read, where that is known already; null otherwise.</param>
    /// <returns>The submission in state Checked with its judgement; null when someone is still writing the file.</returns>
    public (Submission Submission, Judgement Judgement)? Inspect(Submission submission, UnreadableReason? known = null)
    {
        if (!StandsStill(submission)) return null;
        var content = settings.TooLarge(submission.Size) is not null ? null : FileOperations.ReadShared(folders.OriginalOf(submission));
        var hashed = submission with
        {
            Sha256 = content is null ? FileOperations.Hash(folders.OriginalOf(submission)) : FileOperations.Hash(content),
            EngineVersion = engine.EngineVersion,
        };
        hashed = AfterWaivers(hashed);
        var judgement = known is null ? Judge(hashed, content) : Judgement.Unreadable(SafeText.Line(submission.Name), known);
        faults.Reach(FaultPoint.CheckAfterVerdict);
        var verdict = Judged(hashed, judgement);
        // before the verdict: a kill in between has all of it done again
        if (verdict is { Verdict: Verdict.Accepted, Counts: true } && judgement.Prints.Count > 0) ledger.Keep(verdict, judgement.Prints);
        if (judgement is { Report.Identity: { } whose, News.Count: > 0 } && verdict.Counts) ledger.Save(verdict, whose, judgement.News,
            "已检查，答复已登记");
        else ledger.Save(verdict, "已检查");
        faults.Reach(FaultPoint.CheckAfterConfirm);
        return (verdict, judgement);
    }

    /// <summary>A file that was returned and then had an error waived is checked under another version: it is no duplicate.</summary>
    private Submission AfterWaivers(Submission known) =>
        known.Kind == SubmissionKind.Workbook
        && ledger.FirstResult(known.Sha256!, known.EngineVersion!) is { UnitCode: { } unit, Year: { } year } first
        && waivers.Mark(unit, year, first.ReceivedAt) is { Length: > 0 } mark
            ? known with { EngineVersion = $"{known.EngineVersion}+{mark}" } : known;

    // a renamed file keeps being written by whoever has it open
    private bool StandsStill(Submission submission)
    {
        var file = new FileInfo(folders.OriginalOf(submission));
        if (file.Length == submission.Size && file.LastWriteTimeUtc.Ticks == submission.ModifiedTicks) return true;
        ledger.Save(submission with { Size = file.Length, ModifiedTicks = file.LastWriteTimeUtc.Ticks }, "取件后仍在写入，继续等待");
        return false;
    }

    private Judgement Judge(Submission submission, byte[]? content)
    {
        if (submission.Attempts >= settings.MaxAttempts) return Judgement.Unreadable(submission.Name, UnreadableReason.InternalError);
        var isNote = submission.Kind == SubmissionKind.Note;
        if (!isNote && !submission.IsTrial && ledger.FirstResult(submission.Sha256!, submission.EngineVersion!) is { } first)
        {
            return Judgement.Unreadable(submission.Name, UnreadableReason.Duplicate, first) with
            {
                Remarks = Said(submission, content, first),
            };
        }

        if (content is null)
            return Judgement.Unreadable(
            submission.Name, (isNote ? UnreadableNote.TooLarge : UnreadableReason.TooLarge).With(settings.TooLarge(submission.Size)!));
        faults.Reach(FaultPoint.CheckBeforeStart);
        try
        {
            return isNote ? notes.Judge(submission, content) : Ask(submission, content);
        }
        catch (InspectionEndedException ended) when (ended.Reason is { } reason)
        {
            return Judgement.Unreadable(SafeText.Line(submission.Name), reason);
        }
        catch (Exception fault) when (!DiskTrouble.IsOfTheMachine(fault) && fault is not (OperationCanceledException
            or InspectionEndedException))
        {
            ledger.Save(submission with { Attempts = submission.Attempts + 1 }, "检查时出错");
            throw;
        }
    }

    /// <summary>A file that could not be read is dropped again because nobody saw why: what to do is said each time.</summary>
    private IReadOnlyList<string> Said(Submission submission, byte[]? content, Submission first)
    {
        if (first.Verdict != Verdict.Unreadable) return [];
        if (content is null) return [Why(UnreadableReason.TooLarge.With(settings.TooLarge(submission.Size)!))];
        try
        {
            return engine.Check(SafeText.Line(submission.Name), content).Report.Reason is { } reason ? [Why(reason)] : [];
        }
        catch (InspectionEndedException ended) when (ended.Reason is { } reason)
        {
            return [Why(reason)];
        }
    }

    private static string Why(UnreadableReason reason) => $"这份文件读不了：{reason.Sentence}";

    private Judgement Ask(Submission submission, byte[] content)
    {
        var read = engine.Check(SafeText.Line(submission.Name), content);
        var prints = engine.Prints(read);
        if (prints.Count > 0 && ledger.Known(read.Report.Identity!, prints) is { Count: > 0 } known)
            read = engine.Beside(read, content, known);
        var (workbook, news) = WithAnswers(read);
        if (engine.Lineage(workbook) is not { } lineage) return new(workbook);
        workbook = waivers.Put(workbook, lineage.Step, out var waived);
        var standing = standings.Of(submission, workbook.Report, lineage);
        var judgement = new Judgement(workbook)
        {
            News = news,
            Prints = prints,
            Standing = standing,
            Lineage = lineage,
            Remarks = [.. waived, .. Remarks(standing, workbook), .. CheckedBefore(lineage)],
        };
        if (standing.Hold is not null) return judgement;
        judgement = judgement with { Annotated = IsToBeAnswered(workbook.Report) ? engine.Annotate(workbook, content) : null };
        if (workbook.Report.Verdict != Verdict.Accepted) return judgement;
        var (note, remarks) = earlierNotes.Carry(workbook);
        return judgement with { Note = note ?? engine.Note(workbook), Remarks = [.. judgement.Remarks, .. remarks] };
    }

    private static IEnumerable<string> CheckedBefore(WorkbookLineage lineage) =>
        SelfCheck.Parse(lineage.SelfCheck) is { } earlier ? [$"报送前在任务窗格里自检过：{earlier.Words}。"] : [];

    private static List<string> Remarks(Standing standing, CheckedWorkbook workbook)
    {
        var remarks = standing.Remarks.ToList();
        if (StandingJudge.Told(standing, workbook.Report.Verdict) is { } told) remarks.Add(told);
        if (workbook.Converted is not null) remarks.Add("文件不是 .xlsx 格式，已转换为 .xlsx 后检查；请在退回的 .xlsx 文件上修改，以后也请存为 .xlsx。");
        return remarks;
    }

    /// <summary>Answers given in earlier files count as well: a fresh copy of the workbook need not be answered again.</summary>
    private (CheckedWorkbook Workbook, IReadOnlyList<GivenAnswer> News) WithAnswers(CheckedWorkbook workbook)
    {
        if (workbook.Report.Identity is not { } whose) return (workbook, []);
        var book = AnswerBook.Of(ledger.Answers(whose), workbook.Answers);
        return (engine.Answered(workbook, book.Valid), book.News);
    }

    /// <summary>A workbook goes back to its department when it is returned, and when there is a 疑点 to answer.</summary>
    private static bool IsToBeAnswered(CheckReport report) =>
        report.Verdict == Verdict.Returned || (report.Verdict == Verdict.Accepted && report.OpenQuestions() > 0);

    private static Submission Judged(Submission submission, Judgement judgement) => submission with
    {
        State = SubmissionState.Checked,
        Attempts = 0,
        Verdict = judgement.Report.Verdict,
        Reason = judgement.Report.Reason?.Code,
        Pack = judgement.Report.Identity?.Pack,
        UnitCode = judgement.Report.Identity?.UnitCode,
        UnitName = judgement.Report.Identity?.UnitName,
        Year = judgement.Report.Identity?.Year,
        Workbook = judgement.Against?.Id,
        Errors = judgement.Report.Count(Severity.Error),
        Warnings = judgement.Report.Count(Severity.Warning),
        OpenQuestions = judgement.Report.OpenQuestions(),
        TrialCounts = TrialCounts.Text(judgement.Report.Trial),
        PreparedBy = judgement.Report.SignOff.Preparer,
        ReviewedBy = judgement.Report.SignOff.Reviewer,
        HeadedBy = judgement.Report.SignOff.Head,
        Step = judgement.Lineage?.Step ?? judgement.Against?.Step ?? "",
        WorkbookId = judgement.Lineage?.WorkbookId ?? "",
        IssuedAt = judgement.Lineage?.IssuedAt ?? "",
        IssuedAfter = judgement.Lineage?.After ?? "",
        Content = judgement.Lineage?.Content ?? "",
        Changes = judgement.Lineage?.Changes ?? "",
        SelfCheck = judgement.Lineage?.SelfCheck ?? "",
        Department = judgement.Standing?.Department ?? submission.Department,
        Hold = judgement.Standing?.Hold?.Code,
        Supersedes = judgement.Report.Verdict == Verdict.Accepted ? judgement.Standing?.Supersedes?.Id : null,
    };
}
