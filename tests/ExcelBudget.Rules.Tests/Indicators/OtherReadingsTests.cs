using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Figures of goals that a second reading explains, each beside a twin that nothing explains.</summary>
public sealed class OtherReadingsTests
{
    [Theory]
    [InlineData("台账于次年2月底前上报。", "时效指标：台账上报时间 2025年2月底前", false)]
    [InlineData("台账于次年2月底前上报。", "时效指标：台账上报时间 2025年3月底前", true)]
    [InlineData("台账于翌年2月底前上报。", "时效指标：台账上报时间 2025年2月底前", false)]
    [InlineData("台账于2月底前上报。", "时效指标：台账上报时间 2024年3月底前", true)]
    public void TermOfTheNextYear_IsNotThisYears(string goal, string line, bool isObjected) => Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("2023年为群众追回损失860万元，本年办结案件120件。", "经济效益指标：追回损失 ≥900万元", false)]
    [InlineData("本年为群众追回损失860万元。", "经济效益指标：追回损失 ≥900万元", true)]
    public void MoneyBroughtAboutInOtherYears_IsNoneOfThisYears(string goal, string line, bool isObjected) =>
        Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("发放务工报酬不低于86万元，吸纳务工90人。", "经济效益指标：发放务工报酬 ≥68万元", true)]
    [InlineData("发放务工报酬不低于86万元，吸纳务工90人。", "经济效益指标：发放务工报酬 ≥86万元", false)]
    [InlineData("发放务工报酬不低于86万元，吸纳务工90人。", "经济效益指标：发放务工报酬 ≥90万元", false)]
    [InlineData("发放务工报酬不低于86万元，吸纳务工90人。", "经济效益指标：村集体收入 ≥68万元", false)]
    public void MoneyPromisedAtLeast_AgainstLess_IsAConflict(string goal, string line, bool isObjected) =>
        Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("工作日供应早餐，全年按240天计算，每餐补贴4元，次月10日前支付。", "数量指标：全年供应天数 ≥360天", true)]
    [InlineData("工作日供应早餐，全年按240天计算，每餐补贴4元。", "数量指标：全年供应天数 ≥240天", false)]
    [InlineData("网点全年营业240天，维护期不少于30天。", "数量指标：全年供应天数 ≥360天", false)]
    public void DaysOfTheYear_ToldOnce_AreCompared(string goal, string line, bool isObjected) => Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("对9座桥梁加固改造，其中大跨桥3座、每座40万元，小跨桥6座、每座10万元。", "数量指标：加固改造大跨桥梁 3座",
        "数量指标：加固改造小跨桥梁 6座", false)]
    [InlineData("对9座桥梁加固改造，其中大跨桥3座、每座40万元，小跨桥6座、每座10万元。", "数量指标：加固改造桥梁 3座",
        "质量指标：验收合格率 100%", true)]
    public void PartsNamedByTheirIndicators_AreNotTheWhole(string goal, string line, string other, bool isObjected) =>
        Conflicts(goal, isObjected, line, other);

    [Theory]
    [InlineData("新修田间渠道9公里，渠底宽2米、深0.6米。", "数量指标：新修田间渠道 ≥9000米", false)]
    [InlineData("新修5米宽机耕路3公里。", "数量指标：新修机耕路 ≥3000米", false)]
    [InlineData("新修田间渠道9000米，渠底宽2米。", "数量指标：新修田间渠道 ≥6000米", true)]
    [InlineData("新修机耕路3公里，路面宽5米。", "质量指标：机耕路路面宽 ≥4米", true)]
    public void WidthOrDepth_IsNoLength(string goal, string line, bool isObjected) => Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("服务60岁老人200人次、80岁老人90人次，每次分别补贴2元和4元。", "成本指标：80岁老人每次补贴 4元", false)]
    [InlineData("服务60岁老人200人次、80岁老人90人次，每次分别补贴2元和4元。", "成本指标：60岁老人每次补贴 2元", false)]
    public void PricesToldTogether_AreEachOfOneGroup(string goal, string line, bool isObjected) => Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("其中150人佩戴电子手环。", "佩戴电子手环 150个", false)]
    [InlineData("为220户安装烟感报警器。", "安装烟感报警器 220台", false)]
    [InlineData("培训电子商务人员150人。", "培训电子商务人员 150个", true)]
    public void ThingsOfPeople_CountAsThePeopleDo(string goal, string line, bool isObjected) => OneProject.Found("unitConflict",
        OneProject.With(60m, "数量指标：" + line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("办理民事案件400件，每件1000元，刑事案件200件，每件1500元，共需70万元，上级转移支付安排20万元，本级安排50万元。", false)]
    [InlineData("办理民事案件400件，每件1000元，刑事案件200件，每件1500元，本级安排50万元。", true)]
    public void PricesTimesCounts_OfAWholeThatOthersPayToo_AreNoExcess(string goal, bool isObjected) => OneProject.Found("priceTimesCount",
        OneProject.With(50m, "数量指标：民事案件 ≥400件", "数量指标：刑事案件 ≥200件", "成本指标：民事案件补贴标准 1000元/件",
            "成本指标：刑事案件补贴标准 1500元/件") with
        {
            Goal = goal,
        }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("设监测点20个，监测员每人每月300元，每点1人，需7.2万元，培训1.3万元，平台维护1.5万元。", false)]
    [InlineData("设监测点20个，设备更新需7.2万元，培训1.3万元，平台维护1.5万元。", true)]
    public void SumThatASetPriceMakes_IsSet(string goal, bool isObjected) => OneProject.Found("goalCost",
        OneProject.With(10m, "数量指标：监测点 20个", "成本指标：监测员补助标准 300元/人·月", "成本指标：培训费 ≤1.3万元",
            "成本指标：平台维护费 ≤1.5万元") with
        {
            Goal = goal,
        }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("办理法律援助案件，为当事人提供咨询、代理和调解服务，补贴按季结算。", "满意度指标：受助学生家长满意度 ≥95%", true)]
    [InlineData("资助家庭经济困难学生，按学期发放补助，补助按季结算，不漏一人。", "满意度指标：受助学生家长满意度 ≥95%", false)]
    [InlineData("为全部农家书屋补充更新图书，满足农民读书需求，每家更新一次。", "社会效益指标：高致病性禽流感免疫密度 ≥90%", true)]
    [InlineData("春秋两季对畜禽集中免疫，落实村级防疫员补助，做好疫情监测。", "社会效益指标：高致病性禽流感免疫密度 ≥90%", false)]
    public void IndicatorOfAnotherField_IsForeign(string goal, string line, bool isObjected) => OneProject.Found("foreignAudience",
        OneProject.With(60m, line, "数量指标：工作任务 ≥4项", "质量指标：验收合格率 100%") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("成本指标：演出器材费 ≤11万元", false)]
    [InlineData("成本指标：演出器材费 ≤9万元", true)]
    public void SumsThatMakeASetCost_AreCarriedByIt(string line, bool isObjected) => OneProject.Found("goalCost",
        OneProject.With(26m, line, "成本指标：培训费 ≤8万元", "成本指标：宣传费 ≤7万元") with
        {
            Goal = "购置服装4万元、道具7万元，开展培训8万元，宣传7万元。",
        }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("养护县道120公里、乡道210公里，标准每公里分别为7000元、3500元，比上年1150公里增加。", false)]
    [InlineData("养护县道1150公里，标准每公里7000元。", true)]
    public void PricesToldInOrder_AreForTheirOwnCounts(string goal, bool isObjected) => OneProject.Found("priceTimesCount",
        OneProject.With(157m, "数量指标：养护县道 120公里", "成本指标：县道每公里养护标准 7000元") with { Goal = goal }).Any()
            .ShouldBe(isObjected);

    [Theory]
    [InlineData("按片区分，东部8个、西部6个、北部4个。", "数量指标：提升服务社 18个", false)]
    [InlineData("提升服务社20个，东部8个、中部6个、西部4个。", "数量指标：提升服务社 20个", true)]
    public void FirstOfAList_IsNoWholeOfTheOthers(string goal, string line, bool isObjected) =>
        OneProject.Found("subgroups", OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：拆除违规户外广告 ≥320处", false)]
    [InlineData("质量指标：违规发放 ≥3次", true)]
    public void DeedAgainstWhatIsBad_IsTheMoreTheBetter(string line, bool isObjected) =>
        OneProject.Found("direction", OneProject.With(60m, line)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("对退役士兵开展适应性培训，帮助尽快就业，全年分三期举办。", "数量指标：清理河道淤泥 ≥3500立方米", true)]
    [InlineData("对中小河流开展清淤和岸坡整治，恢复行洪能力，汛前完成。", "数量指标：清理河道淤泥 ≥3500立方米", false)]
    public void CountOfAnotherField_IsForeign(string goal, string line, bool isObjected) => OneProject.Found("foreignAudience",
        OneProject.With(60m, line, "数量指标：工作任务 ≥4项", "质量指标：验收合格率 100%") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("调解案件由上年1200件增加到1500件，增长20%。", true)]
    [InlineData("调解案件由上年1200件增加到1500件，增长25%。", false)]
    [InlineData("覆盖面由200户增加到250户，增长35%", true)]
    [InlineData("普及率由58%提高到76%，提高16个百分点。", true)]
    [InlineData("普及率由58%提高到76%，提高18个百分点。", false)]
    [InlineData("接待游客由上年的50万人次增长12%，达到58万人次。", true)]
    [InlineData("接待游客由上年的50万人次增长12%，达到56万人次。", false)]
    [InlineData("2023年办理案件420件，今年比上年增加60件，共500件。", true)]
    [InlineData("2023年办理案件420件，今年比上年增加80件，共500件。", false)]
    public void ChangeThatItsFiguresDoNotBearOut_IsAMiscount(string goal, bool isObjected) => OneProject.Found("countProduct",
        OneProject.With(60m, "数量指标：办理案件 500件") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("聘用巡护员18人，其中女巡护员21人。", true)]
    [InlineData("聘用巡护员18人，其中女巡护员11人。", false)]
    [InlineData("聘用巡护员18人，管护林地2片，其中集中连片的惠及农户21人。", false)]
    public void OnePartThatIsMoreThanAll_IsObjected(string goal, bool isObjected) => OneProject.Found("subgroups",
        OneProject.With(60m, "数量指标：聘用巡护员 18人") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("落实防治员158名，每人每年补助2400元，计37.92万元。", false)]
    [InlineData("落实防治员158名，每人每年补助2600元。", true)]
    public void SumThatAPriceMakesWithACount_IsNoOtherPrice(string goal, bool isObjected) =>
        Conflicts(goal, isObjected, "成本指标：防治员每人每年补助 2400元", "数量指标：防治员 158名");

    [Theory]
    [InlineData("为70名走教教师发放补助，其中小学42名、初中28名。", true)]
    [InlineData("为70名走教教师发放补助，其中小学28名、初中42名。", false)]
    public void TwoGroupsWithEachOthersFigure_AreAConflict(string goal, bool isObjected) =>
        Conflicts(goal, isObjected, "数量指标：小学走教教师 28名", "数量指标：初中走教教师 42名");

    [Theory]
    [InlineData(286.32, true)]
    [InlineData(268.32, false)]
    [InlineData(300.32, false)]
    public void AmountWithTwoDigitsExchanged_IsObjected(double amount, bool isObjected) => OneProject.Found("priceTimesCount",
        OneProject.With((decimal)amount, "数量指标：配备专职保安 86名", "成本指标：保安每人每月工资 2600元") with
        {
            Goal = "配备专职保安86名，每人每月2600元，按12个月计算。",
        }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("考试秩序\t平稳有序\t10", "平稳有序", "10", false)]
    [InlineData("更新投影仪\t台\t60", "台", "60", true)]
    public void WordsBesidePoints_AreNoUnitInTheFiguresPlace(string raw, string value, string unit, bool isObjected)
    {
        var line = OneProject.With(60m, "数量指标：更新投影仪 ≥1台").Indicators[0];
        var typed = new ExcelBudget.Rules.Checking.Indicators.ReviewedIndicator(line.Indicator with
        {
            Operator = ExcelBudget.Domain.Indicators.TargetOperator.Qualitative,
            Value = value,
            Unit = unit,
            Raw = raw,
        });
        OneProject.Found("mistypedTarget", OneProject.With(60m) with { Indicators = [typed] }).Any().ShouldBe(isObjected);
    }

    private static void Conflicts(string goal, bool isObjected, params string[] lines) =>
        OneProject.Found("countConflict", OneProject.With(60m, lines) with { Goal = goal }).Any().ShouldBe(isObjected);
}
