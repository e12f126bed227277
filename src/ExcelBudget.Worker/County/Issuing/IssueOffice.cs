using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>One issue from order to report: the workbooks, the letters, the report beside them.</summary>
internal sealed class IssueOffice(IssueRun run, WorkerSettings settings, TimeProvider time)
{
    /// <summary>Issues, writes letters and report.</summary>
    /// <param name="order">What.</param>
    /// <param name="progress">Told of each unit as it is done, from several threads.</param>
    /// <param name="stop">Ends the run after the units being worked on.</param>
    /// <returns>The report, and where it stands without extension; null when nothing happened that is worth one.</returns>
    public (IssueReport Report, IReadOnlyList<IssuedLine> Lines, string? Path) Run(
        IssueOrder order, Action<IssuedLine> progress, CancellationToken stop = default)
    {
        var lines = run.Run(order, progress, stop);
        var now = time.GetLocalNow();
        new IssueLetters(settings.Root).Write(order, lines, DateOnly.FromDateTime(now.DateTime));
        var report = new IssueReport(order, lines, now);
        if (lines.All(line => line.Outcome == IssueOutcome.Earlier)) return (report, lines, null);
        var path = Path.Combine(settings.Root, IssuePlaces.Issued, order.Step.Folder, report.Name);
        FileOperations.Replace(path + ".xlsx", report.Workbook());
        FileOperations.Replace(path + ".json", report.Json());
        return (report, lines, path);
    }
}
