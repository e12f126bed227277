using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Ledger;

/// <summary>报送。One dropped file and how far it has come.</summary>
internal sealed record Submission
{
    /// <summary>Unique id; sorts by time of arrival.</summary>
    public string Id { get; init; } = "";

    /// <summary>How far it has come.</summary>
    public SubmissionState State { get; init; }

    /// <summary>Path it was taken from, relative to the root, with «/».</summary>
    public string SourcePath { get; init; } = "";

    public SubmissionKind Kind { get; init; }

    /// <summary>File name as dropped, NFC.</summary>
    public string Name { get; init; } = "";

    /// <summary>Size in bytes when it was last seen to stand still.</summary>
    public long Size { get; init; }

    /// <summary>Last-write time in UTC ticks when it was last seen to stand still; only compared, never interpreted.</summary>
    public long ModifiedTicks { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How often the engine was started on it without finishing.</summary>
    public int Attempts { get; init; }

    /// <summary>SHA-256 of the content, lower-case hex; null until read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Version of the engine that gave the verdict.</summary>
    public string? EngineVersion { get; init; }

    /// <summary>The verdict; null until checked.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Code of the reason when unreadable.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the pack when known; rows of older programs lack it.</summary>
    public string? Pack { get; init; }

    /// <summary>单位编码 when known.</summary>
    public string? UnitCode { get; init; }

    /// <summary>单位名称 when known.</summary>
    public string? UnitName { get; init; }

    /// <summary>预算年度 when known.</summary>
    public int? Year { get; init; }

    /// <summary>日历环节, as the workbook names it; of a note that of its workbook; empty when there is none.</summary>
    public string Step { get; init; } = "";

    /// <summary>编号 of the workbook; empty when it carries none.</summary>
    public string WorkbookId { get; init; } = "";

    /// <summary>When the workbook was issued; later sorts after earlier; empty when unknown.</summary>
    public string IssuedAt { get; init; } = "";

    /// <summary>编号 of the workbook this one was issued after; empty when unknown.</summary>
    public string IssuedAfter { get; init; } = "";

    /// <summary>Fingerprint of all that was read; empty until read.</summary>
    public string Content { get; init; } = "";

    /// <summary>One mark of eight signs for each cell changed since issue.</summary>
    public string Changes { get; init; } = "";

    /// <summary>Number of errors found.</summary>
    public int Errors { get; init; }

    /// <summary>Number of 疑点 found, answered or not.</summary>
    public int Warnings { get; init; }

    /// <summary>Number of 疑点 without an answer that fits.</summary>
    public int OpenQuestions { get; init; }

    /// <summary>试行规则。How often each rule on trial fired, «ID=3 ID=0»; empty when none was on trial.</summary>
    public string TrialCounts { get; init; } = "";

    /// <summary>填报人, as the workbook names it; empty when it does not.</summary>
    public string PreparedBy { get; init; } = "";

    /// <summary>复核人, as the workbook names it; empty when it does not.</summary>
    public string ReviewedBy { get; init; } = "";

    /// <summary>负责人, as the workbook names it; empty when it does not.</summary>
    public string HeadedBy { get; init; } = "";

    /// <summary>
    /// 自检。A check in the task pane before it was handed in, as <see cref="Workbooks.Identity.SelfCheck.Line"/>; empty for none.
    /// </summary>
    public string SelfCheck { get; init; } = "";

    /// <summary>部门。The folder below the inbox it was dropped into, or that of the county file; empty for none.</summary>
    public string Department { get; init; } = "";

    /// <summary>待核。Code of the reason why the clerk must look at it first; null when nothing stands against it.</summary>
    public string? Hold { get; init; }

    /// <summary>试检。True for a trial: it is answered, and nothing counts as handed in.</summary>
    public bool IsTrial { get; init; }

    /// <summary>
    /// Id of the accepted submission of the same pack, unit, year and step whose place it takes; null when it is the first.
    /// </summary>
    public string? Supersedes { get; init; }

    /// <summary>Id of the archive (zip) it came out of; null when it was dropped by itself.</summary>
    public string? Parent { get; init; }

    /// <summary>
    /// Id of the submission whose workbook a note was checked against; null for workbooks and notes that were not checked.
    /// </summary>
    public string? Workbook { get; init; }

    /// <summary>Where the original goes in the end, relative to the root, with «/»; null until drafted.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>True for a submission that counts as handed in: no trial, and nothing the clerk must look at first.</summary>
    public bool Counts => !IsTrial && Hold is null;

    /// <summary>True when nothing is left to do.</summary>
    public bool IsSettled => State is SubmissionState.Archived or SubmissionState.Withdrawn;
}
