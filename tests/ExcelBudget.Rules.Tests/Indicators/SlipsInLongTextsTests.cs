using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Slips in goals of several sentences, each beside what only looks like one. The budget is that of 2024.</summary>
public sealed class SlipsInLongTextsTests
{
    private const string Done = "时效指标：工作完成时间 2024年12月底前";

    [Theory]
    [InlineData("解决3个乡镇26个村的缺水问题，其中石桥镇11个村、双柳乡9个村、大坪乡8个村。", true)]
    [InlineData("解决3个乡镇28个村的缺水问题，其中石桥镇11个村、双柳乡9个村、大坪乡8个村。", false)]
    [InlineData("特困人员900人、每人资助400元，低保对象6500人、每人资助200元，共资助7600人。", true)]
    [InlineData("特困人员900人、每人资助400元，低保对象6500人、每人资助200元，共资助7400人。", false)]
    [InlineData("培训村干部120人、农技员80人和部分种植大户，共培训260人。", false)]
    [InlineData("培训骨干教师300人，其中小学150人、初中90人、高中40人，剩下的是职业学校教师。", false)]
    public void PartsToldInWords_MakeTheirWhole(string goal, bool isObjected) => Found("subgroups", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("2023年在园幼儿5120人，2024年5460人，比上年增加430人。", true)]
    [InlineData("2023年在园幼儿5120人，2024年5460人，比上年增加340人。", false)]
    [InlineData("2023年接待游客48万人次，2024年达到60万人次以上，增加12万人次，增长20%。", true)]
    [InlineData("2023年接待游客48万人次，2024年达到60万人次以上，增加12万人次，增长25%。", false)]
    [InlineData("在青石镇、望江镇、太和乡、云台乡、大龙乡等4个乡镇建设充电站。", true)]
    [InlineData("在青石镇、望江镇、太和乡等4个乡镇建设充电站。", false)]
    [InlineData("在春季、夏季、秋季到12个乡镇巡诊。", false)]
    [InlineData("对7个传统村落（白墙里村、溪口村、上街村、石门村、云坞村、下仓村）集中保护。", true)]
    [InlineData("对6个传统村落（白墙里村、溪口村、上街村、石门村、云坞村、下仓村）集中保护。", false)]
    [InlineData("资金总额：50万元；其中：省级补助30万元，县级配套15万元。", true)]
    [InlineData("资金总额：50万元；其中：省级补助30万元，县级配套20万元。", false)]
    [InlineData("资金由省级补助420万元、市级配套96万元、县级财政250万元三部分组成，共756万元。", true)]
    [InlineData("资金由省级补助420万元、市级配套96万元、县级财政240万元三部分组成，共756万元。", false)]
    [InlineData("资金由中央300万元（占50%）、省级150万元（占25%）、县级150万元（占30%）构成。", true)]
    [InlineData("资金由中央300万元（占50%）、省级150万元（占25%）、县级150万元（占25%）构成。", false)]
    [InlineData("通达108个行政村，占全县120个行政村的95%。", true)]
    [InlineData("通达108个行政村，占全县120个行政村的90%。", false)]
    [InlineData("建设高标准农田2.4万亩。项目建成后，2.6万亩高标准农田全部实现旱能灌。", true)]
    [InlineData("新开发公益性岗位40个。260个公益性岗位均按月足额发放补贴。", false)]
    public void FiguresOfOneGoal_BearEachOtherOut(string goal, bool isObjected) => Found("countProduct", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("实施K3+200至K11+700段安防工程，全长9.5公里。", true)]
    [InlineData("实施K3+200至K11+700段安防工程，全长8.5公里。", false)]
    [InlineData("K12+300至K15+800段道路两侧安装波形护栏，共7.0公里。", false)]
    [InlineData("全年救助420户共310人。", true)]
    [InlineData("全年救助420户共1310人。", false)]
    [InlineData("每户奖补最高不超过5000元，平均每户6000元。", true)]
    [InlineData("每户财政补助最高不超过3000元，平均每户改造费用4600元。", false)]
    [InlineData("8月底前全部完成改造并投入使用。改造项目10月底前全部投入使用。", false)]
    [InlineData("8月底前全部完成改造并投入使用。6所机构10月底前全部投入使用。", true)]
    [InlineData("分四个阶段推进：第一阶段清查，第二阶段录入，第四阶段汇交。", true)]
    [InlineData("分四个阶段推进：第一阶段清查，第二阶段录入，第三阶段质检，第四阶段汇交。", false)]
    [InlineData("第一步，7月底前全部装修完工并通过验收；第二步，8月起委托设计、组织招标。", true)]
    public void LengthsLimitsAndStages_AgreeWithWhatTheyAreOf(string goal, bool isObjected) =>
        Found("spanConflict", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("6月开始轮出，9月底前完成轮入。", "时效指标：储备粮轮换完成时间 2024年5月底前", true)]
    [InlineData("6月开始轮出，9月底前完成轮入。", "时效指标：储备粮轮换完成时间 2024年9月底前", false)]
    [InlineData("6月开始轮出，9月底前完成轮入。", "时效指标：扦样检验完成时间 2024年3月底前", false)]
    public void WhatTheGoalBegins_IsNotDoneBefore(string goal, string line, bool isObjected) => OneProject.Found("spanConflict",
        OneProject.With(500m, line) with { Name = "储备粮轮换", Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("硬化村内道路3.2公里。", "数量指标：硬化村内道路 ≥320米", true)]
    [InlineData("硬化村内道路3.2公里。", "数量指标：硬化村内道路 ≥3200米", false)]
    [InlineData("日常养护农村公路120公里，对学校门口路段补划标线。", "数量指标：农村公路标线补划长度 ≥1200米", false)]
    [InlineData("生产安全事故起数由上年的12起下降10%以上。", "社会效益指标：生产安全事故起数 ≤15起", true)]
    [InlineData("生产安全事故起数由上年的12起下降10%以上。", "社会效益指标：生产安全事故起数 ≤10起", false)]
    [InlineData("80至89周岁老人每人每月50元。", "成本指标：80至89周岁津贴标准 80元/人·月", true)]
    [InlineData("80至89周岁老人每人每月50元。", "成本指标：80至89周岁津贴标准 50元/人·月", false)]
    [InlineData("80至89周岁老人每人每月50元。", "成本指标：80至89周岁失能老人护理补贴标准 100元/人·月", false)]
    public void TheIndicator_TakesUpTheGoalsFigure(string goal, string line, bool isObjected) =>
        Found("countConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("2024年是“十四五”规划的收官之年，聘请看护员38名。", true)]
    [InlineData("2025年是“十四五”规划的收官之年，提前做好准备。", false)]
    [InlineData("为“十五五”开局之年打好基础。", false)]
    public void ThePlansLastYear_IsTheOneTheCalendarKnows(string goal, bool isObjected) =>
        Found("staleAnniversary", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("目标1：组织集中教育12场、公益活动12场，聘用社会工作者4名。目标2：组织集中教育12场、公益活动12场，聘用社会工作者4名。", true)]
    [InlineData("目标1：组织集中教育12场、公益活动12场，聘用社会工作者4名。目标2：开展分类监管，聘用辅助人员6名，按月发放报酬。", false)]
    public void OneSentence_IsWrittenOnce(string goal, bool isObjected) => Found("repeatedSentence", goal, Done).ShouldBe(isObjected);

    [Fact]
    public void UnitPricesOfThings_TimesWhatIsBought_FitTheAmount()
    {
        string[] lines = ["数量指标：采购帐篷 50顶", "数量指标：采购棉被 600床", "成本指标：帐篷单价 1600元", "成本指标：棉被单价 260元"];
        OneProject.Found("priceTimesCount", OneProject.With(20m, lines) with { Goal = "采购帐篷50顶、棉被600床充实储备库。" }).Count.ShouldBe(1);
        OneProject.Found("priceTimesCount", OneProject.With(23.6m, lines) with { Goal = "采购帐篷50顶、棉被600床充实储备库。" }).ShouldBeEmpty();
    }

    private static bool Found(string check, string goal, string line) =>
        OneProject.Found(check, OneProject.With(500m, line) with { Goal = goal }).Any();
}
