using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>A workbook with thousands of faults: as many are listed as a person can use, and the number of all is told.</summary>
public sealed class FindingsLimitTests
{
    [Fact]
    public void Workbook_WithMoreFindingsThanTheLimit_KeepsTheGravestOfEachRuleAndTellsLimitAndNumber()
    {
        var desk = Enumerable.Range(9, 10).Aggregate(
            RealEngine.Desk("full"),
            (desk, row) => desk.Text(new Place("T3 支出总表", $"E{row}"), "待定").Text(new Place("T3 支出总表", $"F{row}"), "——"));
        var all = RealEngine.Check(desk);
        all.Findings.Count.ShouldBeGreaterThan(12);

        var report = new BudgetEngine(RealEngine.Store, mostFindings: 12).Check("报送.xlsx", desk.Book).Report;

        report.Verdict.ShouldBe(all.Verdict);
        report.Findings.Count.ShouldBe(13);
        var told = report.Findings.Single(finding => finding.Rule == "FINDINGS-LIMIT");
        told.Message.ShouldContain($"{all.Findings.Count} 处");
        told.Message.ShouldContain("12 处");
        var errors = all.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).Distinct().Take(12);
        errors.ShouldBeSubsetOf(report.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Workbook_WithinTheLimit_IsToldWhole()
    {
        var report = new BudgetEngine(RealEngine.Store, mostFindings: 1).Check("报送.xlsx", RealEngine.Desk("clean").Book).Report;
        report.Findings.ShouldNotContain(finding => finding.Rule == "FINDINGS-LIMIT");
    }
}
