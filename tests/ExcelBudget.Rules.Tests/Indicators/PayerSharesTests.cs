using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Who carries which share of the money, in goal and indicators, each beside near misses.</summary>
public sealed class PayerSharesTests
{
    [Theory]
    [InlineData("养护农村公路，县级承担30%，市级承担70%。", "县级资金承担比例 40%")]
    [InlineData("养护农村公路，县级承担30%，市级70%。", "市级财政承担比例 60%")]
    [InlineData("养护农村公路，由中央专项资金承担70%即25.2万元，县级承担30%即10.8万元。", "县级资金承担比例 40%")]
    [InlineData("参保对象个人自筹20%，财政补助80%。", "个人缴费比例 30%")]
    [InlineData("养护农村公路，由市、县按6:4分担。", "县级配套比例 30%")]
    [InlineData("养护农村公路，按照7∶3由省级和县级共同承担。", "省级补助比例 60%")]
    [InlineData("改造管网，企业出资占25%，其余由财政承担。", "企业出资比例 ≤20%")]
    [InlineData("改造管网，30%由企业承担。", "企业承担比例 20%")]
    public void ShareOfAPayer_ToldOtherwise_IsAConflict(string goal, string line) => Conflicts(goal, line, isObjected: true);

    [Theory]
    [InlineData("养护农村公路，县级承担30%，市级承担70%。", "县级资金承担比例 30%")]
    [InlineData("养护农村公路，县级承担30%，市级承担70%。", "市级资金承担比例 70%")]
    [InlineData("养护农村公路，县级承担30%，市级承担70%。", "县级配套资金到位率 100%")]
    [InlineData("养护农村公路，由市、县按6:4分担。", "县级配套比例 40%")]
    [InlineData("养老保险个人缴费8%，医疗保险个人缴费2%。", "医疗保险个人缴费比例 2%")]
    [InlineData("中央和省级承担80%，县级承担20%。", "省级承担比例 25%")]
    [InlineData("保费由县级承担30%。", "公厕建设县级配套比例 40%")]
    [InlineData("护理人员与老人配比不低于1:4。", "县级配套比例 40%")]
    [InlineData("上年县级承担30%，本年县级承担40%。", "县级承担比例 40%")]
    [InlineData("改造管网，企业出资不低于25%。", "企业出资比例 ≥30%")]
    public void SharesThatAgreeOrAreOfOthers_AreLeftAlone(string goal, string line) => Conflicts(goal, line, isObjected: false);

    [Theory]
    [InlineData("项目总投资200万元，县级承担30%，其余由市级承担。", 80)]
    [InlineData("项目总投资500万元，由省、县按8:2分担。", 150)]
    public void AmountThatIsNobodysShare_IsTold(string goal, int amount) => Amount(goal, amount, isObjected: true);

    [Theory]
    [InlineData("项目总投资200万元，县级承担30%，其余由市级承担。", 60)]
    [InlineData("项目总投资200万元，县级承担30%，其余由市级承担。", 140)]
    [InlineData("项目总投资200万元，县级承担30%，其余由市级承担。", 200)]
    [InlineData("项目总投资200万元，县级承担30%，其余由市级承担，本年安排80万元。", 80)]
    [InlineData("项目总投资200万元，分期实施，县级承担30%。", 80)]
    [InlineData("项目总投资约200万元，县级承担30%。", 80)]
    [InlineData("项目总投资500万元，由省、县按8:2分担。", 100)]
    [InlineData("购置设备200万元，合格率达到30%。", 80)]
    public void AmountThatSomebodyCarries_IsLeftAlone(string goal, int amount) => Amount(goal, amount, isObjected: false);

    private static void Conflicts(string goal, string line, bool isObjected) => OneProject.Found("countConflict",
        OneProject.With(60m, "成本指标：" + line) with { Goal = goal }).Any().ShouldBe(isObjected);

    private static void Amount(string goal, int amount, bool isObjected) => OneProject.Found("countProduct",
        OneProject.With(amount, "质量指标：验收合格率 100%") with { Goal = goal }).Any().ShouldBe(isObjected);
}
