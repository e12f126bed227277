using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>
/// Which files a verdict leaves, and where. accepted/unit: note, findings, report, and the annotated workbook while 疑点 wait for an answer;
/// of an accepted
/// note itself a copy as it was dropped. returned: annotated workbook or note, findings, report.
/// refused: the file and the reason. Sub-folders of the inbox are kept in returned and refused, so that each department finds its own.
/// </summary>
internal static partial class ResultFiles
{
    private const string ToAnswer = "（疑点待答复）";
    private const string Commented = "（批注）";

    /// <summary>The files of a submission.</summary>
    public static IReadOnlyList<ResultFile> Of(Submission submission, Judgement judgement) => judgement.Report.Verdict switch
    {
        Verdict.Accepted => [.. OfAccepted(submission, judgement)],
        Verdict.Returned => [.. OfReturned(submission, judgement)],
        _ => [.. OfRefused(submission, judgement)],
    };

    private static IEnumerable<ResultFile> OfAccepted(Submission submission, Judgement judgement)
    {
        var stem = Stem(submission);
        var unit = judgement.Report.Identity is { } identity ? $"{identity.UnitCode} {identity.UnitName}" : stem;
        var folder = $"{DropFolders.Accepted}/{SafeName.Of(unit)}";
        var mark = submission.Kind == SubmissionKind.Note ? Commented : ToAnswer;
        if (submission.Kind == SubmissionKind.Note) yield return new("original", folder, stem, SafeName.Extension(submission.Name), null);
        if (judgement is { Note: { } note, Report.Identity: { } whose })
            yield return new("note", folder, NoteName.Stem(whose), ".docx", note);
        if (judgement.Annotated is { } annotated)
            yield return new("annotated", folder, stem + mark, SafeName.Extension(submission.Name), annotated);
        foreach (var file in Reports(submission, judgement, folder, stem)) yield return file;
    }

    private static IEnumerable<ResultFile> OfReturned(Submission submission, Judgement judgement)
    {
        var folder = DropFolders.Returned + Department(submission);
        var stem = Stem(submission);
        if (judgement.Annotated is { } annotated)
            yield return new("annotated", folder, stem, SafeName.Extension(submission.Name), annotated);
        // a note that only lacks something has no spot for a comment
        else if (submission.Kind == SubmissionKind.Note)
            yield return new("original", folder, stem, SafeName.Extension(submission.Name), null);
        foreach (var file in Reports(submission, judgement, folder, stem)) yield return file;
    }

    private static IEnumerable<ResultFile> OfRefused(Submission submission, Judgement judgement)
    {
        var folder = DropFolders.Refused + Department(submission);
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
        yield return $"文件：{submission.Name}";
        yield return $"原因：{reason.Sentence}（{reason.Code}）";
        if (judgement.First is { } first)
        {
            yield return $"首次报送：{first.Name}，{Moment(first.ReceivedAt)}，结果为{first.Verdict?.Title()}，编号 {first.Id}。";
        }

        foreach (var line in judgement.Remarks) yield return line;
        yield return "";
        foreach (var line in Origin(submission)) yield return line;
    }

    private static IEnumerable<string> Remarks(Judgement judgement)
    {
        if (judgement.Against is { } workbook) yield return $"核对所用工作簿：{workbook.Name}，{Moment(workbook.ReceivedAt)} 收到，编号 {workbook.Id}";
        foreach (var remark in judgement.Remarks) yield return remark;
        if (judgement.Against is not null || judgement.Remarks.Count > 0) yield return "";
    }

    private static IEnumerable<string> Origin(Submission submission) =>
        [$"收到时间：{Moment(submission.ReceivedAt)}", $"报送编号：{submission.Id}", $"原件存档：{submission.ArchivePath}"];

    // a result that was answered and dropped again keeps the name it had, not a row of marks
    private static string Stem(Submission submission) =>
        SafeName.Of(OurMarks().Replace(Path.GetFileNameWithoutExtension(submission.Name), ""));

    [GeneratedRegex(@"(?<=.)((（疑点待答复）|（批注）|（第\d{1,4}版）))+$")]
    private static partial Regex OurMarks();

    private static string Department(Submission submission)
    {
        var folders = submission.SourcePath.Split('/')[..^1];
        return folders is ["inbox", ..] ? string.Concat(folders.Skip(1).Select(folder => "/" + SafeName.Of(folder))) : "";
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
