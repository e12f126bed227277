namespace ExcelBudget.Worker.Ledger;

/// <summary>放行。The clerk has looked at a held file and lets it count.</summary>
internal sealed record Release
{
    public required string Submission { get; init; }

    /// <summary>SHA-256 of its content: the release holds for these bytes and no others.</summary>
    public required string Sha256 { get; init; }

    public required string Person { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
