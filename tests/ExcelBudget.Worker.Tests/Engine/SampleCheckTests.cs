using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Tests.Engine;

public sealed class SampleCheckTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void SampleWorkbook_AsIssued_IsAcceptedWithoutErrorOrChange(string sample)
    {
        var report = RealEngine.Check(RealEngine.File(sample));
        report.Verdict.ShouldBe(Verdict.Accepted);
        report.Findings.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
        report.Changes.ShouldBeEmpty();
    }
}
