using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Isolation;

/// <summary>The process that opened a file has ended, or had to be ended, before it answered.</summary>
/// <param name="reason">The verdict on the file; null when the file is not to blame.</param>
/// <param name="detail">What happened, for the log.</param>
internal sealed class InspectionEndedException(UnreadableReason? reason, string detail) : Exception(detail)
{
    /// <summary>The verdict on the file; null when somebody else ended the process.</summary>
    public UnreadableReason? Reason { get; } = reason;
}
