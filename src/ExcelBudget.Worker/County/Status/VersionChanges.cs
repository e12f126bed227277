using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.County.Status;

/// <summary>One cell that differs between two versions of a workbook.</summary>
/// <param name="Where">Form, row and column in the accountant's words.</param>
/// <param name="Before">Before; empty when blank.</param>
/// <param name="After">After; empty when blank.</param>
internal sealed record CellChange(string Where, string Before, string After);

/// <summary>What changed from one version of a unit's workbook to the next.</summary>
internal sealed class VersionChanges
{
    private VersionChanges(IReadOnlyList<CellChange> cells, IReadOnlyList<Finding> solved, IReadOnlyList<Finding> added) =>
        (Cells, Solved, Added) = (cells, solved, added);

    public IReadOnlyList<CellChange> Cells { get; }

    /// <summary>Errors and 疑点 that are gone.</summary>
    public IReadOnlyList<Finding> Solved { get; }

    /// <summary>Errors and 疑点 that are new.</summary>
    public IReadOnlyList<Finding> Added { get; }

    /// <summary>Compares two versions, both read under the rules of today.</summary>
    /// <param name="before">The earlier one; null for the first version, whose findings are all new.</param>
    /// <param name="after">The later one.</param>
    public static VersionChanges Between(CheckedWorkbook? before, CheckedWorkbook after)
    {
        var (old, now) = (Findings(before), Findings(after));
        return new(
            before is null ? [] : [.. Compare(before, after)],
            [.. old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => pair.Value)],
            [.. now.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => pair.Value)]);
    }

    private static Dictionary<string, Finding> Findings(CheckedWorkbook? workbook)
    {
        if (workbook is null) return [];
        var told = workbook.Report.Findings.Where(finding => finding.Severity != Severity.Info).ToArray();
        return FindingKeys.Of(told).Zip(told).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static IEnumerable<CellChange> Compare(CheckedWorkbook before, CheckedWorkbook after)
    {
        if (before.Budget is not { } old || after.Budget is not { } now) yield break;
        var names = new ReportNames(after.Pack, now.Identity);
        foreach (var address in Addresses(old).Union(Addresses(now)))
        {
            var (was, has) = (Text(old[address]), Text(now[address]));
            if (was != has) yield return new(names.Of(new Place(Address: address)), was, has);
        }
    }

    private static IEnumerable<CellAddress> Addresses(Budget budget) => budget.Forms.SelectMany(
        form => form.Rows.SelectMany(row => row.Cells.Select(cell => new CellAddress(form.Form, row.Key, cell.Key))));

    private static string Text(CellValue? value) => value switch
    {
        null => "",
        CellValue.Amount amount => string.Create(CultureInfo.InvariantCulture, $"{amount.Yuan:#,##0.##} 元"),
        CellValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        CellValue.Text text => text.Value,
        _ => "",
    };
}
