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
        finding.Severity.ShouldBe(Severity.Error);
        finding.Place.Sheet.ShouldBe(reason.Sheet);
        finding.Place.Cell.ShouldNotBeNull();
    }

    [Fact]
    public void ReasonOfALargeChange_LeftBlank_IsAskedForOnceAndSaysWhatChanged()
    {
        var reason = RealEngine.At("full", "texts", "three_public_reason_vehicle", "text");

        var finding = RealEngine.Check(RealEngine.Desk("full").Text(reason, "")).Findings.ShouldHaveSingleItem();

        finding.Rule.ShouldBe("CHANGE-REASON-VEHICLE");
        finding.Message.ShouldContain("公务用车购置及运维费增加");
        finding.Place.Cell.ShouldNotBeNull();
    }

    [Fact]
    public void FigureOfLastYear_ChangedAfterIssue_IsQuestionedAtItsCell()
    {
        var last = RealEngine.At("full", "prior", "公务接待费", "last");

        var report = RealEngine.Check(RealEngine.Desk("full").Number(last, 7.3m));

        report.Findings.Count(finding => finding.Place.Cell == last.Cell).ShouldBe(1, "a cell is told once");
        var finding = report.Findings.SelectMany(finding => finding.Ties.Prepend(finding))
            .Single(finding => finding.Rule == "PRIOR-CHANGED");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Place.Cell.ShouldBe(last.Cell);
        report.Changes.ShouldHaveSingleItem();
    }

    [Fact]
    public void FiguresOfLastYear_TypedWhereNoneWereIssued_AreNotQuestioned()
    {
        var last = RealEngine.At("full", "prior", "公务接待费", "last");

        RealEngine.Check(RealEngine.Desk("blank").Number(last, 7.3m))
            .Findings.ShouldNotContain(finding => finding.Rule == "PRIOR-CHANGED");
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
