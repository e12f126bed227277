using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Figures of goal and indicator that share no word and can mean nothing else, each beside near misses.</summary>
public sealed class OtherWordsTests
{
    [Theory]
    [InlineData("对全县15万亩小麦实施“一喷三防”，每亩补助10元。", "“一喷三防”作业面积 ≥15亩")]
    [InlineData("完成飞播种草20万亩，惠及牧户300户。", "作业面积 ≥20亩")]
    [InlineData("检疫出栏动物12万头。", "检疫数量 ≥12头")]
    [InlineData("处理生活污水35万吨。", "年处理量 ≥35吨")]
    [InlineData("植苗20亩。", "造林任务 ≥20万亩")]
    [InlineData("接待旅客1.25万人次。", "到站客流 ≥12500万人次")]
    [InlineData("发放宣传折页3万份，播放广告20次。", "资料 ≥3份")]
    public void TenThousandLeftOut_IsTold(string goal, string line) => Conflicts(goal, isObjected: true, "数量指标：" + line);

    [Theory]
    [InlineData("全县现有耕地15万亩，建设示范基地。", "育苗基地 ≥15亩")]
    [InlineData("对15万亩小麦实施防治，建设示范片15亩。", "示范片 ≥15亩")]
    [InlineData("对15万亩小麦实施防治，建设示范片200亩。", "核心区 ≥15亩")]
    [InlineData("服务群众3万人。", "聘用讲解员 ≥3人")]
    [InlineData("对油菜6万亩实施防治。", "作业面积 ≥60亩")]
    [InlineData("种植油菜6万亩。", "种植油菜 ≥6万亩")]
    public void SameDigitsOfOtherThings_AreLeftAlone(string goal, string line) =>
        Conflicts(goal, isObjected: false, "数量指标：" + line);

    [Theory]
    [InlineData("惠及群众1.2万人，改善出行条件。", "受益人口 ≥1.5万人")]
    [InlineData("项目实施后受益群众3000人。", "惠及人口数 ≥4000人")]
    [InlineData("覆盖人口8000人。", "受益人数 ≥9000人")]
    [InlineData("培训教师60人，惠及学生5000人。", "受益人数 ≥4000人")]
    [InlineData("建成后覆盖住户260户。", "受益农户 ≥300户")]
    public void PeopleReached_InOtherWords_AreCompared(string goal, string line) => Conflicts(goal, isObjected: true, "社会效益指标：" + line);

    [Theory]
    [InlineData("惠及群众1.2万人，改善出行条件。", "受益人口 ≥1.2万人")]
    [InlineData("惠及群众1.2万人，其中直接受益4000人。", "直接受益人数 ≥4000人")]
    [InlineData("惠及老人1200人，改善就餐条件。", "受益儿童 ≥300人")]
    [InlineData("惠及群众1.2万人，改善出行条件。", "带动受益人数 ≥300人")]
    [InlineData("补助东村200人、西村300人，惠及家属900人。", "受益人数 ≥500人")]
    [InlineData("惠及群众1.2万人，改善出行条件。", "受益人口 ≥3000户")]
    [InlineData("上年惠及群众1.2万人，改善出行条件。", "受益人口 ≥1.5万人")]
    public void OtherPeopleReached_AreLeftAlone(string goal, string line) => Conflicts(goal, isObjected: false, "社会效益指标：" + line);

    [Theory]
    [InlineData("为困难群众每人每月补助300元。", "成本指标：生活补贴标准 350元/人·月")]
    [InlineData("每名护林员每月发放300元。", "成本指标：劳务费 350元/人·月")]
    [InlineData("为60名特困人员发放生活费，每人每月300元。", "数量指标：救助标准 ≥350元/人·月")]
    [InlineData("按每人300元给予一次性救助。", "社会效益指标：资助标准 ≥350元/人")]
    public void OnlyPriceForAHead_IsCompared(string goal, string line) => Conflicts(goal, isObjected: true, line);

    [Theory]
    [InlineData("为困难群众每人每月补助300元。", "成本指标：生活补贴标准 300元/人·月")]
    [InlineData("为困难群众每人每月补助300元，为重残人员每人每月补助100元。", "成本指标：生活补贴标准 350元/人·月")]
    [InlineData("为困难群众每人每月补助300元。", "经济效益指标：人均增收 ≥350元")]
    [InlineData("为困难群众每人每月补助300元。", "成本指标：棚舍补贴标准 350元/平方米")]
    [InlineData("上年每人每月补助300元，今年提标。", "成本指标：生活补贴标准 350元/人·月")]
    public void PriceOfOthers_IsLeftAlone(string goal, string line) => Conflicts(goal, isObjected: false, line);

    private static void Conflicts(string goal, bool isObjected, params string[] lines) =>
        OneProject.Found("countConflict", OneProject.With(60m, lines) with { Goal = goal }).Any().ShouldBe(isObjected);
}
