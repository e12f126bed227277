namespace ExcelBudget.Worker.Ledger;

/// <summary>产出。One file made for a submission, with the name it has or will have.</summary>
internal sealed record Output
{
    /// <summary>The submission it belongs to.</summary>
    public string Submission { get; init; } = "";

    /// <summary>What it is: note, annotated, findings, report, original, reason.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Final path relative to the root, with «/».</summary>
    public string FinalPath { get; init; } = "";

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>
    /// Unique in the ledger: content, engine version and kind. Null for refusals that may repeat (duplicate, internal error).
    /// </summary>
    public string? ResultKey { get; init; }
}
