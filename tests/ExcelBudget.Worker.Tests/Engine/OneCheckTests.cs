using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>What fill, check and the drop folder ask is one object: a budget meets the same checks before and after it stands in a workbook.</summary>
public sealed class OneCheckTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    [InlineData("as-published")]
    [InlineData("blank")]
    public void Budget_BeforeAndAfterItStandsInAWorkbook_MeetsTheSameChecks(string sample)
    {
        var before = RealEngine.Engine.Check(RealEngine.BudgetOf(sample));
        var after = RealEngine.Check(RealEngine.File(sample));
        before.Findings.Select(Said).ShouldBe(after.Findings.Select(Said), ignoreOrder: true);
        before.Unchecked.ShouldBe(after.Unchecked, ignoreOrder: true);
    }

    [Fact]
    public void BlankBudget_BeforeItStandsInAWorkbook_LacksAmountsAndTexts() =>
        RealEngine.Engine.Check(RealEngine.BudgetOf("blank")).Findings.Select(finding => finding.Kind)
            .Distinct().ShouldBe([BudgetFindings.Empty, BudgetFindings.NoteGap], ignoreOrder: true);

    private static string Said(Finding finding) => $"{finding.Severity} {finding.Rule} {finding.Place.Address}: {finding.Message}";
}
