using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>What was found out about one submission, before anything of it is written.</summary>
/// <param name="Workbook">Report, and budget when readable.</param>
/// <param name="Annotated">The annotated copy of a returned workbook or note, and of an accepted one that has 疑点.</param>
/// <param name="Note">The note of an accepted workbook.</param>
/// <param name="First">The earlier submission of the same content when this one is a duplicate.</param>
internal sealed record Judgement(CheckedWorkbook Workbook, byte[]? Annotated = null, byte[]? Note = null, Submission? First = null)
{
    /// <summary>答复。Answers that the ledger does not have yet.</summary>
    public IReadOnlyList<GivenAnswer> News { get; init; } = [];

    /// <summary>指纹 of its goals and indicators; empty for a note and for what could not be read.</summary>
    public IReadOnlyList<ProjectPrint> Prints { get; init; } = [];

    /// <summary>What the workbook is to the others of its unit; null for a note and for what could not be read.</summary>
    public Standing? Standing { get; init; }

    /// <summary>来历。Null for a note and for what could not be read.</summary>
    public WorkbookLineage? Lineage { get; init; }

    /// <summary>The submission whose workbook a note was checked against; null for workbooks and notes that were not checked.</summary>
    public Submission? Against { get; init; }

    /// <summary>Sentences in Chinese for the reader of the report or the reason, besides what the report says.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public CheckReport Report => Workbook.Report;

    /// <summary>True for a verdict about the content itself: the same content gets it once only.</summary>
    public bool IsAboutContent =>
        Standing?.Hold is null && Report.Reason != UnreadableReason.Duplicate && Report.Reason != UnreadableReason.InternalError
            && !UnmatchedNote.Is(Report.Reason);

    /// <summary>A file that is not read.</summary>
    public static Judgement Unreadable(string name, UnreadableReason reason, Submission? first = null) =>
        new(new CheckedWorkbook(new CheckReport { File = name, Verdict = Verdict.Unreadable, Reason = reason }, null), First: first);
}
