using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>What was told of one sitting.</summary>
/// <param name="Department">Whose workbook.</param>
/// <param name="Done">What was done.</param>
/// <param name="Causes">What must be told.</param>
/// <param name="Report">What was told.</param>
/// <param name="Truth">What the cells held before.</param>
internal sealed record ToldSitting(
    string Department, string Done, IReadOnlyList<NamedCause> Causes, CheckReport Report, Truth Truth)
{
    /// <summary>Findings that were there before anything was done; they are no news.</summary>
    public IReadOnlySet<string> Before { get; init; } = new HashSet<string>();

    /// <summary>A finding, known again.</summary>
    public static string Key(Finding finding) => $"{finding.Rule}|{finding.Place.Sheet}|{finding.Place.Cell}";

    /// <summary>Errors and 疑点.</summary>
    public IReadOnlyList<Finding> Sentences => [.. Report.Findings.Where(
        finding => finding.Severity is Severity.Error or Severity.Warning && !Before.Contains(Key(finding)))];

    public int Found => Causes.Count(IsTold);

    /// <summary>A change that nothing in the workbook contradicts is told where it can be: in the list of changes.</summary>
    private bool IsTold(NamedCause cause) => Sentences.Any(cause.IsToldBy)
        || (cause.IsOfChange && Report.Changes.Any(change => cause.IsAt(change.Place)));

    public IReadOnlyList<string> False =>
    [
        .. Sentences.Where(finding => !Causes.Any(cause => cause.IsAt(finding)) || Truth.Contradicts(finding)).Select(Words),
        .. Report.Reason is { } reason ? [$"unreadable: {reason.Code}"] : Array.Empty<string>(),
    ];

    /// <summary>A line of the printed table, with the sentences below it.</summary>
    public string Line(bool withSentences)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{Department,-9} {Done}: {Found} of {Causes.Count}, ")
            .Append(CultureInfo.InvariantCulture, $"{False.Count} false, {Sentences.Count} sentences");
        foreach (var finding in Report.Findings.Where(finding => withSentences || finding.Severity != Severity.Info))
            line.AppendLine().Append("         ").Append(Words(finding));
        foreach (var cause in Causes.Where(cause => !IsTold(cause)))
            line.AppendLine().Append("         NOT TOLD: ").AppendJoin('/', cause.Places).Append(" ~ ").AppendJoin('|', cause.Words);
        return line.ToString();
    }

    private static string Words(Finding finding) =>
        $"{finding.Severity} {finding.Rule} {finding.Place.Sheet}!{finding.Place.Cell} {finding.Message} [{finding.Expected}]";
}
