using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// Whatever a report quotes from a file is a stranger's text: signs that turn the direction of writing, and control signs, are made
/// visible once, here, so that no page, comment, list or line shows something else than it says. Places keep their names: they are
/// looked up.
/// </summary>
internal static class CleanReport
{
    /// <summary>The report with nothing hidden in its words.</summary>
    public static CheckReport Of(CheckReport report) => report with
    {
        Findings = [.. report.Findings.Select(Of)],
        Changes = [.. report.Changes.Select(change => change with
        {
            Before = SafeText.Shown(change.Before), After = SafeText.Shown(change.After),
        })],
        Trial = report.Trial with { Findings = [.. report.Trial.Findings.Select(Of)] },
        Unchecked = [.. report.Unchecked.Select(rule => rule with { Reason = SafeText.Shown(rule.Reason) })],
    };

    private static Finding Of(Finding finding) => finding with
    {
        Message = SafeText.Shown(finding.Message),
        Project = finding.Project is { } project ? SafeText.Shown(project) : null,
        Answer = finding.Answer is { } answer ? SafeText.Shown(answer) : null,
        Expected = Of(finding.Expected),
        Actual = Of(finding.Actual),
        Ties = finding.Ties.Count == 0 ? finding.Ties : [.. finding.Ties.Select(Of)],
    };

    private static FindingValue? Of(FindingValue? value) =>
        value is FindingValue.Text text ? new FindingValue.Text(SafeText.Shown(text.Written)) : value;
}
