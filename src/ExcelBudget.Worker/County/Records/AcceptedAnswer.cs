namespace ExcelBudget.Worker.County.Records;

/// <summary>认可答复。The answer to a 疑点 that the clerk is content with; it holds for the words it was given for.</summary>
internal sealed record AcceptedAnswer
{
    /// <summary>Id of the submission in which it was read.</summary>
    public string Submission { get; init; } = "";

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

    /// <summary>The answer.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Who is content with it.</summary>
    public string Person { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
