namespace ExcelBudget.Domain.Budgets;

/// <summary>Whose budget this is: pack, unit and year. The workbook carries it more than once.</summary>
/// <param name="Pack">表样包 id, for example «hebei».</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="UnitName">单位名称。</param>
/// <param name="Year">预算年度。</param>
public sealed record BudgetIdentity(string Pack, string UnitCode, string UnitName, int Year);
