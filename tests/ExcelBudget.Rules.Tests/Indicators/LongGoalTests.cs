using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Goals of many figures: which of them an indicator must carry, each fault beside a twin that is none.</summary>
public sealed class LongGoalTests
{
    [Theory]
    [InlineData("上年培训家政服务员260人，本年培训家政服务员320人。", "培训家政服务员 ≥260人", true)]
    [InlineData("上年培训家政服务员260人，本年培训家政服务员320人。", "培训家政服务员 ≥320人", false)]
    [InlineData("家政持证率由62%提高到75%。", "家政持证率 ≥62%", true)]
    [InlineData("家政持证率达到75%，比上年的62%提高13个百分点。", "家政持证率 ≥62%", true)]
    [InlineData("家政持证率达到75%，比上年的62%提高13个百分点。", "家政持证率 ≥75%", false)]
    [InlineData("送戏下乡在上年80场基础上增加到100场。", "送戏下乡 ≥80场", true)]
    [InlineData("送戏下乡在上年80场的基础上增加到100场。", "送戏下乡 ≥100场", false)]
    [InlineData("2023年办理案件552件，挽回损失130万元；2024年办理案件600件。", "办理案件 ≥552件", true)]
    public void LastYearsFigure_CarriedForThisYears_IsObjectedTo(string goal, string line, bool isObjected) =>
        Count(goal, line, isObjected);

    [Theory]
    [InlineData("设劝导站72个，其中国道28个、县道44个。", "运行劝导站 44个", true)]
    [InlineData("设劝导站72个，其中国道28个、县道44个。", "县道劝导站 44个", false)]
    [InlineData("教室温度不低于18℃，宿舍不低于16℃。", "教室温度 ≥16℃", true)]
    [InlineData("教室温度不低于18℃，宿舍不低于16℃。", "宿舍温度 ≥16℃", false)]
    [InlineData("总氮、悬浮物去除率分别达到60%和75%以上。", "悬浮物去除率 ≥60%", true)]
    [InlineData("总氮、悬浮物去除率分别达到60%和75%以上。", "总氮去除率 ≥60%", false)]
    [InlineData("服务3个小区（甲园1260户、乙园480户、丙园260户，共2000户）。", "服务住户 1260户", true)]
    [InlineData("服务3个小区（甲园1260户、乙园480户、丙园260户，共2000户）。", "服务住户 2000户", false)]
    public void PartOrNeighboursFigure_CarriedForTheWhole_IsObjectedTo(string goal, string line, bool isObjected) =>
        Count(goal, line, isObjected);

    [Theory]
    [InlineData("为5个消防站各购置摩托车2辆。", "购置摩托车 2辆", true)]
    [InlineData("为5个消防站各购置摩托车2辆。", "购置摩托车 10辆", false)]
    [InlineData("为5个消防站和3个部门各购置摩托车1辆。", "购置摩托车 8辆", false)]
    public void CountForEach_CarriedForAll_IsObjectedTo(string goal, string line, bool isObjected) => Count(goal, line, isObjected);

    [Theory]
    [InlineData("对县城60万平方米公共区域消杀4轮。", "消杀面积 ≥60平方米", true)]
    [InlineData("对县城60万平方米公共区域消杀4轮。", "消杀面积 ≥600000平方米", false)]
    [InlineData("对选择生态安葬的家庭奖补2000元，预计90户，需资金18万元。", "生态安葬奖补 60户", true)]
    [InlineData("对选择生态安葬的家庭奖补2000元，预计90户，需资金18万元。", "生态安葬奖补 90户", false)]
    [InlineData("汽修基地购置设备86台、数控基地购置设备42台，合计128台。", "购置设备 86台", true)]
    [InlineData("汽修基地购置设备86台、数控基地购置设备42台，合计128台。", "汽修基地设备 86台", false)]
    [InlineData("见习单位42家，对留用率高的10家单位授牌。", "见习单位 10家", true)]
    [InlineData("见习单位42家，对留用率高的10家单位授牌。", "授牌见习单位 10家", false)]
    [InlineData("每处建墓穴600个以上，新增墓穴1800个。", "新增墓穴 ≥600个", true)]
    [InlineData("除险加固水库9座，其中小（一）型3座。", "加固小（一）型水库 3座", false)]
    [InlineData("除险加固水库9座，其中小（一）型3座。", "加固水库 3座", true)]
    [InlineData("转诊率控制在12%以内。", "患者转诊率 ≥12%", false)]
    [InlineData("患者县外转诊率控制在12%以内。", "患者县外转诊率 ≥12%", true)]
    public void FigureInOtherWords_OrOtherScale_IsComparedAllTheSame(string goal, string line, bool isObjected) =>
        Count(goal, line, isObjected);

    [Theory]
    [InlineData("深度困难30户每户6000元；相对困难60户每户3000元。", "成本指标：相对困难每户标准 ≤6000元", true)]
    [InlineData("深度困难30户每户6000元；相对困难60户每户3000元。", "成本指标：相对困难每户标准 ≤3000元", false)]
    [InlineData("换发制式服装，人均1200元；组织体检，人均500元。", "成本指标：人均服装费 ≤1500元", true)]
    [InlineData("换发制式服装，人均1200元；组织体检，人均500元。", "成本指标：人均服装费 ≤1200元", false)]
    public void PriceOfOneGroup_AgainstItsIndicator_IsCompared(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(100m, line, "成本指标：人均体检费 ≤500元", "成本指标：深度困难每户标准 ≤6000元") with
        {
            Goal = goal,
        }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("装备在7月底前到位，10月底前完成训练。", "时效指标：装备到位时间 2024年9月底前", true)]
    [InlineData("装备在7月底前到位，10月底前完成训练。", "时效指标：装备到位时间 2024年7月底前", false)]
    [InlineData("装备在7月底前到位，10月底前完成训练。", "时效指标：训练完成时间 2024年10月底前", false)]
    [InlineData("5月18日前开馆，7月底前布展。", "时效指标：开馆时间 2024年5月28日前", true)]
    [InlineData("6月底前完成蟹苗放流，9月底前全部完成。", "时效指标：放流完成时间 2024年9月底前", false)]
    [InlineData("补助按月发放，于每月15日前到账。", "时效指标：补助发放时间 每年12月底前", true)]
    [InlineData("补助按月发放，于每月15日前到账。", "时效指标：补助发放时间 每月15日前", false)]
    public void StepOfTheGoal_DatedLaterByItsIndicator_IsObjectedTo(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("资助150户，其中深度困难30户，每户6000元；相对困难60户，每户3000元；意外致困80户，每户1500元。", true)]
    [InlineData("资助150户，其中深度困难30户，每户6000元；相对困难60户，每户3000元；意外致困60户，每户1500元。", false)]
    [InlineData("改造110户，其中C级48户，每户8000元；D级62户，每户2万元；抗震30户，每户2万元。", false)]
    [InlineData("汽修基地86台、200万元，数控基地42台、180万元，合计192台、380万元。", true)]
    [InlineData("汽修基地86台、200万元，数控基地42台、180万元，合计128台、380万元。", false)]
    [InlineData("审计领导干部18名，由乡镇领导10名、部门领导6名组成。", true)]
    [InlineData("审计领导干部16名，由乡镇领导10名、部门领导6名组成。", false)]
    public void PartsListed_AgainstTheirWhole_AddUp(string goal, bool isObjected) =>
        OneProject.Found("subgroups", OneProject.With(60m, "数量指标：工作任务 ≥4项") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("培育农民240人，分4个班，每班50人。", true)]
    [InlineData("培育农民240人，分4个班，每班60人。", false)]
    public void Whole_SharedOutInClasses_AgreesByMultiplication(string goal, bool isObjected) =>
        OneProject.Found("countProduct", OneProject.With(60m, "数量指标：工作任务 ≥4项") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("培训电商320人，每人500元；为敬老院老人做好年度健康体检。", true)]
    [InlineData("培训电商320人，每人500元；做好直播基地消防安全工作。", false)]
    [InlineData("培训电商320人，每人500元；直播设备由企业自筹解决。", false)]
    [InlineData("培训电商320人，每人500元；学员网店半年内开张。", false)]
    public void LastSentence_OfAnotherMatter_IsForeign(string goal, bool isObjected) => OneProject.Found("foreignGoal",
        OneProject.With(16m, "数量指标：电商培训 320人", "质量指标：网店开张率 ≥60%", "满意度指标：学员满意度 ≥90%") with
        {
            Name = "电商培训",
            Goal = goal,
        }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("补差水平月人均不低于240元。", "direction", "成本指标：月人均补差 ≥240元", false)]
    [InlineData("补差水平月人均240元。", "direction", "成本指标：补差总额 ≥240万元", true)]
    [InlineData("按时评价报告。", "direction", "质量指标：报告不合格率 ≤5%", false)]
    [InlineData("按时评价报告。", "direction", "质量指标：报告不合格率 ≥5%", true)]
    [InlineData("按时评价报告。", "vagueTarget", "社会效益指标：群众法治意识 有所提高", false)]
    [InlineData("按时评价报告。", "softTarget", "社会效益指标：群众法治意识 有所提高", true)]
    [InlineData("按时评价报告。", "vagueTarget", "质量指标：报告质量 有所提高", true)]
    [InlineData("购置图书，生均20册。", "misfiledIndicator", "质量指标：生均图书 ≥20册", false)]
    public void WordsOfAName_DecideWhichWayItPoints(string goal, string check, string line, bool isObjected) =>
        OneProject.Found(check, OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：采购棉被 ≥1000床", "数量指标：棉被采购数量 ≥1000床", true)]
    [InlineData("数量指标：采购棉被 ≥1000床", "数量指标：采购毛毯 ≥1000床", false)]
    public void SameThing_CountedInOtherOrder_IsADuplicate(string one, string other, bool isObjected) =>
        OneProject.Found("duplicateIndicator", OneProject.With(60m, one, other)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("开发公益性岗位120个。", "岗位在岗人数 120人", false)]
    [InlineData("22个文化礼堂各配管理员1名。", "补助礼堂管理员 22名", false)]
    [InlineData("培训礼堂管理员120人。", "培训礼堂管理员 120个", true)]
    public void PostsAndWhoFillThem_AreOneCount(string goal, string line, bool isObjected) =>
        OneProject.Found("unitConflict", OneProject.With(60m, "数量指标：" + line) with { Goal = goal }).Any().ShouldBe(isObjected);

    private static void Count(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(60m, "数量指标：" + line) with { Goal = goal }).Any().ShouldBe(isObjected);
}
