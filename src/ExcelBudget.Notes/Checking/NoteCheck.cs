using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

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
    UnreadableReason? Reason = null)
{
    /// <summary>
    /// Where a finding's words come from: the cell of the workbook with that text, null for words of the template or
    /// of nobody. In the findings' order.
    /// </summary>
    public IReadOnlyList<CellAddress?> Origins { get; init; } = [];

    /// <summary>已核对。What was compared and holds, so that silence can be told from blindness.</summary>
    public IReadOnlyList<NoteAgreement> Agreements { get; init; } = [];
}

/// <summary>Something in a note that was compared and holds.</summary>
/// <param name="Place">Where the note says it.</param>
/// <param name="Said">What it says: «2041.42万元», «479.43 = 59.83 + 4.92 + 414.68».</param>
/// <param name="Item">What it speaks of.</param>
/// <param name="Cells">The cells behind it; empty for a sum within the note.</param>
public sealed record NoteAgreement(Place Place, string Said, string Item, IReadOnlyList<Place> Cells);
