namespace ExcelBudget.Worker.County.Records;

/// <summary>
/// 特批。An error of a unit's budget that the clerk lets pass, with reason and name; it holds for the figures it was given for.
/// </summary>
internal sealed record Waiver
{
    /// <summary>表样包。</summary>
    public string Pack { get; init; } = "";

    /// <summary>单位编码。</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>预算年度。</summary>
    public int Year { get; init; }

    /// <summary>环节; empty when the county works without.</summary>
    public string Step { get; init; } = "";

    /// <summary>Key of the finding: rule, form, row, column, project.</summary>
    public string Finding { get; init; } = "";

    /// <summary>What the finding said.</summary>
    public string Message { get; init; } = "";

    /// <summary>What the finding expected.</summary>
    public string Expected { get; init; } = "";

    /// <summary>What the finding met.</summary>
    public string Actual { get; init; } = "";

    public string Person { get; init; } = "";

    public string Reason { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
