using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>A message names a column as the accountant sees it, with its year.</summary>
public sealed class PrintedHeadingTests
{
    private const string Sheet = "表1 部门收支总表";

    [Theory]
    [InlineData("12.5万元")]
    [InlineData("大约十二")]
    [InlineData("=附表!B2")]
    public void Message_OfACell_NamesItsColumnAsPrinted(string typed)
    {
        var desk = RealEngine.DeskOf("sichuan").Text(new Place(Sheet, "B7"), typed);
        var findings = RealEngine.Engine.Check("报送.xlsx", desk.Book).Report.Findings;
        findings.ShouldContain(finding => finding.Message.Contains("2025年预算数", StringComparison.Ordinal));
        findings.ShouldNotContain(finding => finding.Message.Contains('{', StringComparison.Ordinal));
    }
}
