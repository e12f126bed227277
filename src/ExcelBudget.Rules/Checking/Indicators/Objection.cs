namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Which part of a project an objection is about, when it is about no single indicator.</summary>
public enum ProjectPart
{
    /// <summary>项目名称。</summary>
    Name,

    /// <summary>绩效目标。</summary>
    Goal,

    /// <summary>The indicators as a whole.</summary>
    Indicators,
}

/// <summary>What a check objects to.</summary>
/// <param name="Project">The project.</param>
/// <param name="At">The indicator; null when the project as a whole is meant.</param>
/// <param name="Part">The part of the project, when there is no indicator.</param>
/// <param name="Actual">What stands there.</param>
/// <param name="Expected">What should, or what it is compared with.</param>
/// <param name="Match">The words that give offence, or what is missing.</param>
public sealed record Objection(
    ReviewedProject Project, ReviewedIndicator? At = null, ProjectPart Part = ProjectPart.Indicators, string? Actual = null,
        string? Expected = null, string? Match = null)
{
    /// <summary>Column of the indicator it is about, as the pack's places name it; the target unless said otherwise.</summary>
    public string Field { get; init; } = "target";

    /// <summary>
    /// True when the printed text need not be wrong (the reading is uncertain, or another reading is possible): asked, never an error.
    /// </summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Other indicators that take part in it.</summary>
    public IReadOnlyList<ReviewedIndicator> Also { get; init; } = [];

    /// <summary>Other projects of the workbook with the same fault, told in this one objection.</summary>
    public IReadOnlyList<ReviewedProject> Others { get; init; } = [];
}
