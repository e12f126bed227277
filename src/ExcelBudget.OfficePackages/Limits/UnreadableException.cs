using ExcelBudget.Domain.Findings;

namespace ExcelBudget.OfficePackages.Limits;

/// <summary>Carries a verdict out of the depth of a part, to the guard or to whoever reads on in a guarded package.</summary>
public sealed class UnreadableException(UnreadableReason reason, string detail) : Exception(detail)
{
    /// <summary>Why the file is refused, in the words of the report.</summary>
    public UnreadableReason Reason { get; } = reason;

    /// <summary>A file that is broken, with what exactly was found.</summary>
    public static UnreadableException Damaged(string detail) => new(UnreadableReason.Damaged, detail);

    /// <summary>A file beyond a limit, with size and limit.</summary>
    public static UnreadableException TooLarge(string detail) => new(UnreadableReason.TooLarge, detail);
}
