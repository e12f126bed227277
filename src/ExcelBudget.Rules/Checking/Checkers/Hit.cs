using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Checkers;

/// <summary>One place a checker objects to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Actual">What stands there; null when nothing does.</param>
/// <param name="Expected">What should; null when that cannot be said.</param>
/// <param name="Match">The words that give offence; null when the whole cell does.</param>
/// <param name="Unit">Unit of actual and expected, with a blank before it; empty for texts.</param>
internal sealed record Hit(RowKey Row, ColumnId Column, string? Actual = null, string? Expected = null, string? Match = null, string Unit = "");
