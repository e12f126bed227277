using System.Globalization;

namespace ExcelBudget.Workbooks.Identity;

/// <summary>
/// 来历。When and for what a workbook was issued, and what it takes the place of: by this, not by file times, newer is told.
/// </summary>
/// <param name="Step">日历环节, as 一上 or 批复; empty when the county works without.</param>
/// <param name="Stamp">When it was issued, «20261129T063000123» in universal time, so that later sorts after earlier; empty when
/// unknown.</param>
/// <param name="After">编号 of the workbook of the same unit, year and step it was issued after; empty when it was the first or
/// unknown.</param>
public sealed record IssueLineage(string Step, string Stamp, string After)
{
    /// <summary>A workbook that tells nothing of it: issued before lineage was kept.</summary>
    public static readonly IssueLineage None = new("", "", "");

    /// <summary>A workbook issued now.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="step">日历环节; «|» becomes a full-width one.</param>
    /// <param name="after">编号 of the workbook it takes the place of.</param>
    public static IssueLineage At(DateTimeOffset at, string step = "", string after = "") => new(
        step.Replace('|', '｜'), at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture), after.Replace('|', '｜'));
}
