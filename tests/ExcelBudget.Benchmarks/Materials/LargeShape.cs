using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>How large a budget is, in words, so that a run shows what it measured.</summary>
internal static class LargeShape
{
    /// <summary>Rows of the widest form, projects, indicators.</summary>
    public static string Of(Budget budget) => string.Create(CultureInfo.InvariantCulture,
        $"{budget.Forms.Where(form => form.Form.Value.StartsWith('T')).Max(form => form.Rows.Count)} rows in a form, "
            + $"{Rows(budget, "projects")} projects, {Rows(budget, "indicators")} indicators");

    private static int Rows(Budget budget, string form) => budget[new FormId(form)]?.Rows.Count ?? 0;
}
