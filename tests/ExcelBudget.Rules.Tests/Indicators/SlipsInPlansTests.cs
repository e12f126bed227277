using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// Slips in goals that tell a plan by quarters, items and payers, each beside what only looks like one. The budget is that of 2024.
/// </summary>
public sealed class SlipsInPlansTests
{
    private const string Done = "时效指标：工作完成时间 2024年12月底前";

    [Theory]
    [InlineData("鉴定校舍180栋。第一季度完成40栋，第二季度完成60栋，第三季度利用暑假完成50栋，第四季度完成25栋。", true)]
    [InlineData("鉴定校舍180栋。第一季度完成40栋，第二季度完成60栋，第三季度利用暑假完成55栋，第四季度完成25栋。", false)]
    [InlineData("对48家集中用餐单位每季度巡查1次，全年巡查144家次。", true)]
    [InlineData("对48家集中用餐单位每季度巡查1次，全年巡查192家次。", false)]
    [InlineData("护栏养护32万元，桥梁检测18万元，标线补划56万元，绿化补植30万元，以上四项合计140万元。", true)]
    [InlineData("护栏养护32万元，桥梁检测18万元，标线补划56万元，绿化补植30万元，以上四项合计136万元。", false)]
    [InlineData("聘用从业人员95名，每人每月2400元，按10个月发放，计208万元。", true)]
    [InlineData("聘用从业人员95名，每人每月2400元，按10个月发放，计228万元。", false)]
    [InlineData("上年全县改厕1600户，2024年计划数增长15%，达到1900户。", true)]
    [InlineData("上年全县改厕1600户，2024年计划数增长15%，达到1840户。", false)]
    [InlineData("鲜茧产量由2023年的400吨增加到2024年的480吨，增长25%。", true)]
    [InlineData("鲜茧产量由2023年的400吨增加到2024年的480吨，增长20%。", false)]
    [InlineData("巩固率由92.5%提高到95%，提高1.5个百分点。", true)]
    [InlineData("巩固率由92.5%提高到95%，提高2.5个百分点。", false)]
    [InlineData("收购价由每公斤30元提高到36元，增长15%。", true)]
    [InlineData("收购价由每公斤30元提高到36元，增长20%。", false)]
    [InlineData("全县12个镇，每镇演出10场，全年共演出100场。", true)]
    [InlineData("全县12个镇，每镇演出10场，全年共演出120场。", false)]
    [InlineData("每村配备保洁员3名，共156名。年初与165名保洁员全部签订协议。", true)]
    [InlineData("每村配备保洁员3名，共156名。年初与156名保洁员全部签订协议。", false)]
    public void WhatAPlanTells_MakesItsTotals(string goal, bool isObjected) => Found("countProduct", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("特岗教师由320人增加到332人，新增26人，同期14人期满入编。")]
    [InlineData("上年末储备项目48个，今年末达到55个，增加12个、出库5个。")]
    [InlineData("入园企业由30家增加到45家，产值翻一番，达到24亿元。")]
    [InlineData("一般公共预算收入18.6亿元，比上年17.9亿元增长6%，增幅按同口径计算。")]
    [InlineData("在8个行政村（涉及城关镇、西山镇、白河镇）开展试点。")]
    [InlineData("支持茶叶、油茶、毛竹12个村发展特色产业。")]
    [InlineData("选派54名，重点派驻5个乡镇：柳河镇10名、大营镇9名、石桥镇9名、东岭乡8名、西坪乡8名，其他人员编入专家服务团。")]
    [InlineData("改造便民服务站30个。对35个便民服务站全部配备终端，其中5个上年已改造。")]
    [InlineData("合同目标：疏浚雨水管道18公里。本年实施内容：疏浚雨水管道7.5公里。")]
    [InlineData("平台租赁费15万元；设备维护费30万元、制作费25万元、稿酬10万元，合计80万元。")]
    [InlineData("资金总额：50万元；其中：省级补助30万元，县级配套15万元。镇村投工投劳折资5万元，不列入财政预算。")]
    public void WhatElseIsTold_ExplainsATotal(string goal) => Found("countProduct", goal, Done).ShouldBeFalse();

    [Theory]
    [InlineData("至年底全县累计建成84个服务站，运转正常。今年计划新建16个，年底累计达到110个。", true)]
    [InlineData("至年底全县累计建成84个服务站，运转正常。今年计划新建16个，年底累计达到97个（3个与邻村归并）。", false)]
    [InlineData("全县12个镇，每镇演出10场，全年共演出150场（含县城广场演出30场）。", false)]
    [InlineData("对160家企业开展检查，第一季度检查40家，第二季度50家，第三季度50家，第四季度40家，其中20家复查一次。", false)]
    [InlineData("对36座加油站每季度检查1次，全年检查180座次（含节前专项检查36座次）。", false)]
    [InlineData("普及率由92.46%提高到95%，提高2.5个百分点。", false)]
    [InlineData("监测样品2000批次，其中鲜果800批次、干果700批次、加工品500批次，鲜果占45%。", true)]
    [InlineData("监测样品2000批次，其中鲜果800批次、干果700批次、加工品500批次，鲜果占40%。", false)]
    public void WhatIsAddedLeftOrShared_IsReckonedWith(string goal, bool isObjected) =>
        Found("countProduct", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("每户补助不低于1.2万元、最高不超过1万元。", true)]
    [InlineData("每户补助不低于1万元、最高不超过1.2万元。", false)]
    [InlineData("综合窗口不少于5个，不超过3个工作日办结。", false)]
    [InlineData("面访更新率不低于90%，不超过10%的外出老人由村医电话更新。", false)]
    public void TwoBounds_LeaveSomethingBetweenThem(string goal, bool isObjected) =>
        Found("spanConflict", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("一是清查底数；二是购置设备；四是开展培训。", true)]
    [InlineData("一是清查底数；二是购置设备；二是开展培训。", true)]
    [InlineData("一是清查底数；二是购置设备；三是开展培训。下半年：一是验收；二是总结。", false)]
    public void ItemsOfOneList_AreNumberedOn(string goal, bool isObjected) => Found("goalNumbering", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("资金用于基地扩建90万元（每亩1500元）、亲虾引进48万元、养殖户培训12万元、苗种检测10万元。", 150, true)]
    [InlineData("资金用于基地扩建90万元（每亩1500元）、亲虾引进48万元、养殖户培训12万元、苗种检测10万元。", 160, false)]
    [InlineData("上年资金用于冷链车维护38万元、冷库用电25万元、疫苗转运17万元。", 90, false)]
    [InlineData("资金用于村道硬化60万元、排水沟24万元、路灯安装12万元。监理费另需4万元。", 100, false)]
    public void WhatTheMoneyGoesTo_MakesTheAmount(string goal, int amount, bool isObjected) => OneProject.Found("goalParts",
        OneProject.With(amount, Done) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("第二实验小学设施更新", "为第三实验小学更换课桌椅1200套。", true)]
    [InlineData("第二实验小学教师交流", "选派12名教师到第三实验小学跟岗。", false)]
    public void TheSchool_IsTheNames(string name, string goal, bool isObjected) => OneProject.Found("eventConflict",
        OneProject.With(72m, Done) with { Name = name, Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("培训电商学员260人、家政学员180人，共培训400人。", true)]
    [InlineData("培训电商学员260人、家政学员180人，共培训400人（两类均参加的40人不重复计算）。", false)]
    [InlineData("维护监测站点112个，其中自动雨量站86个、水位站24个。", true)]
    [InlineData("维护监测站点112个，其中自动雨量站86个、水位站26个。", false)]
    [InlineData("涉及4个乡镇46个行政村，其中柳塘镇14个村、白沙镇12个村、石桥乡11个村、枫林乡8个村。", true)]
    [InlineData("举办招聘会27场。第一季度举办招聘会12场，第二季度6场，第三季度5场，第四季度4场。", false)]
    [InlineData("开展职业技能培训600人，每人补贴1200元，其中取得职业技能证书720人。", true)]
    [InlineData("开展职业技能培训600人，每人补贴1200元，其中取得职业技能证书520人。", false)]
    [InlineData("开展安全检查12次，每季度2次，元旦、春节、五一、国庆节前各1次。", false)]
    public void Parts_AreHeldAgainstTheirWhole(string goal, bool isObjected) => Found("subgroups", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("第二季度（4月至7月）完成设备安装。", true)]
    [InlineData("第二季度（4月至6月）完成设备安装。", false)]
    [InlineData("管护期为4月1日至10月31日，共6个月。", true)]
    [InlineData("管护期为4月1日至10月31日，共7个月。", false)]
    [InlineData("4月至10月，2个月开展一次监测。", false)]
    [InlineData("一期28个村，6月底前全部完工；二期31个村，10月底前全部完工。", false)]
    [InlineData("分四批推进，第一批3月开工，第二、三批5月开工，第四批7月开工。", false)]
    [InlineData("分三期实施，二期已于2023年完成验收，今年实施第三期，并支付第一期质保金。", false)]
    [InlineData("C级危房每户补助最高1.6万元，D级危房每户补助最高3万元，平均每户补助2万元。", false)]
    [InlineData("K4+000至K9+500段新建边沟，长8.8公里（双侧合计）。", false)]
    [InlineData("修复桥梁10座，其中新建的6座，10月底前完工，续建的4座，8月底前通过竣工验收。", false)]
    public void MonthsStagesAndLimits_AreThoseOfOneWork(string goal, bool isObjected) =>
        Found("spanConflict", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("按季度发放补贴，每季度末发放一次。", "数量指标：全年补贴发放次数 12次", true)]
    [InlineData("按季度发放补贴，每季度末发放一次。", "数量指标：全年补贴发放次数 4次", false)]
    [InlineData("亡人火灾起数由上年的12起下降25%以上。", "社会效益指标：全县火灾起数 ≤180起", false)]
    [InlineData("高技能人才总量由上年的800人增加10%。", "数量指标：新增高技能人才 ≥80人", false)]
    [InlineData("深松作业9月开始，10月底前完成。", "时效指标：深松作业完成时间 2024年10月底前", false)]
    [InlineData("化肥施用量比上年下降3%。", "生态效益指标：有机肥施用量增长率 ≥3%", false)]
    [InlineData("80至89周岁老人，省级补助每人每月30元、县级补助每人每月20元。", "成本指标：80至89周岁津贴标准 50元/人·月", false)]
    public void TheIndicator_IsHeldAgainstItsOwnFigure(string goal, string line, bool isObjected) =>
        Found("countConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("举办第八届海上丝绸之路文化节。", "数量指标：举办第七届海丝文化节 1届", true)]
    [InlineData("举办第八届海上丝绸之路文化节。", "数量指标：举办第八届海丝文化节 1届", false)]
    public void TheEvent_IsTheSameInGoalAndIndicator(string goal, string line, bool isObjected) =>
        Found("eventConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("农村公路三座危桥改造", true)]
    [InlineData("农村公路四座危桥改造", false)]
    public void TheNamesCountInWords_IsTheGoals(string name, bool isObjected) => OneProject.Found("eventConflict",
        OneProject.With(620m, "数量指标：改造危桥 4座") with { Name = name, Goal = "对张湾、柳河、大程、马集4座危桥拆除重建。" }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("一是科学选址，优先利用停车场；二是统一接入监管平台，实现状态查询；三是统一接入监管平台，实现状态查询。", true)]
    [InlineData("一是科学选址，优先利用停车场；二是统一接入监管平台，实现状态查询；三是建立巡检制度，及时修复故障。", false)]
    [InlineData("上半年任务：组织监测队伍对全县32个监测点位开展一轮采样检测。下半年任务：组织监测队伍对全县32个监测点位开展一轮采样检测。", false)]
    public void TwoItemsOfOneList_AreNeverTheSame(string goal, bool isObjected) =>
        Found("repeatedSentence", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("对19个行政村实施管网建设，每村投资20万元。", true)]
    [InlineData("对19个行政村实施管网建设，每村投资20万元，省级补助资金另行安排。", false)]
    [InlineData("对19个行政村实施管网建设，每村投资20万元，分两年建设。", false)]
    public void TheWholeInvestment_IsNotAboveWhatTheGoalPaysFor(string goal, bool isObjected) => OneProject.Found("costAboveAmount",
        OneProject.With(380m, "成本指标：工程建设总投资 ≤420万元") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("合同总价23.6万元，验收入库后先付60%，其余列下年预算。", false)]
    [InlineData("物资验收入库，分储于各乡镇。", true)]
    public void AYearsPartOfAContract_MayBeLessThanWhatIsBought(string goal, bool isObjected)
    {
        string[] lines = ["数量指标：采购帐篷 50顶", "数量指标：采购棉被 600床", "成本指标：帐篷单价 1600元", "成本指标：棉被单价 260元"];
        OneProject.Found("priceTimesCount", OneProject.With(14.16m, lines) with { Goal = goal }).Any().ShouldBe(isObjected);
    }

    private static bool Found(string check, string goal, string line) =>
        OneProject.Found(check, OneProject.With(500m, line) with { Goal = goal }).Any();
}
