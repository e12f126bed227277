using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// 别的单位的情况说明。A note whose own slots name another unit or year, and which disagrees throughout, belongs to another workbook: that is
/// one verdict, and hundreds of differing figures say nothing beside it.
/// </summary>
internal static class OtherUnitsNote
{
    /// <summary>A name typed over in a note that agrees otherwise is a slip in that note.</summary>
    private const int FewestErrors = 12;

    /// <summary>The one finding; null where the note is that of the workbook.</summary>
    /// <param name="findings">What comparing found.</param>
    /// <param name="identity">Whose the workbook is.</param>
    public static Finding? Of(IReadOnlyList<Finding> findings, BudgetIdentity identity)
    {
        if (findings.Count(finding => finding.Severity == Severity.Error) < FewestErrors) return null;
        var year = identity.Year.ToString(CultureInfo.InvariantCulture);
        var other = findings.FirstOrDefault(finding => Wants(finding, identity.UnitName))
            ?? findings.FirstOrDefault(finding => Wants(finding, identity.UnitCode))
            ?? findings.FirstOrDefault(finding => Wants(finding, year));
        if (other is null) return null;
        return IdentityFindings.NoteOfOther.At(
            other.Place, ("actual", $"“{other.Actual}”"), ("expected", $"“{identity.UnitName}”{year} 年度"));
    }

    private static bool Wants(Finding finding, string own) => finding is { Severity: Severity.Error, Actual: not null }
        && finding.Expected?.ToString() == own && finding.Category == Category.NarrativeMismatch;
}
