using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>A cell of the helper sheet that holds what a fixed row was issued with: the only ones that no layout tells.</summary>
/// <param name="Row">Row on the helper sheet.</param>
/// <param name="Column">Column on the helper sheet.</param>
/// <param name="Form">The form.</param>
/// <param name="Key">Its fixed row.</param>
/// <param name="Figure">Its column.</param>
public sealed record IssuedCell(int Row, int Column, FormDefinition Form, RowKey Key, ColumnId Figure);
