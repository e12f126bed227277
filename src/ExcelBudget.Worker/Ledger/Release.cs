namespace ExcelBudget.Worker.Ledger;

/// <summary>放行。The clerk has looked at a held file and lets it count.</summary>
internal sealed record Release
{
    /// <summary>The held submission.</summary>
    public required string Submission { get; init; }

    /// <summary>SHA-256 of its content: the release holds for these bytes and no others.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who decided.</summary>
    public required string Person { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
