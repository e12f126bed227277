using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>A relation evaluated for one row and column.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Context">Row and column it was evaluated for.</param>
/// <param name="Left">Left side; money in yuan.</param>
/// <param name="Right">Right side, of the same dimension.</param>
/// <param name="Tie">How it came out.</param>
/// <param name="Reason">Why it was not checked; null otherwise.</param>
public sealed record RelationResult(Relation Relation, RowContext Context, Measure Left, Measure Right, Tie Tie, string? Reason)
{
    /// <summary>Other relations that say the same of the same cells: listed with this one and not told beside it.</summary>
    public IReadOnlyList<RelationResult> Same { get; init; } = [];

    /// <summary>Key of the row it was evaluated for; null for a single relation.</summary>
    public RowKey? Row => Context.Row?.Key;
}
