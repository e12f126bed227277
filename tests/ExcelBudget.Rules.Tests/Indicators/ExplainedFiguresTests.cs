using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// Figures of a goal that do not make each other, beside those that the goal itself explains. The budget is that of 2024.
/// </summary>
public sealed class ExplainedFiguresTests
{
    private const string Done = "时效指标：工作完成时间 2024年12月底前";

    [Theory]
    [InlineData("护林员由120名增加到150名，新增35名。", true)]
    [InlineData("护林员由120名增加到150名，新增35名，年内5名转任村干部。", false)]
    [InlineData("全年受理量由1.2万件增加到1.5万件，增长20%。", true)]
    [InlineData("全年受理量由1.2万件增加到1.5万件，增长20%以上。", false)]
    [InlineData("服务站由30个增加到72个，数量翻了一番多。", false)]
    [InlineData("全年借阅量达到18万册次，比上年15万册次增长15%。", true)]
    [InlineData("全年借阅量达到18万册次，比上年15万册次增长15%以上。", false)]
    [InlineData("接待游客60万人次，上年实际接待48万人次，增幅达30%。", true)]
    [InlineData("接待游客60万人次，上年实际接待48万人次，增幅达25%。", false)]
    [InlineData("发射火箭弹600枚，2023年用弹480枚，较上年增加150枚。", true)]
    [InlineData("发射火箭弹600枚，2023年用弹480枚，较上年增加120枚。", false)]
    [InlineData("保鲜能力由上年的2.6万吨增加0.9万吨，达到3.8万吨。", true)]
    [InlineData("保鲜能力由上年的2.6万吨增加0.9万吨，达到3.5万吨。", false)]
    [InlineData("补助小学生9420人、初中生4260人，共13680人，较2023年的14120人减少440人。", false)]
    [InlineData("原有路灯1240盏，本次加装360盏，完工后共有1500盏。", true)]
    [InlineData("原有路灯1240盏，本次加装360盏，完工后共有1600盏。", false)]
    [InlineData("上年新增充电桩120个，今年增加180个，总数达到860个。", false)]
    [InlineData("接待群众25万人次，比上年的20万人次增加5万人次，增长20%。", true)]
    [InlineData("接待群众25万人次，比上年的20万人次增加5万人次，增长25%。", false)]
    public void AChange_IsWhatLiesBetweenTwoFigures(string goal, bool isObjected) => Found("countProduct", goal).ShouldBe(isObjected);

    [Theory]
    [InlineData("合同款分三笔付清：签约后先付三成，到货后付四成，验收合格后付两成五。", true)]
    [InlineData("合同款分三笔付清：签约后先付三成，到货后付四成，验收合格后付三成。", false)]
    [InlineData("分三期拨付：开工后拨付40%，墙体完工后拨付35%，验收合格后拨付20%，不再留尾款。", true)]
    [InlineData("分三期拨付：开工后拨付40%，墙体完工后拨付35%，验收合格后拨付20%，余下作质保金。", false)]
    [InlineData("所需资金省里拿五成、市里拿三成、县里拿三成。", true)]
    [InlineData("所需资金省里拿五成、市里拿三成、县里拿两成。", false)]
    [InlineData("公用经费中央承担80%；校舍维修省级承担50%；其他由县级负担。", false)]
    [InlineData("小学阶段近视学生占36%、初中阶段近视学生占58%、高中阶段近视学生占72%。", false)]
    [InlineData("全县145个行政村，到年底通冷链配送的58个，通达比例为50%。", true)]
    [InlineData("全县145个行政村，到年底通冷链配送的58个，通达比例为40%。", false)]
    [InlineData("安置540人。安置人员中女性216人，占45%。", true)]
    [InlineData("安置540人。安置人员中女性216人，占40%。", false)]
    [InlineData("受益残疾人1250人，其中重度500人，占40%；农村875人，占60%。", true)]
    [InlineData("受益残疾人1250人，其中重度500人，占40%；农村875人，占70%。", false)]
    public void Shares_MakeTheWhole(string goal, bool isObjected) => Found("countProduct", goal).ShouldBe(isObjected);

    [Theory]
    [InlineData("整治危旧房180栋。一至四季度依次完成40栋、60栋、50栋、25栋。", true)]
    [InlineData("整治危旧房180栋。一至四季度依次完成40栋、60栋、50栋、30栋。", false)]
    [InlineData("为经营户220户发放补贴。入户核查按季开展，第一季度60户，第二季度50户，第三季度50户，第四季度40户。", false)]
    [InlineData("在4个乡镇依次建设中转站2座、3座、2座。", true)]
    [InlineData("在4个乡镇依次建设中转站2座、3座、2座、1座。", false)]
    [InlineData("12个检查站日夜两班分别安排3人、2人。", false)]
    [InlineData("免疫生猪24.6万头、牛3.8万头、羊5.2万只，合计36.3万头（只）。", true)]
    [InlineData("免疫生猪24.6万头、牛3.8万头、羊5.2万只，合计33.6万头（只）。", false)]
    [InlineData("每周播出3期，全年52周共146期。", true)]
    [InlineData("每周播出3期，全年52周共156期。", false)]
    [InlineData("驻村工作队每月集中走访1次，全年共14次（春节、中秋前各加密1次）。", false)]
    [InlineData("培训240人，分4个班，每班50人，其余40人送教上门。", false)]
    [InlineData("树葬110例每例1500元，骨灰撒散50例每例3000元，需31.5万元。", false)]
    public void ListsAndTotals_AreReckonedAsTheyAreMeant(string goal, bool isObjected) => Found("countProduct", goal).ShouldBe(isObjected);

    [Theory]
    [InlineData("生活补助全年218.88万元；运行补助全年54.72万元，合计263.6万元。", true)]
    [InlineData("生活补助全年218.88万元；运行补助全年54.72万元，合计273.6万元。", false)]
    public void TheTotalOfTwoSums_IsTheAmount(string goal, bool isObjected) => OneProject.Found("countProduct",
        OneProject.With(273.6m, Done) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Fact]
    public void TwoMiscountsOfAGoal_AreBothTold() => OneProject.Found("countProduct", OneProject.With(500m, Done) with
    {
        Goal = "护林员由120名增加到150名，新增35名。鉴定校舍180栋。一至四季度依次完成40栋、60栋、50栋、25栋。",
    }).Count.ShouldBe(2);

    [Theory]
    [InlineData("购置帐篷200顶，全部存放在县城中心库（120顶）和白音镇分库（60顶）。", true)]
    [InlineData("购置帐篷200顶，全部存放在县城中心库（120顶）和白音镇分库（80顶）。", false)]
    [InlineData("整治积水点东片12处、西片9处，共20处（1处横跨两片，两边均列）。", false)]
    [InlineData("资助特困家庭学生900人、残疾学生300人，共资助1150人。", true)]
    [InlineData("资助特困家庭学生900人、残疾学生300人，共资助1150人（50人同时符合两类条件）。", false)]
    [InlineData("47所农村学校供餐，其中小学31所、初中9所、教学点9个。", true)]
    [InlineData("47所农村学校供餐，其中小学31所、初中9所、教学点7个。", false)]
    public void PartsInBrackets_AreReckonedWith(string goal, bool isObjected) => Found("subgroups", goal).ShouldBe(isObjected);

    [Theory]
    [InlineData("桥梁检查36座，计32.4万元；购置融雪剂，计17万元；水毁抢修58万元。以上合计117.4万元。", 117.4, true)]
    [InlineData("桥梁检查36座，计32.4万元；购置融雪剂，计17万元；水毁抢修58万元。以上合计107.4万元。", 107.4, false)]
    [InlineData("路基整修80万元；路面硬化120万元；勘察费10万元已于2023年付清；护栏20万元；以上合计220万元。", 220, false)]
    public void ItemsBeforeTheirTotal_MakeTheAmount(string goal, double amount, bool isObjected) => OneProject.Found("goalParts",
        OneProject.With((decimal)amount, Done) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("3月底前完成作业设计审批，9月底前完成全部施工任务，8月底前完成县级验收。", true)]
    [InlineData("3月底前完成作业设计审批，9月底前完成全部施工任务，10月底前完成县级验收。", false)]
    [InlineData("单户补助封顶8000元，户均补助9500元。", true)]
    [InlineData("单户补助封顶8000元，户均改造资金9500元。", false)]
    [InlineData("扶持小型水库移民380人，共420户。", true)]
    [InlineData("治理水土流失面积1.5万亩，也就是12平方公里。", true)]
    [InlineData("治理水土流失面积1.5万亩，也就是10平方公里。", false)]
    [InlineData("收贮鲜草500吨，折合12.5万公斤干草。", false)]
    [InlineData("4月1日起至11月30日止，按7个月计发。", true)]
    [InlineData("4月1日起至11月30日止，按8个月计发。", false)]
    [InlineData("分三批实施：首批更新城区场所，第二批更新城郊场所，第三批更新乡镇场所。", false)]
    [InlineData("营商环境排名由12位提升至8位。", false)]
    public void StepsCapsAndMeasures_FitEachOther(string goal, bool isObjected) => Found("spanConflict", goal).ShouldBe(isObjected);

    [Theory]
    [InlineData("全县第四十一个民族团结进步活动月，举办启动仪式1场。", true)]
    [InlineData("全县第四十个民族团结进步活动月，举办启动仪式1场。", false)]
    public void TheMonthOfAnEvent_IsTheSameInGoalAndIndicator(string goal, bool isObjected) => OneProject.Found("eventConflict",
        OneProject.With(10m, "数量指标：举办第四十个活动月启动仪式 1场") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("电商直播培训", "开展电商直播培训6期，带动农产品网络销售，群众技能水平提高。", "质量指标：河道水质达标率 ≥90%", true)]
    [InlineData("河道保洁", "对县域河道实施保洁，清运漂浮物和岸坡垃圾，水面保持清洁。", "质量指标：河道水质达标率 ≥90%", false)]
    [InlineData("公共图书馆免费开放", "图书馆全年免费开放，举办读书活动，读者服务水平提高。", "社会效益指标：村级畜禽养殖规模 稳步扩大", true)]
    [InlineData("集中供热信访办理", "办理群众供热信访，入户测温，供热信访件按期办结，群众满意。", "质量指标：供热信访件按期办结率 ≥95%", false)]
    [InlineData("高龄津贴发放", "为80周岁以上老人按月发放高龄津贴，资金按时足额发到卡上。", "质量指标：高龄津贴发放准确率 100%", false)]
    public void AnIndicator_SpeaksOfItsOwnProject(string name, string goal, string line, bool isObjected) => OneProject.Found(
        "foreignAudience", OneProject.With(20m, line) with { Name = name, Goal = goal }).Any().ShouldBe(isObjected);

    private static bool Found(string check, string goal) =>
        OneProject.Found(check, OneProject.With(500m, Done) with { Goal = goal }).Any();
}
