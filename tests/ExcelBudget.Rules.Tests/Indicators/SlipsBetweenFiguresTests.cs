using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Slips of the pen between figures that hang together, each beside what only looks like one.</summary>
public sealed class SlipsBetweenFiguresTests
{
    private const string Done = "时效指标：工作完成时间 2024年12月底前";

    [Theory]
    [InlineData("清淤渠道86公里，比上年64公里增加50%。", true)]
    [InlineData("清淤渠道86公里，比上年64公里增加34%。", false)]
    [InlineData("城乡居民参保38.6万人，比上年38.2万人增加0.6万人。", true)]
    [InlineData("城乡居民参保38.6万人，比上年38.2万人增加0.4万人。", false)]
    [InlineData("疫情面积由上年的3.2万亩下降到2.8万亩，减少0.5万亩。", true)]
    [InlineData("疫情面积由上年的3.2万亩下降到2.8万亩，减少0.4万亩。", false)]
    [InlineData("疫点小班由上年的52个减少到40个，减少12个，下降33%。", true)]
    [InlineData("疫点小班由上年的52个减少到40个，减少12个，下降23%。", false)]
    [InlineData("工作30年以上的74人，每人每月400元，全年35.25万元。", true)]
    [InlineData("工作30年以上的74人，每人每月400元，全年35.52万元。", false)]
    [InlineData("全年开展定量检测1500批次；定量检测均衡安排，每季度300批次。", true)]
    [InlineData("全年开展定量检测1200批次；定量检测均衡安排，每季度300批次。", false)]
    [InlineData("开展系统巡检每月2次，全年24次，漏洞扫描每季度1次。", false)]
    [InlineData("除1月、2月外，每月举办文艺演出1场，全年共10场。", false)]
    [InlineData("为5个站各购置摩托车2辆，每辆2.5万元，计25万元。", false)]
    public void ChangesAndYearlySums_AreBornOutByTheirFigures(string goal, bool isObjected) =>
        Found("countProduct", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("工程4月开工，9月底前全部修缮完工，8月底前通过竣工验收。", true)]
    [InlineData("工程4月开工，8月底前全部修缮完工，9月底前通过竣工验收。", false)]
    [InlineData("管材4月进场验收，8月完工。", false)]
    [InlineData("作业期为5月至9月，共6个月。", true)]
    [InlineData("作业期为5月至9月，共5个月。", false)]
    public void StepsAndSpansOfOneSentence_FollowEachOther(string goal, bool isObjected) =>
        Found("spanConflict", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("对85名0—6岁残疾儿童开展康复救助。", "数量指标：康复救助7—14岁残疾儿童 ≥85人", true)]
    [InlineData("对85名0—6岁残疾儿童开展康复救助。", "数量指标：康复救助0—6岁残疾儿童 ≥85人", false)]
    [InlineData("对0—6岁、7—14岁残疾儿童开展康复救助。", "数量指标：康复救助7—14岁残疾儿童 ≥85人", false)]
    public void AgesOfTheGoal_AreThoseOfTheIndicator(string goal, string line, bool isObjected) =>
        Found("subjectConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("改造后节电42万度。", "生态效益指标：年节电量 ≥42万盏", true)]
    [InlineData("改造后节电42万度。", "生态效益指标：年节电量 ≥42万度", false)]
    [InlineData("设回收点26个，比上年多回收，今年增加26吨。", "数量指标：设置回收点 26吨", true)]
    public void UnitsOfOneFigure_MustAgree(string goal, string line, bool isObjected) =>
        Found("unitConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("安排慰问资金36万元。", 63, true)]
    [InlineData("安排慰问资金63万元。", 63, false)]
    [InlineData("县级配套资金36万元。", 63, false)]
    public void TheAmountInOtherDigits_IsTold(string goal, int amount, bool isObjected) =>
        OneProject.Found("goalMoney", OneProject.With(amount, Done) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Fact]
    public void ARateSetTwiceUnderAFullerName_IsToldOnce() => OneProject.Found("duplicateIndicator",
        OneProject.With(20m, "质量指标：数据到报率 ≥98%", "质量指标：气象站数据到报率 ≥90%") with { Name = "区域自动气象站运行维护" })
        .Count.ShouldBe(1);

    [Fact]
    public void RatesOfTwoThings_AreNotOne() => OneProject.Found("duplicateIndicator",
        OneProject.With(20m, "质量指标：数据到报率 ≥98%", "质量指标：雨量站数据到报率 ≥90%") with { Name = "区域自动气象站运行维护" })
        .ShouldBeEmpty();

    [Theory]
    [InlineData("青坪镇人居环境", true)]
    [InlineData("柳堰镇人居环境", false)]
    public void AnotherTownInAnIndicator_IsForeign(string name, bool isObjected) => OneProject.Found("foreignAudience",
        OneProject.With(20m, "生态效益指标：" + name) with { Name = "柳堰镇村庄保洁", Goal = "聘用村级保洁员48人，负责柳堰镇21个村。" })
        .Any().ShouldBe(isObjected);

    private static bool Found(string check, string goal, string line) =>
        OneProject.Found(check, OneProject.With(500m, line) with { Goal = goal }).Any();
}
