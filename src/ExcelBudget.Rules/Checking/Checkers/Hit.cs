using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Checkers;

/// <summary>One place a checker objects to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Actual">What stands there; null when nothing does.</param>
/// <param name="Expected">What should; null when that cannot be said.</param>
/// <param name="Match">The words that give offence; null when the whole cell does.</param>
/// <param name="Unit">Unit of actual and expected, with a blank before it; empty for texts.</param>
/// <param name="Form">The form, where it is another than the declared one.</param>
/// <param name="Indicator">What the message calls the indicator, where one is meant that has no row of its own.</param>
internal sealed record Hit(
    RowKey Row, ColumnId Column, FindingValue? Actual = null, FindingValue? Expected = null, string? Match = null, string Unit = "",
        FormId? Form = null, string? Indicator = null)
{
    /// <summary>Names of other projects that this hit speaks for.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>True when it is a question at most, whatever the rule says: the evidence does not bear an error.</summary>
    public bool IsDoubtful { get; init; }
}
