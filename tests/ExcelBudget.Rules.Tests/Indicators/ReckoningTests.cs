using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// 算术。Figures told beside each other and what they make: each kind with its fault and with what comes near and is in order.
/// </summary>
public sealed class ReckoningTests
{
    [Theory]
    [InlineData("设防火卡口9个，每个卡口2名值守员，防火宣传到位。", "数量指标：值守员 16名", true)]
    [InlineData("布设12个监测点，每点3名观测员。", "数量指标：观测员 30人", true)]
    [InlineData("建设蔬菜基地300亩，亩产达到2000公斤。", "数量指标：蔬菜总产量 6000吨", true)]
    [InlineData("供水站每天供水500吨，全年运行360天。", "数量指标：全年供水 1.8万吨", true)]
    [InlineData("全县36座小型水库各有1名巡查员，全年12个月、每月巡查2次。", "数量指标：每座水库全年巡查 12次", true)]
    [InlineData("举办宣讲8场，每场60人。", "数量指标：宣讲受众 ≥600人次", true)]
    [InlineData("设防火卡口9个，每个卡口2名值守员，防火宣传到位。", "数量指标：值守员 18名", false)]
    [InlineData("布设12个监测点，其中6个每点3名观测员。", "数量指标：观测员 30人", false)]
    [InlineData("布设12个监测点，每点3名观测员，两班轮流值守。", "数量指标：观测员 72人", false)]
    [InlineData("建设蔬菜基地300亩，亩产达到2000公斤。", "数量指标：蔬菜总产量 600吨", false)]
    [InlineData("建设蔬菜基地300亩，亩产达到4000斤。", "数量指标：蔬菜总产量 600吨", false)]
    [InlineData("两座供水站每天各供水500吨，全年运行360天。", "数量指标：全年供水 36万吨", false)]
    [InlineData("供水站每天供水500吨，全年运行360天，折合户均0.5吨。", "数量指标：全年供水 1.8万吨", false)]
    [InlineData("全县36座小型水库，只在6个月里巡查，每月2次。", "数量指标：每座水库全年巡查 12次", false)]
    [InlineData("举办宣讲8场，每场不少于60人。", "数量指标：宣讲受众 ≥600人次", false)]
    [InlineData("举办宣讲8场，每场60人，每场2天。", "数量指标：宣讲受众 ≥960人次", false)]
    [InlineData("举办宣讲8场，每场60人；另组织宣讲到企业。", "数量指标：宣讲受众 ≥600人次", false)]
    [InlineData("举办宣讲8场，每场60人，线上宣讲120人。", "数量指标：宣讲受众 ≥600人次", false)]
    [InlineData("举办宣讲8场，每场约60人。", "数量指标：宣讲受众 ≥500人次", false)]
    [InlineData("举办宣讲8场，每场60人。", "数量指标：发放资料 ≥600份", false)]
    public void FiguresForEach_AgainstTheIndicatorOfAll_Multiply(string goal, string line, bool isObjected) =>
        Found(60m, goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("为450名残疾人发放托养补贴，每人每年1000元，共54万元。", 54, true)]
    [InlineData("全县25处墓区各聘1名管护员，每人每月补助600元，全年管护12个月，共需1.5万元。", 1.5, true)]
    [InlineData("印制手册8000册，每册5元，共需5万元。", 5, true)]
    [InlineData("为450名残疾人发放托养补贴，每人每年1000元，共45万元。", 45, false)]
    [InlineData("为450名残疾人发放托养补贴，每人每年1000元，计45万元；其中300人每人加发300元，计9万元，共54万元。", 54, false)]
    [InlineData("印制手册8000册，每册5元，制作展板20块，共需5万元。", 5, false)]
    [InlineData("印制手册8000册，每册5元，加上设计费共需5万元。", 5, false)]
    [InlineData("开展培训2期，印制手册8000册，每册5元，共需5万元。", 5, false)]
    [InlineData("印制手册8000册，每册最高5元，共需3万元。", 3, false)]
    [InlineData("印制手册8000册，每册5元，其余由企业承担，共需2万元。", 2, false)]
    [InlineData("汛期聘请巡查员25名，每人每月600元，共需7.5万元。", 7.5, false)]
    public void OnlyPrice_TimesItsCount_IsTheAmountToldBehindIt(string goal, double amount, bool isObjected) =>
        Found((decimal)amount, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("总投资200万元，县级承担30%，计80万元。", true)]
    [InlineData("为农户贷款贴息，共2000万元，年利率4%，财政按利息的50%贴息，共需80万元。", true)]
    [InlineData("总投资200万元，县级承担40%，计80万元。", false)]
    [InlineData("总投资200万元，省级补助120万元，余下由县级补助50%，计40万元。", false)]
    [InlineData("总投资200万元，省级补助60%，县级承担40%即80万元。", false)]
    [InlineData("为农户贷款贴息，共2000万元，年利率4%，财政按利息的50%贴息，共需40万元。", false)]
    [InlineData("安装护栏10公里，每公里20万元，县级补助30%，计60万元，总投资200万元。", false)]
    [InlineData("总投资约200万元，县级承担30%，计80万元。", false)]
    [InlineData("资金由中央承担60%、省级承担15%、县级承担30%。", true)]
    [InlineData("资金由中央承担60%、省级承担15%、县级承担25%。", false)]
    [InlineData("特困对象补助100%、低收入家庭补助50%。", false)]
    [InlineData("总投资200万元，比上年增长30%，共80万元为县级资金。", false)]
    public void ShareOfTheWhole_AgainstTheSumBehindIt_Multiplies(string goal, bool isObjected) =>
        Found(80m, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("2023年全县接待游客50万人次，2024年比上年增长10%。", "社会效益指标：接待游客 51万人次", true)]
    [InlineData("2023年这些路口发生事故30起，今年比上年减少三分之二。", "社会效益指标：路口事故 ≤20起", true)]
    [InlineData("2023年受理投诉80件，今年比上年减少一半。", "社会效益指标：投诉受理 ≤60件", true)]
    [InlineData("2023年全县接待游客50万人次，2024年比上年增长10%。", "社会效益指标：接待游客 55万人次", false)]
    [InlineData("2023年全县接待游客50万人次，2024年比上年增长10%。", "社会效益指标：接待游客 ≥60万人次", false)]
    [InlineData("2023年全县接待游客50万人次，2024年比上年增长10%。", "社会效益指标：过夜人数 11万人次", false)]
    [InlineData("2023年这些路口发生事故30起，今年控制在上年的三分之二以内。", "社会效益指标：路口事故 ≤20起", false)]
    [InlineData("2023年这些路口发生事故30起，今年减少到三分之二。", "社会效益指标：路口事故 ≤20起", false)]
    public void LastYearsFigure_AndItsGrowth_MakeThisYearsTarget(string goal, string line, bool isObjected) =>
        Found(60m, goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("2023年底全县有充电桩120台，今年新增30台，没有拆除，年底全县达到160台。", true)]
    [InlineData("2023年底有社区食堂8个，今年新建5个，年底达到15个。", true)]
    [InlineData("2023年底全县有充电桩120台，今年新增30台，年底全县达到150台。", false)]
    [InlineData("2023年底全县有充电桩120台，今年新增30台，另由企业自建10台，年底全县达到160台。", false)]
    [InlineData("2023年底全县有充电桩120台，今年新增30台、拆除旧桩若干，年底全县达到140台。", false)]
    [InlineData("2023年底全县有充电桩120台，今年新增30台，服务车主160人。", false)]
    public void Stock_AndWhatIsAdded_MakeTheYearsEnd(string goal, bool isObjected) =>
        Found(36m, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("项目资金人民币叁拾伍万元整（53万元）。", true)]
    [InlineData("项目资金53万元（大写：人民币叁拾伍万元整）。", true)]
    [InlineData("项目资金人民币伍拾叁万元整（530000元）。", false)]
    [InlineData("项目资金人民币伍拾叁万元整，其中设备35万元。", false)]
    public void AmountInFormalNumerals_AndInDigits_Agree(string goal, bool isObjected) =>
        Found(53m, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("公租房出租率 85%", "公租房空置率 25%", true)]
    [InlineData("产品合格率 ≥95%", "产品不合格率 ≥10%", true)]
    [InlineData("公租房出租率 85%", "公租房空置率 15%", false)]
    [InlineData("公租房出租率 ≥85%", "公租房空置率 ≤25%", false)]
    [InlineData("公租房出租率 85%", "商铺空置率 25%", false)]
    [InlineData("设备使用率 85%", "设备完好率 95%", false)]
    public void RatesThatMakeTheWhole_AddUpToIt(string one, string other, bool isObjected) => OneProject.Found("countProduct",
        OneProject.With(60m, "质量指标：" + one, "质量指标：" + other)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("全县应检药店360家，全年检查324家。", "质量指标：检查覆盖率 95%", true)]
    [InlineData("全县应接种儿童2000人，全年接种1800人。", "质量指标：接种率 ≥95%", true)]
    [InlineData("全县应检药店360家，全年检查324家。", "质量指标：检查覆盖率 90%", false)]
    [InlineData("全县应检药店360家，上半年检查324家，下半年补检18家。", "质量指标：检查覆盖率 95%", false)]
    [InlineData("全县应检药店360家，全年检查324家。", "质量指标：检查覆盖率 ≥85%", false)]
    [InlineData("全县应检药店360家，全年检查324家。", "质量指标：问题整改率 95%", false)]
    public void DueAndDone_AgainstTheirRate_Divide(string goal, string line, bool isObjected) =>
        Found(60m, goal, line).ShouldBe(isObjected);

    private static bool Found(decimal amount, string goal, string line) =>
        OneProject.Found("countProduct", OneProject.With(amount, line) with { Goal = goal }).Any();
}
