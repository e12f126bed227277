using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Engine;

/// <summary>What the goals of a run are compared by: little enough to be kept of every workbook of a county.</summary>
/// <param name="Key">The project's row in the form of projects.</param>
/// <param name="Name">项目名称。</param>
/// <param name="Goal">绩效目标 without markup; empty when blank.</param>
public readonly record struct ProjectGoal(RowKey Key, string Name, string Goal);
