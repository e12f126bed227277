using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>What 本行 and 本栏 mean while an expression is evaluated.</summary>
/// <param name="Form">Form of the row; null outside any row.</param>
/// <param name="Row">The row; null outside any row.</param>
/// <param name="Column">The column; null outside any column.</param>
public readonly record struct RowContext(FormDefinition? Form, RowView? Row, ColumnId? Column);
