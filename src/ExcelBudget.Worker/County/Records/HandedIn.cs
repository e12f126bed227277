using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.County.Records;

/// <summary>One return of a unit as far as the status needs it.</summary>
internal sealed record HandedIn
{
    /// <summary>Id of the submission.</summary>
    public string Id { get; init; } = "";

    public SubmissionKind Kind { get; init; }

    /// <summary>File name as dropped.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The verdict; null while it is being worked on.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>单位编码。</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>预算年度。</summary>
    public int Year { get; init; }

    /// <summary>环节, as the workbook names it; empty when it does not.</summary>
    public string Step { get; init; } = "";

    public int Errors { get; init; }

    /// <summary>How many 疑点 without an answer.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>Id of the submission whose workbook a note was checked against; null for workbooks.</summary>
    public string? Workbook { get; init; }

    /// <summary>Where the original is kept, relative to the root.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>试行规则。How often each rule on trial fired, as <see cref="Ledger.TrialCounts"/> writes it.</summary>
    public string TrialCounts { get; init; } = "";

    /// <summary>填报人, as the workbook names it.</summary>
    public string PreparedBy { get; init; } = "";

    /// <summary>复核人, as the workbook names it.</summary>
    public string ReviewedBy { get; init; } = "";

    /// <summary>负责人, as the workbook names it.</summary>
    public string HeadedBy { get; init; } = "";

    /// <summary>A check in the task pane before it was handed in, as the ledger keeps it; empty for none.</summary>
    public string SelfCheck { get; init; } = "";

    /// <summary>自检。That check; null when there was none.</summary>
    public SelfCheck? CheckedBefore => Workbooks.Identity.SelfCheck.Parse(SelfCheck);

    /// <summary>Who answers for it.</summary>
    public SignOff SignOff => new(PreparedBy, ReviewedBy, HeadedBy);

    /// <summary>待核。Why the clerk must look at it first; null when nothing stands against it.</summary>
    public string? Hold { get; init; }
}
