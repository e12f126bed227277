namespace ExcelBudget.Worker.Settings;

/// <summary>What the inspection of one file may cost.</summary>
/// <param name="Time">How long it may take.</param>
/// <param name="Bytes">How much memory the process that opens it may take.</param>
internal sealed record InspectionLimits(TimeSpan Time, long Bytes)
{
    /// <summary>30 seconds and 512 MB.</summary>
    public static readonly InspectionLimits Default = new(TimeSpan.FromSeconds(30), 512L << 20);
}
