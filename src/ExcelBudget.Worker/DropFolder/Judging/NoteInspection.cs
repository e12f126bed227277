using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>
/// From a claimed note to a verdict: whose it is, which accepted workbook it belongs to, whether it agrees with it. The workbook is read
/// again from the archive, under the rules of today. A note from another department's folder is refused: it would stand, and be published,
/// under the unit's name.
/// </summary>
internal sealed class NoteInspection(DropFolders folders, ILedger ledger, IBudgetEngine engine, HomeFolder home)
{
    public Judgement Judge(Submission note, byte[] content)
    {
        if (engine.Opening(content, out var reason) is not { } opening)
            return FirstOf(note, null) is { } again ? again with { Remarks = [$"这份文件读不了：{reason!.Sentence}"] }
                : Judgement.Unreadable(note.Name, reason!);
        var match = new NoteOwner(ledger.AcceptedWorkbooks()).Find(opening, note.Name, note.SourcePath.Split('/')[1..^1]);
        if (match.Workbook is not { } accepted) return Unmatched(note, match.Reason!, match.Remark);
        if (home.Against(note, accepted.UnitCode!, accepted.UnitName, accepted.Year!.Value) is { } astray)
            return Unmatched(note, UnmatchedNote.WrongFolder, astray.Sentence);
        if (FirstOf(note, accepted) is { } duplicate) return duplicate;
        if (Reread(accepted, out var problem) is not { } workbook) return Unmatched(note, UnmatchedNote.NoWorkbook, problem);
        var read = engine.CheckNote(SafeText.Line(note.Name), content, workbook);
        return new(new CheckedWorkbook(read.Report, null) { Pack = read.Pack }, read.Annotated) { Against = accepted };
    }

    private Judgement? FirstOf(Submission note, Submission? workbook) =>
        ledger.FirstResult(note.Sha256!, note.EngineVersion!, workbook?.Id) is { } first
            ? Judgement.Unreadable(note.Name, UnreadableReason.Duplicate, first) : null;

    private static Judgement Unmatched(Submission note, UnreadableReason reason, string? remark) =>
        Judgement.Unreadable(note.Name, reason) with { Remarks = remark is null ? [] : [remark] };

    private CheckedWorkbook? Reread(Submission accepted, out string? problem)
    {
        var path = folders.In(accepted.ArchivePath!);
        problem = null;
        if (!File.Exists(path)) problem = $"已通过的工作簿“{accepted.Name}”不在存档中了（{accepted.ArchivePath}）。请把它放回原处，再报送情况说明。";
        if (problem is not null) return null;
        var workbook = engine.Check(accepted.Name, FileOperations.ReadShared(path));
        if (workbook.Budget is not null) return workbook;
        problem = $"已通过的工作簿“{accepted.Name}”现在读不出来：{workbook.Report.Reason?.Sentence}";
        return null;
    }
}
