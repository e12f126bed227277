namespace ExcelBudget.Worker.Files;

/// <summary>How many files are worked on at once.</summary>
internal static class Workers
{
    /// <summary>One for each core.</summary>
    public static int Count { get; } = Math.Max(1, Environment.ProcessorCount);
}
