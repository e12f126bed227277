using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Engine;

/// <summary>What became of one workbook.</summary>
/// <param name="Report">Everything there is to say about it.</param>
/// <param name="Budget">The budget that was read; null when the file is unreadable.</param>
public sealed record CheckedWorkbook(CheckReport Report, Budget? Budget);
