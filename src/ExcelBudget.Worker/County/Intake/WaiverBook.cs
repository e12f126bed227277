using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.County.Intake;

/// <summary>特批。Waived errors stay in the report, with who let them pass and why; they no longer return the workbook.</summary>
internal sealed class WaiverBook(CountyLedger ledger) : IWaiverBook
{
    /// <inheritdoc />
    public CheckedWorkbook Put(CheckedWorkbook workbook, string step, out IReadOnlyList<string> remarks)
    {
        remarks = [];
        if (workbook.Report.Identity is not { } whose) return workbook;
        var waivers = ledger.Waivers(whose.UnitCode, whose.Year).Where(waiver => waiver.Step == step && waiver.Pack == whose.Pack)
            .GroupBy(waiver => waiver.Finding).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        if (waivers.Count == 0) return workbook;
        var told = new List<string>();
        var findings = workbook.Report.Findings.Zip(FindingKeys.Of(workbook.Report.Findings), (finding, key) =>
            waivers.TryGetValue(key, out var waiver) && Fits(waiver, finding) ? Waived(finding, waiver, told) : finding).ToArray();
        if (told.Count == 0) return workbook;
        remarks = [$"财政局特批放行 {told.Count} 处错误：", .. told];
        var isReturned = findings.Any(finding => finding.Severity == Severity.Error) || workbook.Report.ReturnedBecause is not null;
        return workbook with
        {
            Report = workbook.Report with { Findings = findings, Verdict = isReturned ? Verdict.Returned : Verdict.Accepted },
        };
    }

    /// <inheritdoc />
    public string Mark(string unitCode, int year, DateTimeOffset since) =>
        ledger.Waivers(unitCode, year).Count(waiver => waiver.At > since) is > 0 and var count
            ? "特批" + count.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>A waiver holds for the figures it was given for: another wrong figure at the same place is another error.</summary>
    private static bool Fits(Waiver waiver, Finding finding) =>
        finding.Severity == Severity.Error && AnsweredFigures.Of(finding) == new AnsweredFigures(waiver.Expected, waiver.Actual);

    private static Finding Waived(Finding finding, Waiver waiver, List<string> told)
    {
        var by = $"{waiver.Person}，{waiver.At.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}，理由：{waiver.Reason}";
        told.Add($"· {finding.Message}（{by}）");
        return finding with { Severity = Severity.Info, Message = $"已特批放行（{by}）：{finding.Message}" };
    }
}
