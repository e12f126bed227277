using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Answers;

/// <summary>
/// What a finding is known by from drop to drop: rule, form, row, column and project, never its place on a sheet. Rows of a list without a
/// code are known by their number; the figures kept with an answer tell when the number has come to mean another row.
/// </summary>
internal static class FindingKeys
{
    /// <summary>The keys of findings, each different: the second finding of a rule at one place ends in «~2».</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var finding in findings)
        {
            var key = Of(finding);
            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            keys.Add(times == 1 ? key : key + "~" + times.ToString(CultureInfo.InvariantCulture));
        }

        return keys;
    }

    private static string Of(Finding finding)
    {
        var (sheet, cell, address) = finding.Place;
        string?[] parts = address is { } at
            ? [finding.Rule, at.Form.Value, Row(at.Row), at.Column.Value, finding.Project]
            : [finding.Rule, sheet is null ? "" : "@" + sheet, cell, "", finding.Project];
        return AnswerFields.Join(parts);
    }

    /// <summary>A row whose code stands above already is another row.</summary>
    private static string Row(RowKey row) =>
        row.Repeat == 0 ? row.Value : string.Create(CultureInfo.InvariantCulture, $"{row.Value}（重复 {row.Repeat}）");
}
