using System.Globalization;
using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Workbooks.Identity;

/// <summary>
/// 身份。What a workbook knows of itself, carried in several places so that it survives what people and programs do to files.
/// </summary>
/// <param name="Budget">Pack, unit and year.</param>
/// <param name="PackVersion">Version of the pack it was issued from.</param>
/// <param name="WorkbookId">Id of this very workbook.</param>
/// <param name="Fingerprint">Fingerprint of the pack's files when it was issued.</param>
/// <param name="IsBlank">True when it was issued for typing in: it has no seals.</param>
public sealed record WorkbookIdentity(BudgetIdentity Budget, int PackVersion, string WorkbookId, string Fingerprint, bool IsBlank)
{
    private const string Mark = "EB1";

    /// <summary>One line with everything, for names, properties and the hidden sheet.</summary>
    public string Line => string.Join('|', Mark, Budget.Pack, PackVersion.ToString(CultureInfo.InvariantCulture), Budget.UnitCode,
        Budget.Year.ToString(CultureInfo.InvariantCulture), WorkbookId, Fingerprint, IsBlank ? "blank" : "filled",
            Budget.UnitName.Replace('|', '｜'));

    /// <summary>The small code printed under each form.</summary>
    public string VisibleCode =>
        string.Create(
        CultureInfo.InvariantCulture, $"表样 {Budget.Pack}·{PackVersion}　单位 {Budget.UnitCode}　{Budget.Year} 年　编号 {WorkbookId}");

    /// <summary>Reads <see cref="Line"/>; null for anything else.</summary>
    public static WorkbookIdentity? Parse(string text)
    {
        var parts = text.Trim().Trim('"').Split('|');
        if (parts is not [Mark, var pack, var version, var unit, var year, var id, var fingerprint, var kind, var name]) return null;
        if (!int.TryParse(version, CultureInfo.InvariantCulture, out var packVersion)
            || !int.TryParse(year, CultureInfo.InvariantCulture, out var budgetYear)) return null;
        return new WorkbookIdentity(new BudgetIdentity(pack, unit, name, budgetYear), packVersion, id, fingerprint, kind == "blank");
    }
}
