using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Worker.Files;

/// <summary>Name of a unit's note: 单位编码, 单位名称, 年度, what the pack calls it, 情况说明.</summary>
internal static class NoteName
{
    /// <summary>The name without «.docx», safe for file systems.</summary>
    public static string Stem(BudgetIdentity identity) =>
        SafeName.Of($"{identity.UnitCode}{identity.UnitName}{identity.Year}年度{identity.Called}情况说明");
}
