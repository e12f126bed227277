using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.County.Status;

/// <summary>An error that may be waived.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Key">Its key, under which a waiver stands.</param>
internal readonly record struct WaivableError(Finding Finding, string Key);

/// <summary>A unit's last returned workbook, checked anew, with the errors it still has.</summary>
/// <param name="File">The return.</param>
/// <param name="Report">The check.</param>
/// <param name="Errors">Its errors without those already waived, in the report's order.</param>
/// <param name="Original">Absolute path of the original in the archive.</param>
internal sealed record WaivableReturn(HandedIn File, CheckReport Report, IReadOnlyList<WaivableError> Errors, string Original);

/// <summary>特批。Finds the errors of a unit's last return, lets one of them pass, and hands the workbook in again.</summary>
internal sealed class WaiverDesk(
    CountyRegister county, CountyLedger ledger, IBudgetEngine engine, IWaiverBook waivers, string root, TimeProvider time)
{
    /// <summary>The last returned workbook of a unit.</summary>
    /// <param name="unit">单位编码。</param>
    /// <param name="problem">Why there is none, a sentence in Chinese; null otherwise.</param>
    public WaivableReturn? Last(string unit, out string? problem)
    {
        var last = ledger.HandedIn(county.Year)
            .LastOrDefault(file => file.UnitCode == unit && file is { Kind: SubmissionKind.Workbook, Verdict: Verdict.Returned });
        var path = last is null ? "" : Path.Combine(root, last.ArchivePath!.Replace('/', Path.DirectorySeparatorChar));
        problem = last is null ? $"单位 {unit} 没有被退回的工作簿。" : File.Exists(path) ? null : $"原件已不在存档中：{last.ArchivePath}";
        if (problem is not null) return null;
        var workbook = waivers.Put(engine.Check(last!.Name, FileOperations.ReadShared(path)), last.Step, out _);
        var findings = workbook.Report.Findings;
        var errors = findings.Zip(FindingKeys.Of(findings), (finding, key) => new WaivableError(finding, key))
            .Where(pair => pair.Finding.Severity == Severity.Error);
        return new WaivableReturn(last, workbook.Report, [.. errors], path);
    }

    /// <summary>Lets an error pass.</summary>
    /// <param name="from">The return it stands in.</param>
    /// <param name="error">The error.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="reason">Why.</param>
    /// <returns>Where the workbook was handed in again, and false when a file of its name waits there already.</returns>
    public (string Target, bool IsHandedIn) Waive(WaivableReturn from, WaivableError error, string person, string reason)
    {
        var figures = AnsweredFigures.Of(error.Finding);
        ledger.Add(new Waiver
        {
            Pack = from.Report.Identity!.Pack,
            UnitCode = from.Report.Identity.UnitCode,
            Year = from.Report.Identity.Year,
            Step = from.File.Step,
            Finding = error.Key,
            Message = error.Finding.Message,
            Expected = figures.Expected,
            Actual = figures.Actual,
            Person = person,
            Reason = reason,
            At = time.GetUtcNow(),
        });
        return HandIn(from);
    }

    /// <summary>Puts the same file into the inbox, so that it is judged again and everything about it lies where it belongs.</summary>
    private (string Target, bool IsHandedIn) HandIn(WaivableReturn from)
    {
        var folder = Path.Combine(root, "inbox", county.DepartmentOf(from.File.UnitCode)?.Folder ?? "");
        var target = Path.Combine(folder, SafeName.OfFile(from.File.Name));
        if (Path.Exists(target)) return (target, false);
        FileOperations.Replace(target, FileOperations.ReadShared(from.Original));
        return (target, true);
    }
}
