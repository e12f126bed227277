namespace ExcelBudget.Domain.Forms;

/// <summary>联动下拉。Values a cell may take, by what another cell of its row holds: 二级指标 by 一级指标.</summary>
/// <param name="Column">The other column.</param>
/// <param name="Lists">Values by its text, in the order they are offered.</param>
public sealed record DependentChoices(ColumnId Column, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists);
