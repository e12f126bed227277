using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    private const string MarkWithLineage = "EB2";

    /// <summary>下发的环节、时间和来历。Empty in workbooks of programs that did not tell them.</summary>
    public IssueLineage Lineage { get; init; } = IssueLineage.None;

    /// <summary>False when the fields no longer fit the check sum they were issued with: somebody has relabelled the workbook.</summary>
    public bool IsIntact { get; private init; } = true;

    /// <summary>One line with everything, for names, properties and the hidden sheet.</summary>
    public string Line => Lineage == IssueLineage.None
        ? string.Join('|', Mark, Fields, Name)
        : string.Join('|', MarkWithLineage, Fields, Lineage.Step, Lineage.Stamp, Lineage.After, CheckSum, Name);

    /// <summary>The small code printed under each form.</summary>
    public string VisibleCode =>
        string.Create(
        CultureInfo.InvariantCulture, $"表样 {Budget.Pack}·{PackVersion}　单位 {Budget.UnitCode}　{Budget.Year} 年　编号 {WorkbookId}");

    private string Name => Budget.UnitName.Replace('|', '｜');

    private string Fields => string.Join('|', Budget.Pack, PackVersion.ToString(CultureInfo.InvariantCulture), Budget.UnitCode,
        Budget.Year.ToString(CultureInfo.InvariantCulture), WorkbookId, Fingerprint, IsBlank ? "blank" : "filled");

    // no secret: it tells a slip or a careless relabelling, not a forger. The name is left out: a unit may be renamed
    private string CheckSum => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Fields, Lineage.Step, Lineage.Stamp, Lineage.After))))[..8];

    /// <summary>Reads <see cref="Line"/>; null for anything else.</summary>
    public static WorkbookIdentity? Parse(string text)
    {
        var parts = text.Trim().Trim('"').Split('|');
        if (parts is not [var mark, var pack, var version, var unit, var year, var id, var fingerprint, var kind,
            .. var rest]) return null;
        if (!int.TryParse(version, CultureInfo.InvariantCulture, out var packVersion)
            || !int.TryParse(year, CultureInfo.InvariantCulture, out var budgetYear)) return null;
        var lineage = (mark, rest) switch
        {
            (Mark, [_, ..]) => IssueLineage.None,
            (MarkWithLineage, [var step, var stamp, var after, _, _, ..]) => new IssueLineage(step, stamp, after),
            _ => null,
        };
        if (lineage is null) return null;
        var identity = new WorkbookIdentity(
            new BudgetIdentity(pack, unit, string.Join('|', rest.Skip(mark == Mark ? 0 : 4)), budgetYear), packVersion, id, fingerprint,
                kind == "blank")
        { Lineage = lineage };
        return identity with { IsIntact = mark == Mark || rest[3] == identity.CheckSum };
    }
}
