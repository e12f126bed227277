using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>What goals and indicators tell twice, each kind of contradiction beside what comes near it and is in order.</summary>
public sealed class ToldTwiceTests
{
    [Theory]
    [InlineData("培训养老护理员260人，每人1000元。", "数量指标：持证人数 ≥280人", true)]
    [InlineData("培训养老护理员260人，每人1000元。", "数量指标：取证人数 ≥280人", true)]
    [InlineData("培训养老护理员260人，每人1000元。", "数量指标：取证人数 ≥240人", false)]
    [InlineData("培训养老护理员260人、育婴员100人。", "数量指标：取证人数 ≥280人", false)]
    [InlineData("培训养老护理员260人，上年未考完的一并补考。", "数量指标：取证人数 ≥280人", false)]
    [InlineData("培训养老护理员260人，带动就业500人。", "社会效益指标：带动就业人数 ≥500人", false)]
    [InlineData("全年接收信访事项300件，不含结转。", "数量指标：办结信访事项 320件", false)]
    [InlineData("全年接收信访事项300件，上年没有结转。", "数量指标：办结信访事项 320件", true)]
    [InlineData("全年接收信访事项300件，每件500元。", "数量指标：办结信访事项 280件", false)]
    [InlineData("全年接收信访事项300件，每件500元。", "数量指标：办结援助案件 320件", false)]
    [InlineData("全县共有自然村86个，逐村建设垃圾屋。", "数量指标：建设垃圾屋的自然村 96个", true)]
    [InlineData("全县共有自然村86个，逐村建设垃圾屋。", "数量指标：建设垃圾屋的自然村 68个", false)]
    [InlineData("全县共有自然村86个，逐村建设垃圾屋。", "数量指标：建设垃圾屋 172个", false)]
    [InlineData("为全县86个自然村建设垃圾屋。", "数量指标：建设垃圾屋的自然村 96个", true)]
    [InlineData("全县共有充电桩86台，今年新增10台。", "数量指标：年底全县充电桩 96台", false)]
    [InlineData("排查燃气隐患90处。", "数量指标：整改燃气隐患 95处", true)]
    [InlineData("排查燃气隐患90处，存量隐患一并整改。", "数量指标：整改燃气隐患 95处", false)]
    [InlineData("停车场可容纳60辆。", "数量指标：同时停放车辆 75辆", true)]
    [InlineData("福利中心有床位60张。", "数量指标：同时入住老人 75人", true)]
    [InlineData("福利中心有床位60张。", "数量指标：全年入住老人 75人", false)]
    [InlineData("福利中心有床位60张，医院有床位40张。", "数量指标：同时入住老人 75人", false)]
    public void Part_LargerThanItsWhole_IsTold(string goal, string line, bool isObjected) => Found("moreThanAll", goal, isObjected, line);

    [Theory]
    [InlineData("第二批公益性岗位补贴", "为第三批招聘的公益性岗位人员发放补贴。", true)]
    [InlineData("第二批公益性岗位补贴", "为第二批招聘的公益性岗位人员发放补贴，第一批已到期。", false)]
    [InlineData("第二批公益性岗位补贴", "第一批公益性岗位已到期，接续安排岗位。", false)]
    [InlineData("提前下达第二批公益性岗位资金", "为第三批招聘的公益性岗位人员发放补贴。", false)]
    [InlineData("第二批公益性岗位补贴", "保护第三批传统村落。", false)]
    [InlineData("滨河路二期工程", "实施滨河路三期工程，年内完工。", true)]
    [InlineData("滨河路二期工程", "一期工程已经完工，续建滨河路。", false)]
    [InlineData("石桥镇卫生院改造", "对梅岭镇卫生院门诊楼进行改造。", true)]
    [InlineData("石桥镇卫生院改造", "对石桥镇卫生院门诊楼进行改造。", false)]
    [InlineData("石桥镇卫生院改造", "对镇卫生院门诊楼进行改造。", false)]
    [InlineData("8所村小学围墙维修", "对6所村小学围墙进行维修，每所5万元。", true)]
    [InlineData("8所村小学围墙维修", "维修村小学围墙6所，每所5万元。", true)]
    [InlineData("石桥村便民桥加固", "对梅岭村便民桥进行加固。", true)]
    [InlineData("行政村便民桥加固", "对自然村便民桥进行加固。", false)]
    [InlineData("8所村小学围墙维修", "今年先对6所村小学围墙进行维修。", false)]
    [InlineData("8所村小学围墙维修", "维修村小学围墙6所，另有2所只粉刷。", false)]
    public void Goal_AgainstItsName_IsTold(string name, string goal, bool isObjected) =>
        OneProject.Found("eventConflict", OneProject.With(60m, "质量指标：验收合格率 100%") with { Name = name, Goal = goal }).Any()
            .ShouldBe(isObjected);

    [Theory]
    [InlineData("为80岁以上老年人500人发放津贴。", "数量指标：70岁以上老年人津贴 500人", true)]
    [InlineData("为80岁以上老年人500人发放津贴。", "数量指标：80岁以上老年人津贴 500人", false)]
    [InlineData("为80岁以上老年人500人发放津贴。", "数量指标：70岁以上老年人慰问 90人", false)]
    [InlineData("为80岁以上老年人300人、70至79岁老年人200人发放津贴。", "数量指标：70岁以上老年人津贴 500人", false)]
    [InlineData("为年满80周岁的老年人500人发放津贴。", "数量指标：70周岁以上老年人津贴 500人", true)]
    [InlineData("为年满80周岁的老年人500人发放津贴。", "数量指标：80岁以上老年人津贴 500人", false)]
    [InlineData("养护县道60公里。", "数量指标：养护省道 60公里", true)]
    [InlineData("为中小学生900人配备护眼灯。", "数量指标：初中学生护眼灯 900人", false)]
    [InlineData("为小学学生900人配备护眼灯。", "数量指标：初中学生护眼灯 900人", true)]
    [InlineData("为小学学生900人配备护眼灯。", "数量指标：小学学生护眼灯 900人", false)]
    [InlineData("为小学学生400人、初中学生500人配备护眼灯。", "数量指标：初中学生护眼灯 900人", false)]
    [InlineData("购置消防车2辆，每辆90万元。", "成本指标：每辆救护车价格 ≤90万元", true)]
    [InlineData("购置消防车2辆，每辆90万元。", "成本指标：每辆车价格 ≤90万元", false)]
    [InlineData("培训不收取任何费用，每班补助1万元。", "成本指标：学员培训收费 ≤30元", true)]
    [InlineData("培训不收取任何费用，每班补助1万元。", "成本指标：每名学员培训成本 ≤30元", false)]
    [InlineData("培训不收取任何费用，每班补助1万元。", "经济效益指标：停车收费 ≥30元", false)]
    public void FigureOfAnotherThing_IsTold(string goal, string line, bool isObjected) => Found("subjectConflict", goal, isObjected, line);

    [Theory]
    [InlineData("龙潭水库加固", "加固龙潭水库大坝120米。", "数量指标：虎山水库大坝加固 120米", true)]
    [InlineData("龙潭水库加固", "加固龙潭水库大坝120米。", "数量指标：龙潭水库大坝加固 120米", false)]
    [InlineData("维修龙潭水库", "加固龙潭水库大坝120米。", "数量指标：维修虎山水库大坝 120米", true)]
    [InlineData("龙潭水库加固", "加固龙潭水库大坝120米。", "数量指标：小型水库大坝加固 120米", false)]
    [InlineData("龙潭水库加固", "加固龙潭水库和虎山水库大坝120米。", "数量指标：虎山水库大坝加固 120米", false)]
    public void FigureOfAnotherNamedThing_IsTold(string name, string goal, string line, bool isObjected) =>
        OneProject.Found("subjectConflict", OneProject.With(60m, line) with { Name = name, Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("安置区90户310人。", "数量指标：扶持户 310户", true)]
    [InlineData("安置区90户共310人。", "数量指标：扶持户 310户", true)]
    [InlineData("实现道路塌陷事故零发生。", "社会效益指标：道路塌陷事故 ≤2起", true)]
    [InlineData("安置区90户310人。", "数量指标：扶持人口 310人", false)]
    [InlineData("安置区90户310人，全镇共310户。", "数量指标：扶持户 310户", false)]
    [InlineData("水质综合排名保持全省前五。", "生态效益指标：水质全省排名 ≤9名", true)]
    [InlineData("水质综合排名保持全省前五。", "生态效益指标：水质全省排名 ≤5名", false)]
    [InlineData("水质综合排名保持全省前五。", "生态效益指标：水质全国排名 ≤50名", false)]
    [InlineData("水质综合排名保持全省前五。", "社会效益指标：招商全省排名 ≤9名", false)]
    [InlineData("全年不发生道路塌陷事故。", "社会效益指标：道路塌陷事故 ≤2起", true)]
    [InlineData("全年不发生较大道路塌陷事故。", "社会效益指标：道路塌陷事故 ≤2起", false)]
    [InlineData("全年不发生道路塌陷事故。", "社会效益指标：道路塌陷事故 0起", false)]
    [InlineData("渠道规划总长30公里，今年衬砌12公里。", "数量指标：今年衬砌渠道 30公里", true)]
    [InlineData("渠道规划总长30公里，今年衬砌12公里。", "数量指标：累计衬砌渠道 30公里", false)]
    public void FigureOfAnotherRole_IsAConflict(string goal, string line, bool isObjected) =>
        Found("countConflict", goal, isObjected, line);

    [Theory]
    [InlineData("服务期自2024年4月1日至2024年9月30日，共8个月。", true)]
    [InlineData("服务期自2024年4月1日至2024年9月30日，共6个月。", false)]
    [InlineData("服务期自2024年4月1日至2024年9月30日，共5个月（扣除假期）。", false)]
    [InlineData("服务期自2024年10月至2025年3月，共6个月。", false)]
    [InlineData("服务期8个月（2024年4月1日至2024年9月30日）。", true)]
    [InlineData("服务期6个月（2024年4月1日至2024年9月30日）。", false)]
    [InlineData("为期9天（9月8日至12日）。", true)]
    [InlineData("为期5天（9月8日至12日）。", false)]
    [InlineData("教学楼建于1999年，至今已使用35年。", true)]
    [InlineData("教学楼建于1999年，至今已使用25年。", false)]
    [InlineData("为65周岁以上老年人（1969年12月31日前出生）体检。", true)]
    [InlineData("为65周岁以上老年人（1959年12月31日前出生）体检。", false)]
    [InlineData("退耕450亩（45公顷）。", true)]
    [InlineData("退耕450亩（30公顷）。", false)]
    [InlineData("分两段，2024年3月至5月、9月至11月，共6个月。", false)]
    [InlineData("9月8日开班、9月12日结业，为期9天。", true)]
    [InlineData("9月8日开班、9月12日结业，为期5天。", false)]
    [InlineData("展会6月3日至6日，展期4天。", false)]
    [InlineData("展会6月3日至6日，展期8天。", true)]
    [InlineData("教学楼1999年建成，到2024年已使用35年。", true)]
    [InlineData("教学楼1999年建成，到2024年已使用25年。", false)]
    [InlineData("教学楼1989年建成、1999年加固，到2024年已使用35年。", false)]
    [InlineData("为4至6岁儿童（2008年至2010年出生）筛查听力。", true)]
    [InlineData("为4至6岁儿童（2018年至2020年出生）筛查听力。", false)]
    [InlineData("退耕450亩（合45公顷）。", true)]
    [InlineData("退耕450亩（合30公顷）。", false)]
    [InlineData("退耕450亩，合每公顷7500元。", false)]
    [InlineData("粮食产量3吨，合6000斤。", false)]
    public void Span_AgainstItsEnds_IsTold(string goal, bool isObjected) => Found("spanConflict", goal, isObjected, "质量指标：合格率 100%");

    [Theory]
    [InlineData("抢修水管。", "时效指标：接报后到场时限 ≤3小时", "时效指标：接报后修复时限 ≤2小时", true)]
    [InlineData("抢修水管。", "时效指标：接报后到场时限 ≤30分钟", "时效指标：接报后修复时限 ≤2小时", false)]
    [InlineData("抢修水管。", "时效指标：接报后到场时限 ≤3小时", "时效指标：到场后修复时限 ≤2小时", false)]
    [InlineData("汛前全部清淤完毕。", "时效指标：清淤时间 2024年11月底", "质量指标：合格率 100%", true)]
    [InlineData("汛前全部清淤完毕。", "时效指标：清淤时间 2024年5月底", "质量指标：合格率 100%", false)]
    [InlineData("汛前完成排查，汛后清淤。", "时效指标：清淤时间 2024年11月底", "质量指标：合格率 100%", false)]
    [InlineData("汛前完成设计，11月底前清淤。", "时效指标：清淤时间 2024年11月底", "质量指标：合格率 100%", false)]
    public void Limit_AgainstAnEarlierStepOrSeason_IsTold(string goal, string line, string other, bool isObjected) =>
        Found("spanConflict", goal, isObjected, line, other);

    private static void Found(string check, string goal, bool isObjected, params string[] lines) =>
        OneProject.Found(check, OneProject.With(60m, lines) with { Goal = goal }).Any().ShouldBe(isObjected);
}
