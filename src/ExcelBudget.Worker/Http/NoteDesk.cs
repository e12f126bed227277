using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Http;

/// <summary>What came of the trial of a note.</summary>
/// <param name="Report">The check.</param>
/// <param name="Remark">What was seen besides, a sentence in Chinese; null when there is nothing to add.</param>
internal sealed record NoteTrial(CheckReport Report, string? Remark = null);

/// <summary>试检情况说明。Checks a note that was sent against the accepted workbook it belongs to, as the drop folder would.</summary>
internal sealed class NoteDesk(CheckDesk desk, ILedger ledger, ReturnShelf shelf)
{
    /// <summary>True for a file that is checked as a note.</summary>
    public static bool IsNote(string? name) => name?.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The accepted workbooks whose notes somebody may check, the latest of each unit.</summary>
    /// <param name="who">Who.</param>
    public IReadOnlyList<Submission> Accepted(Desk who) =>
    [
        .. ledger.AcceptedWorkbooks().Where(workbook => workbook.UnitCode is { } unit
            && (who.Visitor.IsClerk || who.Visitor.Sees(who.County, unit))),
    ];

    /// <summary>The accepted workbook of a unit and year; null when it has none.</summary>
    public Submission? AcceptedOf(string unit, int year) =>
        ledger.AcceptedWorkbooks().LastOrDefault(each => each.UnitCode == unit && each.Year == year);

    /// <summary>Checks a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="accepted">The workbooks it may belong to.</param>
    /// <param name="isKnown">True when it belongs to the only one of them, whatever it names.</param>
    /// <param name="stop">The sender has gone.</param>
    /// <returns>What came of it; null when too many wait.</returns>
    public Task<NoteTrial?> CheckAsync(Upload note, IReadOnlyList<Submission> accepted, bool isKnown, CancellationToken stop) =>
        desk.InTurnAsync<NoteTrial>(engine =>
        {
            var content = FileOperations.ReadShared(note.Path);
            var name = SafeText.Line(note.Name);
            if (engine.Opening(content, out var reason) is not { } opening) return Not(name, reason!);
            var match = isKnown ? new NoteMatch(accepted[0]) : new NoteOwner(accepted).Find(opening, name, []);
            if (match.Workbook is not { } workbook) return Not(name, match.Reason!, match.Remark);
            if (shelf.PathOf(workbook, ReturnShelf.Archived) is not { } path)
                return Not(name, UnmatchedNote.NoWorkbook, $"已通过的工作簿“{workbook.Name}”不在存档中了。");
            var against = engine.Check(workbook.Name, FileOperations.ReadShared(path));
            return against.Budget is null
                ? Not(name, UnmatchedNote.NoWorkbook, $"已通过的工作簿“{workbook.Name}”现在读不出来：{against.Report.Reason?.Sentence}")
                : new NoteTrial(engine.CheckNote(name, content, against).Report);
        }, stop);

    private static NoteTrial Not(string name, UnreadableReason reason, string? remark = null) =>
        new(new CheckReport { File = name, Verdict = Verdict.Unreadable, Reason = reason }, remark);
}
