using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Notes.Checking;

/// <summary>What there is to say about a note against its budget.</summary>
/// <param name="Findings">Findings with paragraph and sentence as place, errors first.</param>
/// <param name="Unchecked">未检查。What could not be compared, with the reason.</param>
/// <param name="Annotated">The note with a Word comment at each spot; null when there is nothing to say or it could not be read.</param>
/// <param name="Reason">Why the file could not be read as a note; null when it was.</param>
public sealed record NoteCheck(
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Unchecked> Unchecked,
    ReadOnlyMemory<byte>? Annotated,
    UnreadableReason? Reason = null);
