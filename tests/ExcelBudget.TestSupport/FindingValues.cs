using ExcelBudget.Domain.Findings;

namespace ExcelBudget.TestSupport;

/// <summary>Values of findings as tests compare them.</summary>
public static class FindingValues
{
    /// <summary>The value as programs read it; null where a finding names none.</summary>
    public static string? Told(this FindingValue? value) => value?.ToString();
}
