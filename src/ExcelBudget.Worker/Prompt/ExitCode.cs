namespace ExcelBudget.Worker.Prompt;

/// <summary>Exit codes other programs rely on.</summary>
internal static class ExitCode
{
    /// <summary>Done, and no finding of severity error.</summary>
    public const int Clean = 0;

    public const int ErrorsFound = 1;

    /// <summary>Wrong usage, or nothing could be read.</summary>
    public const int NotDone = 2;
}
