using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Isolation;

/// <summary>The process that opened a file has ended, or had to be ended, before it answered.</summary>
/// <param name="reason">The verdict on the file; null when the file is not to blame.</param>
/// <param name="detail">What happened, for the log.</param>
/// <param name="wasAccompanied">True when another file was open beside it: then nobody knows yet which of them is to blame.</param>
internal sealed class InspectionEndedException(UnreadableReason? reason, string detail, bool wasAccompanied = false) : Exception(detail)
{
    /// <summary>True when another file was open beside it: then nobody knows yet which of them is to blame.</summary>
    public bool WasAccompanied { get; } = wasAccompanied;

    /// <summary>The verdict on the file; null when somebody else ended the process.</summary>
    public UnreadableReason? Reason { get; } = reason;
}
