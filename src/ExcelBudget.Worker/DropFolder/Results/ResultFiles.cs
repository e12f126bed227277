using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>
/// Which files a verdict leaves, and where. accepted/department/unit and year: the workbook or note as it was dropped, the note written
/// from it, findings, report, and the annotated workbook while 疑点 wait for an answer. returned/department: annotated workbook or note,
/// 退回通知, findings, report. refused/department: the file and the reason. held/department: the file, why the clerk must look at it, and
/// what the check said. trial/结果/department: what each of them would have got.
/// </summary>
internal static partial class ResultFiles
{
    private const string ToAnswer = "（疑点待答复）";
    private const string Commented = "（批注）";

    /// <summary>The files of a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="judgement">What was found out about it.</param>
    /// <param name="unitFolder">Folder name of its unit and year below accepted; empty for what is not accepted.</param>
    public static IReadOnlyList<ResultFile> Of(Submission submission, Judgement judgement, string unitFolder) => judgement switch
    {
        { Standing.Hold: { } hold } => [.. OfHeld(submission, judgement, hold)],
        { Report.Verdict: Verdict.Accepted } => [.. OfAccepted(submission, judgement, unitFolder)],
        { Report.Verdict: Verdict.Returned } => [.. OfReturned(submission, judgement)],
        _ => [.. OfRefused(submission, judgement)],
    };

    private static IEnumerable<ResultFile> OfAccepted(Submission submission, Judgement judgement, string unitFolder)
    {
        var stem = Stem(submission);
        var folder = In(DropFolders.Accepted, submission) + (submission.IsTrial ? "" : "/" + unitFolder);
        var mark = submission.Kind == SubmissionKind.Note ? Commented : ToAnswer;
        if (!submission.IsTrial) yield return new("original", folder, stem, SafeName.Extension(submission.Name), null);
        if (judgement is { Note: { } note, Report.Identity: { } whose })
            yield return new("note", folder, NoteName.Stem(whose), ".docx", note);
        if (judgement.Annotated is { } annotated)
            yield return new("annotated", folder, stem + mark, Extension(submission, judgement), annotated);
        foreach (var file in Reports(submission, judgement, folder, stem)) yield return file;
    }

    private static IEnumerable<ResultFile> OfReturned(Submission submission, Judgement judgement)
    {
        var folder = In(DropFolders.Returned, submission);
        var stem = Stem(submission);
        var extension = Extension(submission, judgement);
        if (judgement.Annotated is { } annotated) yield return new("annotated", folder, stem, extension, annotated);
        // a note that only lacks something has no spot for a comment
        else if (submission.Kind == SubmissionKind.Note) yield return new("original", folder, stem, extension, null);
        yield return new("notice", folder, stem, ".退回通知.html", ReturnNotice.Write(submission, judgement, stem + extension));
        foreach (var file in Reports(submission, judgement, folder, stem)) yield return file;
    }

    private static IEnumerable<ResultFile> OfHeld(Submission submission, Judgement judgement, HoldReason hold)
    {
        var folder = In(DropFolders.Held, submission);
        var stem = Stem(submission);
        var extension = SafeName.Extension(submission.Name);
        yield return new("original", folder, stem, extension, null);
        yield return new("reason", folder, stem, extension + ".待核.txt", ReportText.Write(
        [
            $"文件：{SafeText.Line(submission.Name)}", $"待核：{hold.Sentence}（{hold.Code}）",
            "在财政局核实之前，这份文件不算报送，也不影响已有的结果。",
            $"核实无误的，由经办人放行：excelbudget held release {submission.Id} --by 姓名 --reason 理由 --root 数据文件夹",
            "不对的，请通知单位改正后重新报送；这里的文件可以删除，原件在存档中。",
            "", .. Origin(submission),
        ]));
        foreach (var file in Reports(submission, judgement, folder, stem)) yield return file;
    }

    private static IEnumerable<ResultFile> OfRefused(Submission submission, Judgement judgement)
    {
        var folder = In(DropFolders.Refused, submission);
        var stem = Stem(submission);
        var extension = SafeName.Extension(submission.Name);
        yield return new("original", folder, stem, extension, null);
        yield return new("reason", folder, stem, extension + ".原因.txt", ReportText.Write(Reason(submission, judgement)));
    }

    private static IEnumerable<ResultFile> Reports(Submission submission, Judgement judgement, string folder, string stem)
    {
        yield return new("findings", folder, stem, ".检查结果.json", ReportJson.Write([judgement.Report]));
        yield return new(
            "report", folder, stem, ".检查报告.txt",
            ReportText.Write(judgement.Report, judgement.Workbook.Pack, [.. Remarks(judgement), .. Origin(submission)]));
    }

    private static IEnumerable<string> Reason(Submission submission, Judgement judgement)
    {
        var reason = judgement.Report.Reason ?? UnreadableReason.InternalError;
        yield return $"文件：{SafeText.Line(submission.Name)}";
        yield return $"原因：{reason.Sentence}（{reason.Code}）";
        if (judgement.First is { } first)
        {
            yield return $"首次报送：{SafeText.Line(first.Name)}，{Moments.Told(first.ReceivedAt)}，结果为{first.Verdict?.Title()}，编号 {first.Id}。";
        }

        foreach (var line in judgement.Remarks) yield return line;
        yield return "";
        foreach (var line in Origin(submission)) yield return line;
    }

    private static IEnumerable<string> Remarks(Judgement judgement)
    {
        if (judgement.Against is { } workbook)
            yield return $"核对所用工作簿：{SafeText.Line(workbook.Name)}，{Moments.Told(workbook.ReceivedAt)} 收到，编号 {workbook.Id}";
        foreach (var remark in judgement.Remarks) yield return remark;
        if (judgement.Against is not null || judgement.Remarks.Count > 0) yield return "";
    }

    private static IEnumerable<string> Origin(Submission submission) =>
        [$"收到时间：{Moments.Told(submission.ReceivedAt)}", $"报送编号：{submission.Id}", $"原件存档：{submission.ArchivePath}"];

    // what was converted comes back as it was checked
    private static string Extension(Submission submission, Judgement judgement) =>
        judgement.Workbook.Converted is null ? SafeName.Extension(submission.Name) : ".xlsx";

    // a result that was answered and dropped again keeps the name it had, not a row of marks
    private static string Stem(Submission submission) =>
        SafeName.Of(OurMarks().Replace(Path.GetFileNameWithoutExtension(submission.Name), ""));

    [GeneratedRegex(@"(?<=.)((（疑点待答复）|（批注）|（第\d{1,4}版）))+$")]
    private static partial Regex OurMarks();

    /// <summary>The department's folder below a folder of results; all answers of a trial stand together.</summary>
    private static string In(string results, Submission submission)
    {
        var home = submission.IsTrial ? $"{DropFolders.Trial}/{DropFolders.TrialResults}" : results;
        return submission.Department.Length == 0 ? home : $"{home}/{submission.Department}";
    }
}
