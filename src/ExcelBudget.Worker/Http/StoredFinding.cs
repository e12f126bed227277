namespace ExcelBudget.Worker.Http;

/// <summary>A finding as it stands in the JSON beside a result.</summary>
internal sealed record StoredFinding
{
    public string Rule { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>error, warning or info.</summary>
    public string Severity { get; init; } = "";

    public string Message { get; init; } = "";

    public string? Sheet { get; init; }

    public string? Cell { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public string? Basis { get; init; }

    public string? Answer { get; init; }

    public int? Paragraph { get; init; }

    public string? Sentence { get; init; }
}
