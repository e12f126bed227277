using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Tests.Engine;

public sealed class SampleCheckTests
{
    [Fact]
    public void ReasonOfAChange_LeftBlank_IsAskedForAtItsPlace()
    {
        var reason = RealEngine.At("full", "texts", "three_public_reason_reception", "text");
        var finding = RealEngine.Check(RealEngine.Desk("full").Text(reason, "")).Findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("NOTE-GAP");
        finding.Category.ShouldBe(Category.MissingExplanation);
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Place.Sheet.ShouldBe(reason.Sheet);
        finding.Place.Cell.ShouldNotBeNull();
    }

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
