using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.County.Status;

/// <summary>
/// One run of <c>waive</c>: lists the errors of a unit's last return, or lets one of them pass and hands the workbook in again.
/// </summary>
internal sealed class WaiveRun(
    CountyRegister county, CountyLedger ledger, IBudgetEngine engine, IWaiverBook waivers, string root, Terminal terminal,
        TimeProvider time)
{
    /// <summary>Lists or waives.</summary>
    /// <param name="unit">单位编码。</param>
    /// <param name="number">Which error, as listed from 1; null to list them.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The exit code.</returns>
    public int Run(string unit, int? number, string? person, string? reason)
    {
        var last = ledger.HandedIn(county.Year)
            .LastOrDefault(file => file.UnitCode == unit && file is { Kind: SubmissionKind.Workbook, Verdict: Verdict.Returned });
        if (last is null) return Refuse($"单位 {unit} 没有被退回的工作簿。");
        var path = Path.Combine(root, last.ArchivePath!.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path)) return Refuse($"原件已不在存档中：{last.ArchivePath}");
        var workbook = waivers.Put(engine.Check(last.Name, FileOperations.ReadShared(path)), last.Step, out _);
        var errors = workbook.Report.Findings.Zip(FindingKeys.Of(workbook.Report.Findings))
            .Where(pair => pair.First.Severity == Severity.Error).ToArray();
        if (number is null) return List(last, errors);
        if (number < 1 || number > errors.Length) return Refuse($"没有第 {number} 处错误，共 {errors.Length} 处。");
        if (string.IsNullOrWhiteSpace(person) || string.IsNullOrWhiteSpace(reason)) return Refuse("特批须用 --by 写明姓名，用 --reason 写明理由。");
        var (finding, key) = errors[number.Value - 1];
        ledger.Add(Waiver(workbook.Report, last, finding, key, person.Trim(), reason.Trim()));
        terminal.Say($"已登记特批：{finding.Message}");
        if (errors.Length > 1) terminal.Say($"还有 {errors.Length - 1} 处错误没有特批，工作簿仍会退回。");
        HandIn(unit, last, path);
        return ExitCode.Clean;
    }

    private int List(HandedIn last, (Finding Finding, string Key)[] errors)
    {
        var at = last.ReceivedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        terminal.Say($"{last.Name}（{at} 收到）有 {errors.Length} 处错误：");
        foreach (var (error, index) in errors.Select((pair, index) => (pair.Finding, index)))
            terminal.Say($"  {index + 1}　{error.Message}");
        terminal.Say("特批其中一处：excelbudget waive 单位编码 --finding 序号 --by 姓名 --reason 理由");
        return ExitCode.Clean;
    }

    private Waiver Waiver(CheckReport report, HandedIn last, Finding finding, string key, string person, string reason)
    {
        var figures = AnsweredFigures.Of(finding);
        return new Waiver
        {
            Pack = report.Identity!.Pack,
            UnitCode = report.Identity.UnitCode,
            Year = report.Identity.Year,
            Step = last.Step,
            Finding = key,
            Message = finding.Message,
            Expected = figures.Expected,
            Actual = figures.Actual,
            Person = person,
            Reason = reason,
            At = time.GetUtcNow(),
        };
    }

    /// <summary>Puts the same file into the inbox, so that it is judged again and everything about it lies where it belongs.</summary>
    private void HandIn(string unit, HandedIn last, string original)
    {
        var folder = Path.Combine(root, "inbox", county.DepartmentOf(unit)?.Folder ?? "");
        var target = Path.Combine(folder, SafeName.OfFile(last.Name));
        if (Path.Exists(target))
        {
            terminal.Say($"收件文件夹里已有同名文件，没有再放：{target}");
            return;
        }

        FileOperations.Replace(target, FileOperations.ReadShared(original));
        terminal.Say($"原件已重新放入收件文件夹，程序会按特批重新检查：{target}");
    }

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }
}
