using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Publishing;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Http.Exports;

/// <summary>Finds the files a unit publishes: the workbook that was accepted last, and the note that was checked against it.</summary>
internal sealed class PackageDesk(ReturnShelf shelf, IReadOnlyList<HandedIn> returns)
{
    private readonly ILookup<string, HandedIn> _returns = returns.ToLookup(file => file.UnitCode, StringComparer.Ordinal);

    /// <summary>The unit as it stands in a package; null when it has not passed.</summary>
    public PackagedUnit? Of(UnitStatus status)
    {
        var accepted = _returns[status.Unit.Code].Where(file => file.Verdict == Verdict.Accepted).ToArray();
        var workbook = accepted.LastOrDefault(
            file => file.Kind == SubmissionKind.Workbook && (file.Step == status.Step.Name || file.Id == status.Last?.Id));
        if (!status.State.IsDone() || workbook is null || shelf.Find(workbook.Id) is not { } submission) return null;
        var note = accepted.LastOrDefault(file => file.Kind == SubmissionKind.Note && file.Workbook == workbook.Id);
        var checkedNote = note is not null && shelf.Find(note.Id) is { } sent
            ? shelf.PathOf(sent, "original") ?? shelf.PathOf(sent, ReturnShelf.Archived) : null;
        // what was let pass here must not get out there
        var isClassified = shelf.Report(workbook.Id).Findings.Any(finding => finding.Category == Category.Classified);
        return new PackagedUnit(
            status.Unit.Code, status.Unit.Name, workbook.Id, workbook.ReceivedAt,
            isClassified ? null : shelf.PathOf(submission, "original") ?? shelf.PathOf(submission, ReturnShelf.Archived),
            checkedNote ?? shelf.PathOf(submission, "note"), Remark(status, isClassified, checkedNote is not null));
    }

    private static string Remark(UnitStatus status, bool isClassified, bool isNoteChecked) => string.Concat(
        isClassified ? "工作簿涉及涉密内容，没有放入。" : "",
        isNoteChecked ? "" : "情况说明由程序按工作簿生成，单位还没有报送改好的。",
        status.OpenQuestions > 0 ? $"还有 {status.OpenQuestions} 处疑点没有答复。" : "");
}
