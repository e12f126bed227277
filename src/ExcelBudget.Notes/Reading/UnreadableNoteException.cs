using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Notes.Reading;

/// <summary>Carries a verdict out of the depth of a part. It never leaves <see cref="NoteReader"/>.</summary>
internal sealed class UnreadableNoteException(UnreadableReason reason) : Exception(reason.Code)
{
    /// <summary>The verdict.</summary>
    public UnreadableReason Reason { get; } = reason;
}
