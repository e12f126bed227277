using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>A workbook with thousands of faults: as many are listed as a person can use, and the number of all is told.</summary>
public sealed class FindingsLimitTests
{
    [Fact]
    public void Workbook_WithMoreFindingsThanTheLimit_KeepsTheGravestOfEachRuleAndTellsLimitAndNumber()
    {
        // a few cells in each of several forms: a whole column of one kind would be one finding
        var desk = (from sheet in new[] { "T2 收入总表", "T3 支出总表", "T5 一般公共预算支出表", "T6 基本支出表" }
                    from row in Enumerable.Range(10, 4)
                    from column in new[] { "E", "F" }
                    select new Place(sheet, $"{column}{row}"))
            .Aggregate(RealEngine.Desk("full"), (desk, cell) => desk.Text(cell, "待定"));
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
