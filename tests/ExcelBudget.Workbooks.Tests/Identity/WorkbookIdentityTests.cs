using ExcelBudget.Domain.Budgets;
using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Workbooks.Tests.Identity;

public sealed class WorkbookIdentityTests
{
    private static readonly WorkbookIdentity Issued =
        new(new BudgetIdentity("hebei", "305002", "云岭县图书馆", 2024), 1, "32F73A15", "80a7bd2cf0bd", IsBlank: false)
        {
            Lineage = IssueLineage.At(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), "二上", "59C99473"),
        };

    [Fact]
    public void LineOfAWorkbook_ReadBack_IsTheSameIdentity() => WorkbookIdentity.Parse(Issued.Line).ShouldBe(Issued);

    [Fact]
    public void LineOfAWorkbookIssuedBeforeLineage_IsReadAndIntact()
    {
        var read = WorkbookIdentity.Parse("EB1|hebei|1|305002|2024|32F73A15|80a7bd2cf0bd|filled|云岭县图书馆").ShouldNotBeNull();
        (read.Lineage, read.IsIntact, read.Budget.UnitName).ShouldBe((IssueLineage.None, true, "云岭县图书馆"));
        read.Line.ShouldStartWith("EB1|");
    }

    [Theory]
    [InlineData("305002", "405001")]
    [InlineData("|2024|", "|2023|")]
    [InlineData("32F73A15", "32F73A16")]
    [InlineData("二上", "一上")]
    public void LineRelabelledByHand_IsNotIntact(string before, string after) =>
        WorkbookIdentity.Parse(Issued.Line.Replace(before, after, StringComparison.Ordinal))!.IsIntact.ShouldBeFalse();

    [Fact]
    public void LineOfARenamedUnit_IsIntact() =>
        WorkbookIdentity.Parse(Issued.Line.Replace("云岭县图书馆", "云岭县公共图书馆", StringComparison.Ordinal))!.IsIntact.ShouldBeTrue();

    [Theory]
    [InlineData("../../x", "云岭县图书馆")]
    [InlineData("", "云岭县图书馆")]
    [InlineData("305002\n", "云岭县图书馆")]
    [InlineData("305002", "")]
    [InlineData("305002", "=cmd|' /C calc'!A0")]
    [InlineData("305002", "a\nbc")]
    [InlineData("305002", "馆\u202Egnp.exe")]
    public void CodeOrName_ThatCouldBeNoUnits_IsNotPlausible(string code, string name) =>
        PlausibleUnit.Is(new BudgetIdentity("hebei", code, name, 2024)).ShouldBeFalse();

    [Fact]
    public void CodeAndName_OfAUnit_ArePlausible() => PlausibleUnit.Is(Issued.Budget).ShouldBeTrue();
}
