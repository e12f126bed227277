using System.Collections.Concurrent;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Results;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>What was handed in, with the files that were made of it and the findings that stand in them. Thread-safe.</summary>
internal sealed class ReturnShelf(WorkerSettings settings, ILedger outputs)
{
    /// <summary>Kind under which the original in the archive is asked for.</summary>
    public const string Archived = "archived";

    private const int MostKept = 2_000;
    private static readonly string[] Severities = ["error", "warning", "info"];

    private readonly DropFolders _folders = new(settings);
    private readonly ConcurrentDictionary<string, StoredReport> _reports = new(StringComparer.Ordinal);

    /// <summary>A submission by its id; null when there is none.</summary>
    public Submission? Find(string id) => outputs.Find(id);

    /// <summary>Kinds of the files of a submission that are still there, with their names.</summary>
    public IReadOnlyList<(string Kind, string Name)> Files(string submission) =>
        [.. outputs.Outputs(submission).Where(output => Standing(output) is not null)
            .Select(output => (output.Kind, Path.GetFileName(output.FinalPath)))];

    /// <summary>Absolute path of a file of a submission; null when there is none.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="kind">Which: original, note, annotated, findings, report, notice, reason, or the original in the archive.</param>
    public string? PathOf(Submission submission, string kind)
    {
        if (kind == Archived) return submission.ArchivePath is { } path && File.Exists(_folders.In(path)) ? _folders.In(path) : null;
        return outputs.Outputs(submission.Id).FirstOrDefault(output => output.Kind == kind) is { } found ? Standing(found) : null;
    }

    /// <summary>What the check of a submission said, as it stands beside its result; empty when it is not there any more.</summary>
    public StoredReport Report(string submission)
    {
        if (_reports.TryGetValue(submission, out var known)) return known;
        if (outputs.Outputs(submission).FirstOrDefault(output => output.Kind == "findings") is not { } found
            || Standing(found) is not { } path) return StoredReport.Empty;
        if (_reports.Count >= MostKept) _reports.Clear();
        return _reports[submission] = StoredReport.Read(FileOperations.ReadShared(path));
    }

    /// <summary>How often each rule speaks in the latest returns of units.</summary>
    public IReadOnlyList<RuleCount> ByRule(IEnumerable<HandedIn> returns)
    {
        var found = returns.SelectMany(file => Report(file.Id).Findings.Select(finding => (file.UnitCode, finding)));
        return
        [
            .. found.GroupBy(pair => (pair.finding.Rule, pair.finding.Category, pair.finding.Severity))
                .Select(group => new RuleCount(
                    group.Key.Rule, group.Key.Category, group.Key.Severity, group.Count(),
                    [.. group.Select(pair => pair.UnitCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    group.First().finding.Message))
                .OrderBy(count => Array.IndexOf(Severities, count.Severity)).ThenByDescending(count => count.Findings)
                .ThenBy(count => count.Rule, StringComparer.Ordinal),
        ];
    }

    // what a later result took the place of lies in the folder of earlier ones beside it
    private string? Standing(Output output)
    {
        var path = _folders.In(output.FinalPath);
        if (File.Exists(path)) return path;
        var earlier = Path.Combine(Path.GetDirectoryName(path)!, Superseding.Folder, Path.GetFileName(path));
        return File.Exists(earlier) ? earlier : null;
    }
}

/// <summary>How often a rule speaks over the county.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Category">Its category.</param>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Findings">How many findings.</param>
/// <param name="Units">单位编码 of the units.</param>
/// <param name="Example">One of its sentences.</param>
internal sealed record RuleCount(
    string Rule, string Category, string Severity, int Findings, IReadOnlyList<string> Units, string Example);
