using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>A figure that only the goal tells beside one that only an indicator sets: one thing in two ways, or two things.</summary>
public sealed class OpenPairTests
{
    private const string Done = "时效指标：工作完成时间 2024年12月底前";

    [Theory]
    [InlineData("由县剧团演出，送戏下乡60场。", "数量指标：演出场次 ≥48场", true)]
    [InlineData("由县剧团演出，送戏下乡60场。", "数量指标：演出场次 ≥60场", false)]
    [InlineData("由县剧团演出，送戏下乡60场。", "数量指标：配备音响 ≥4套", false)]
    [InlineData("对全县120株一、二级古树进行挂牌和复壮保护。", "数量指标：保护古树 96株", true)]
    [InlineData("在全县10所乡镇中心学校巡展。", "数量指标：巡展学校 8所", true)]
    [InlineData("全县现有42所学校，开展食品安全检查。", "数量指标：检查学校 20所", false)]
    [InlineData("硬化屯内道路16公里，路面宽4米、厚0.18米。", "质量指标：路面厚度 ≥0.14米", true)]
    [InlineData("硬化屯内道路16公里，路面宽4米、厚0.18米。", "质量指标：路面厚度 ≥0.18米", false)]
    [InlineData("在6个脱贫村实施产业项目。", "数量指标：实施项目村 8个", true)]
    [InlineData("保护古茶树3200株。", "社会效益指标：古茶树死亡株数 ≤5株", false)]
    [InlineData("图书馆、文化馆及16个乡镇文化站免费开放。", "数量指标：免费开放场馆 18个", false)]
    public void CountsOfOneThing_MustAgree(string goal, string line, bool isObjected) => Conflicts(goal, line, isObjected);

    [Theory]
    [InlineData("聘用护林员26名，每人每月3000元，按12个月计算。", "成本指标：护林员月工资 ≤2400元", true)]
    [InlineData("聘用护林员26名，每人每月3000元，按12个月计算。", "成本指标：护林员年工资 ≤36000元", false)]
    [InlineData("放流鱼苗300万尾，每万尾2000元。", "成本指标：每万尾苗种价格 ≤2500元", true)]
    [InlineData("放流鱼苗300万尾，每万尾2000元。", "成本指标：每万尾苗种价格 ≤2000元", false)]
    [InlineData("建设分拣线1条，设备款40万元、调试费8万元。", "成本指标：分拣设备款 ≤50万元", true)]
    [InlineData("新建苹果示范园600亩，每亩补助800元。", "经济效益指标：示范园亩均预期产值 ≥1万元", false)]
    public void PricesOfOneThing_MustAgree(string goal, string line, bool isObjected) => Conflicts(goal, line, isObjected);

    [Theory]
    [InlineData("水费收缴率由2023年的88%提高到93%。", "质量指标：水费收缴率 ≥83%", true)]
    [InlineData("贷款余额2000万元，年利率4%，全额贴息。", "成本指标：贷款年利率 ≤6%", true)]
    [InlineData("造林后成活率85%以上。", "生态效益指标：修复区植被覆盖度 ≥60%", false)]
    [InlineData("全县农机总动力28万千瓦，综合机械化率74.8%。", "社会效益指标：主要农作物综合机械化率 ≥76%", false)]
    [InlineData("沿河群众满意度较上年的88%提高2个百分点。", "服务对象满意度指标：沿河群众满意度 ≥90%", false)]
    public void RatesOfOneThing_MustAgree(string goal, string line, bool isObjected) => Conflicts(goal, line, isObjected);

    [Theory]
    [InlineData("购置康复训练设备18件（套）。", "数量指标：购置康复训练设备 14件（套）", true)]
    [InlineData("修复破损古籍320叶，每叶500元。", "数量指标：修复破损古籍 ≥400叶", true)]
    [InlineData("修复破损古籍320叶，每叶500元。", "数量指标：修复破损古籍 ≥320叶", false)]
    [InlineData("为全县23万常住居民投保。", "数量指标：投保居民 29万人", true)]
    [InlineData("对上年度获得授权的60件发明专利给予奖励。", "数量指标：奖励发明专利 48件", true)]
    [InlineData("改造2000年底前建成的老旧小区6个。", "数量指标：改造老旧小区 8个", true)]
    [InlineData("与上年培训200人、就业率36%相比，今年就业率40%以上。", "社会效益指标：培训后就业率 ≥40%", false)]
    public void FiguresReadAsTheyAreWritten_AreHeldAgainstEachOther(string goal, string line, bool isObjected) =>
        Conflicts(goal, line, isObjected);

    [Theory]
    [InlineData("为14个重点社区补齐器材，每个社区2万元，配灭火防护服4套。", "数量指标：配备灭火防护服 56套", false)]
    [InlineData("开发公益性岗位110个，新安置22人。", "数量指标：安置公益性岗位人员 110人", false)]
    [InlineData("现有中医药人员51人，其中执业中医师29人。", "数量指标：培训中医药人员 ≥34人", false)]
    [InlineData("涉及农民工1100人，先行垫付工资。", "数量指标：垫付农民工 ≥100人", false)]
    [InlineData("每村每月放映1场，覆盖22个村。", "数量指标：放映公益电影 264场", false)]
    public void FiguresThatTheGoalMakes_AreNoConflict(string goal, string line, bool isObjected) => Conflicts(goal, line, isObjected);

    private static void Conflicts(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(500m, line, Done) with { Goal = goal }).Any().ShouldBe(isObjected);
}
