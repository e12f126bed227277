using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Isolation.Wire;

namespace ExcelBudget.Worker.Tests.Isolation;

/// <summary>What crosses the pipe arrives as it was sent.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("内容")]
    public void Content_OfAFileOrOfNone_ArrivesAsItWasSent(string? text)
    {
        var content = text is null ? null : System.Text.Encoding.UTF8.GetBytes(text);
        using var writer = new WireWriter();
        using var reader = new WireReader(writer.Content(content).Text("之后").Bytes.ToArray());
        reader.Content().ShouldBe(content);
        reader.Text().ShouldBe("之后");
    }

    [Fact]
    public void Report_WithNamesAndRulesOnTrial_ArrivesAsItWasSent()
    {
        var finding = ExcelBudget.Domain.Findings.Catalogue.BudgetFindings.Empty.At(new Place("表", "B2"));
        var report = new CheckReport
        {
            File = "报送.xlsx",
            Verdict = Verdict.Accepted,
            Trial = new TrialOutcome(["甲", "乙"], [finding with { Rule = "乙" }]),
            SignOff = new SignOff("张三", "", "王五"),
        };
        using var writer = new WireWriter();
        using var reader = new WireReader(writer.Report(report).Text("之后").Bytes.ToArray());
        var read = reader.Report();
        read.Trial.Counts().ShouldBe([("甲", 0), ("乙", 1)]);
        read.SignOff.ShouldBe(report.SignOff);
        reader.Text().ShouldBe("之后");
    }
}
