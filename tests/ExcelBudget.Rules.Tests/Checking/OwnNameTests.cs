using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>A unit may be called what a placeholder looks like.</summary>
public sealed class OwnNameTests
{
    [Theory]
    [InlineData("某某县财政局", "某某县财政局负责全县收支。", "＊＊＊＊＊＊负责全县收支。")]
    [InlineData("某某县财政局", "统筹某某县各乡镇资金。", "统筹＊＊＊各乡镇资金。")]
    [InlineData("某某县财政局", "由某某同志负责。", "由某某同志负责。")]
    [InlineData("某某自治县文化馆", "某某自治县群众文化活动。", "＊＊＊＊＊群众文化活动。")]
    [InlineData("图书馆", "图书馆由某某负责。", "＊＊＊由某某负责。")]
    [InlineData("", "由某某负责。", "由某某负责。")]
    public void Text_OfAUnit_IsReadBesideItsName(string unit, string text, string masked) =>
        new OwnName(new BudgetIdentity("hebei", "101", unit, 2024)).Masked(text).ShouldBe(masked);

    [Theory]
    [InlineData("某某县财政局负责组织某某县预算收支。", 0)]
    [InlineData("某某县财政局的具体工作由某某负责。", 1)]
    public void PlaceholderInATextOfAUnitThatIsCalledSo_IsTold_AndItsNameIsNot(string text, int times)
    {
        var budget = Edit.Set(Hebei.BudgetOf("full"), new CellAddress("texts", "other", "text"), new CellValue.Text(text));
        var renamed = new Budget(budget.Identity with { UnitName = "某某县财政局" }, budget.Forms);
        HebeiCheck.Of(renamed).Findings.Count(finding => finding.Rule == "PLACEHOLDER").ShouldBe(times);
    }
}
