using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.TestHost;

/// <summary>What a fake workbook knows of itself.</summary>
public sealed record FakeIssue
{
    /// <summary>Its lineage.</summary>
    public WorkbookLineage Lineage { get; init; } = new();

    /// <summary>Its pack.</summary>
    public string Pack { get; init; } = "hebei";

    /// <summary>Its year.</summary>
    public int Year { get; init; } = 2023;

    /// <summary>Its unit's name; null for «单位» and the code.</summary>
    public string? UnitName { get; init; }
}
