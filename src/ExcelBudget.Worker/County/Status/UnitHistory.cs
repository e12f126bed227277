using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.County.Status;

/// <summary>版次。One return of a unit and what it brought.</summary>
/// <param name="File">The return.</param>
/// <param name="Number">Which workbook of the unit and year it is, from 1; 0 for a note.</param>
/// <param name="Changes">What changed since the workbook before; null for a note, and where the file cannot be read any more.</param>
/// <param name="Outputs">What the program made of it.</param>
internal sealed record HistoryVersion(HandedIn File, int Number, VersionChanges? Changes, IReadOnlyList<Output> Outputs)
{
    /// <summary>The answers that stand in it, with the finding each is to.</summary>
    public IReadOnlyList<(string Finding, string Answer)> Answers { get; init; } = [];
}

/// <summary>历史。Everything a unit has handed in, each workbook compared with the one before, read again from the archive.</summary>
internal sealed class UnitHistory(IBudgetEngine engine, ILedger outputs, CountyLedger ledger, string root)
{
    /// <summary>The history of a unit's year, oldest first.</summary>
    /// <param name="unit">单位编码。</param>
    /// <param name="year">预算年度。</param>
    public IEnumerable<HistoryVersion> Read(string unit, int year)
    {
        var number = 0;
        CheckedWorkbook? before = null;
        foreach (var file in ledger.HandedIn(year).Where(file => file.UnitCode == unit && file.Verdict is not null))
        {
            var made = outputs.Outputs(file.Id);
            if (file.Kind == SubmissionKind.Note)
            {
                yield return new(file, 0, null, made);
                continue;
            }

            var workbook = Read(file);
            yield return new(file, ++number, workbook is null ? null : VersionChanges.Between(before, workbook), made)
            {
                Answers = workbook is null ? [] : [.. Answers(workbook)],
            };
            before = workbook ?? before;
        }
    }

    private CheckedWorkbook? Read(HandedIn file)
    {
        if (file.ArchivePath is not { } archived) return null;
        var path = Path.Combine(root, archived.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path)) return null;
        var workbook = engine.Check(file.Name, FileOperations.ReadShared(path));
        return workbook.Budget is null ? null : workbook;
    }

    private static IEnumerable<(string Finding, string Answer)> Answers(CheckedWorkbook workbook) => workbook.Report.Findings
        .Where(finding => finding.Answer is not null).Select(finding => (finding.Message, finding.Answer!));
}
