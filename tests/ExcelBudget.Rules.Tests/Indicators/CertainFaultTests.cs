using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Faults a reviewer is certain of, each beside a twin that looks like it and is none.</summary>
public sealed class CertainFaultTests
{
    [Theory]
    [InlineData("direction", "时效指标：故障响应时间 ≥2小时", true)]
    [InlineData("direction", "时效指标：故障响应时间 ≤2小时", false)]
    [InlineData("direction", "数量指标：每周开放时间 ≥56小时", false)]
    [InlineData("direction", "社会效益指标：森林火灾发生次数 ≥1次", true)]
    [InlineData("direction", "社会效益指标：火灾扑救次数 ≥12次", false)]
    [InlineData("direction", "质量指标：秸秆综合利用率 ≤92%", true)]
    [InlineData("direction", "质量指标：电网负荷率 ≤92%", false)]
    [InlineData("direction", "质量指标：回访三年未复吸率 ≥75%", false)]
    [InlineData("direction", "质量指标：干部无违纪比例 ≥99%", false)]
    [InlineData("direction", "质量指标：戒毒人员复吸率 ≥75%", true)]
    [InlineData("pointlessLimit", "数量指标：举办培训次数 ≥0次", true)]
    [InlineData("pointlessLimit", "质量指标：安全事故起数 ≥0起", false)]
    [InlineData("misfiledIndicator", "满意度指标：项目任务完成率 ≥98%", true)]
    [InlineData("misfiledIndicator", "满意度指标：投诉办理满意率 ≥98%", false)]
    [InlineData("misfiledIndicator", "时效指标：检查企业 ≥30家", true)]
    [InlineData("misfiledIndicator", "时效指标：年底前完成整改 ≥30家", false)]
    [InlineData("misfiledIndicator", "生态效益指标：带动农户增收 ≥200万元", true)]
    [InlineData("misfiledIndicator", "经济效益指标：带动农户增收 ≥200万元", false)]
    [InlineData("misfiledIndicator", "数量指标：纠纷调解成功率 ≥60%", true)]
    [InlineData("misfiledIndicator", "质量指标：每场节目 ≥8个", false)]
    [InlineData("misfiledIndicator", "数量指标：付息债券余额 24000万元", false)]
    [InlineData("statementAsQuantity", "数量指标：受益群众人数 明显增加", true)]
    [InlineData("statementAsQuantity", "数量指标：受益群众人数 三百人", false)]
    [InlineData("impossibleTarget", "质量指标：合格率 ≥≤95%", true)]
    [InlineData("vagueTarget", "数量指标：发放宣传品 适量", true)]
    [InlineData("countConflict", "数量指标：硬化村道3公里 ≥5公里", true)]
    [InlineData("countConflict", "数量指标：100人以上企业培训 ≥30人", false)]
    public void Indicator_WhenChecked_IsObjectedToOnlyWithReason(string check, string line, bool isObjected) =>
        OneProject.Found(check, OneProject.With(100m, line)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("全年走访困难职工300户，建立帮扶档案，为困难职工提供就", true)]
    [InlineData("全年走访困难职工300户，建立帮扶档案，为困难职工提供就业帮扶", false)]
    [InlineData("全年举办乡村讲座40场，送科普图书进村入户，持续提高普及率", false)]
    [InlineData("对重点路口加装护栏和标线，联合乡镇安全办开展宣", true)]
    public void Goal_EndingInHalfAWord_BreaksOff(string goal, bool isObjected) =>
        OneProject.Found("goalBreaksOff", OneProject.With(60m, "数量指标：工作任务 ≥4项") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("6月5日环境日前后举办宣传活动，发放宣传册2万册。", "时效指标：宣传活动完成时间 2024年9月底前", false)]
    [InlineData("4月底前完成安全宣传周活动，11月底前全部完成。", "时效指标：安全宣传周活动完成时间 2024年6月底前", true)]
    [InlineData("4月底前完成山区点位排查，11月底前全部完成。", "时效指标：点位排查完成时间 2024年9月底前", false)]
    [InlineData("3月底前制定普法计划，全年举办普法活动20场。", "时效指标：普法活动完成时间 2024年12月底前", false)]
    [InlineData("6月底前完成设备采购，购置设备40台。", "时效指标：设备款支付完成时间 2024年12月底前", false)]
    [InlineData("6月5日前举办宣传活动，发放宣传册2万册。", "时效指标：宣传活动完成时间 2024年9月底前", true)]
    public void Day_AroundWhichSomethingIsHeld_IsNoTerm(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("质量指标：参训学员满意度 ≥95%", false)]
    [InlineData("质量指标：参训学员结业率 ≥95%", true)]
    public void Group_WhoseIndicatorIsFiledElsewhere_IsNotMissingToo(string line, bool isObjected) => OneProject.Found("missingDimension",
        OneProject.With(60m, "数量指标：培训人数 ≥60人", line, "成本指标：培训费用 ≤60万元", "社会效益指标：就业人数 ≥20人"))
        .Any(found => found.Match!.Contains("满意度", StringComparison.Ordinal)).ShouldBe(isObjected);

    [Theory]
    [InlineData("质量指标：河道断面水质达标率 ≥90%", "质量指标：河道断面水质达标率 ≥80%", true)]
    [InlineData("质量指标：河道断面水质达标率 ≥90%", "质量指标：水库断面水质达标率 ≥80%", false)]
    public void Rate_ListedTwiceWithTwoFigures_IsObjectedTo(string first, string second, bool isObjected) =>
        OneProject.Found("duplicateIndicator", OneProject.With(60m, first, second)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("云岭县水利局", "服务对象满意度指标：河西县群众满意度 ≥90%", true)]
    [InlineData("云岭县水利局", "服务对象满意度指标：云岭县群众满意度 ≥90%", false)]
    [InlineData("云岭县水利局", "数量指标：青石镇维修渠道 ≥3公里", false)]
    [InlineData("云岭县水利局", "数量指标：县道绿化里程 ≥3公里", false)]
    public void Indicator_NamingAnotherCounty_IsOfAnotherUnit(string unit, string line, bool isObjected) =>
        IndicatorChecks.All.Single(one => one.Name == "foreignAudience").Check(new IndicatorReview(
            Document.Book.Pack.Indicators!, 2024, [OneProject.With(60m, line) with { Goal = "维修渠道，改善灌溉条件，方便群众用水。" }])
        { UnitName = unit }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("举办培训班4期，每期50人，共300人。", true)]
    [InlineData("举办培训班4期，每期50人，共200人。", false)]
    [InlineData("举办培训班4期，每期50人，每期3天，共600人次。", false)]
    [InlineData("举办甲班4期，每期50人；乙班2期，每期50人，共300人。", false)]
    [InlineData("印制手册3000份，每份60元，共需1.8万元。", true)]
    [InlineData("印制手册3000份，每份60元，共需18万元。", false)]
    [InlineData("处置废酸80吨，每吨5000元，清洗桶2000只，每只50元，合计60万元。", false)]
    [InlineData("检测样品200批次，合格180批次，合格率95%。", true)]
    [InlineData("检测样品200批次，合格180批次，合格率90%。", false)]
    [InlineData("检测样品200批次，其中食品180批次，合格率98%。", false)]
    public void CountsAndTotal_InTheGoal_AgreeByMultiplication(string goal, bool isObjected) =>
        OneProject.Found("countProduct", OneProject.With(60m, "数量指标：工作任务 ≥4项") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("举办培训班4期，每期50人。", "数量指标：培训人数 ≥300人", true)]
    [InlineData("举办培训班4期，每期50人。", "数量指标：培训人数 ≥200人", false)]
    [InlineData("举办培训班4期，每期不少于50人。", "数量指标：培训人数 ≥240人", false)]
    [InlineData("每月巡查河道2次。", "数量指标：巡查河道次数 ≥12次", true)]
    [InlineData("每月巡查河道2次。", "数量指标：巡查河道次数 ≥24次", false)]
    [InlineData("汛期每月巡查河道2次。", "数量指标：巡查河道次数 ≥12次", false)]
    public void CountsOfTheGoal_AgainstTheIndicatorOfAll_AgreeByMultiplication(string goal, string line, bool isObjected) =>
        OneProject.Found("countProduct", OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("10月至3月共6个月", false)]
    [InlineData("全年开放380天", true)]
    [InlineData("全年开放300天", false)]
    [InlineData("每天值守26小时", true)]
    [InlineData("每天值守24小时", false)]
    [InlineData("服务60-18周岁群众", true)]
    [InlineData("服务18-60周岁群众", false)]
    [InlineData("覆盖面由200户增加到250户，增长25%", false)]
    [InlineData("治理率由80%提高到90%，提高10个百分点", false)]
    [InlineData("设备13月前到位", true)]
    [InlineData("设备12月前到位", false)]
    public void Goal_ThatNoCalendarAllows_IsObjectedTo(string goal, bool isObjected) =>
        OneProject.Found("impossibleTarget", OneProject.With(60m) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("完成改造12处，并逐步提高", true)]
    [InlineData("完成改造12处，稳步推进。", false)]
    [InlineData("完成改造12处，设施条件得到改善", false)]
    [InlineData("完成改造12处（含厕所4处、", true)]
    [InlineData("引导喜事新办，每场酒席平均节约", true)]
    [InlineData("引导喜事新办，厉行节约", false)]
    [InlineData("全年检查企业120", true)]
    [InlineData("全年检查企业120家次", false)]
    public void Goal_WhoseLastWordsMustGoOn_IsBrokenOff(string goal, bool isBroken) =>
        OneProject.Found("goalBreaksOff", OneProject.With(60m) with { Goal = goal }).Any().ShouldBe(isBroken);

    [Theory]
    [InlineData("6月底前完成招标，10月底前竣工。", "时效指标：招标完成时间 2024年8月底前", true)]
    [InlineData("6月底前完成招标，10月底前竣工。", "时效指标：招标完成时间 2024年5月底前", false)]
    [InlineData("6月底前完成首批招标，10月底前竣工。", "时效指标：招标完成时间 2024年8月底前", false)]
    [InlineData("入园企业增加到180户，9月底前完成中期评估。", "时效指标：中期评估完成时间 2024年11月底前", true)]
    public void TermOfAStep_InTheGoal_BindsTheIndicatorOfThatStep(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("轮换稻谷6000吨，轮换期不超过4个月。", "时效指标：轮换空库期 ≤6个月", true)]
    [InlineData("轮换稻谷6000吨，轮换期不超过4个月，质保期不少于12个月。", "时效指标：轮换空库期 ≤6个月", false)]
    [InlineData("全县86所学校供餐。", "数量指标：供餐学校 68所", true)]
    [InlineData("全县86所学校，为困难学校供餐。", "数量指标：供餐学校 40所", false)]
    [InlineData("2023年在岗650人，2024年增长12%。", "社会效益指标：在岗人数增长率 ≥21%", true)]
    [InlineData("2023年整改率97%，今年力争整改率达到98%以上。", "质量指标：整改率 ≥98%", false)]
    [InlineData("全县60周岁以上老年人7.4万人，为100周岁以上老年人发放津贴，预计30人。", "数量指标：发放100周岁以上老年人 ≥30人", false)]
    [InlineData("每季度与公安、殡葬数据比对1次。", "数量指标：数据比对次数 ≥4次", false)]
    [InlineData("2023年送戏120场，2024年增加20场，达到140场。", "数量指标：送戏 ≥130场", true)]
    public void FigureOfTheGoal_AgainstTheIndicator_IsComparedByWhatItIsOf(string goal, string line, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(60m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：悬挂光荣牌 5200块", "数量指标：光荣牌悬挂数 5200块", true)]
    [InlineData("数量指标：悬挂光荣牌 5200块", "数量指标：光荣牌更换数 5200块", false)]
    public void Indicators_NamedByTheSameSigns_AreOneListedTwice(string first, string second, bool isObjected) =>
        OneProject.Found("duplicateIndicator", OneProject.With(60m, first, second)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：培训人数 200人", "数量指标：培训合格人数 220人", true)]
    [InlineData("数量指标：培训人数 200人", "数量指标：培训合格人数 180人", false)]
    public void Part_OfThoseCounted_IsNotMoreThanAll(string whole, string part, bool isObjected) =>
        OneProject.Found("subgroups", OneProject.With(60m, whole, part)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("购置设备40万元，其中服务器25万元、交换机20万元。", true)]
    [InlineData("购置设备40万元，其中服务器25万元、交换机15万元。", false)]
    [InlineData("购置设备40万元，其中服务器25万元（主机20万元、硬盘5万元）、交换机15万元。", false)]
    public void SumsBehindOfWhich_AreNotMoreThanTheSumBeforeThem(string goal, bool isObjected) =>
        OneProject.Found("subgroups", OneProject.With(60m) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("每园补助35万元，共140万元；导师费用24万元；创业补贴36户，每户1万元，共36万元，合计200万元。", false)]
    [InlineData("设备费140万元，导师费用24万元，创业补贴46万元，合计200万元。", true)]
    public void PartsOfTheGoal_ToldAsSumsAndAsPrices_AreCountedOnce(string goal, bool isObjected) =>
        OneProject.Found("goalParts", OneProject.With(200m) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Fact]
    public void PriceInTenThousandYuan_WhoseProductIsTheAmountInYuan_IsAskedAbout()
    {
        OneProject.Found("moneyScale", OneProject.With(6m, "数量指标：窝沟封闭牙齿 2000颗", "成本指标：每颗牙封闭费 ≤30万元")).ShouldHaveSingleItem();
        OneProject.Found("moneyScale", OneProject.With(6m, "数量指标：窝沟封闭牙齿 2000颗", "成本指标：每颗牙封闭费 ≤30元")).ShouldBeEmpty();
    }

    [Fact]
    public void FactOfTheCounty_ToldByTwoProjects_IsTheSame()
    {
        var (one, other) = (OneProject.With(60m) with { Goal = "全县持证残疾人5860人，适配辅具420人。" },
            OneProject.With(70m) with { Key = new Domain.Forms.RowKey("2"), Goal = "全县持证残疾人5680人，扶持创业25户。" });
        OneProject.Found("factConflict", one, other).ShouldHaveSingleItem().Project.ShouldBe(other);
        OneProject.Found("factConflict", one, other with { Goal = "全县持证残疾人5860人，扶持创业25户。" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("补贴沭芒县养殖户购置海带夹苗机90台，减少潮碾县养殖户用工。", true)]
    [InlineData("补贴沭芒县、潮碾县养殖户购置海带夹苗机90台。", false)]
    [InlineData("补贴沭芒县养殖户购置夹苗机90台，组织到对口支援的潮碾县学习。", false)]
    public void Goal_ThatNamesASecondCounty_WasCopied(string goal, bool isObjected) =>
        OneProject.Found("foreignGoal", OneProject.With(54m, "数量指标：补贴夹苗机 90台", "质量指标：合格率 100%", "成本指标：每台补贴 ≤6000元")
            with
        { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData(40, true)]
    [InlineData(20, false)]
    [InlineData(10, false)]
    public void Weights_OfATableInOneText_AddUp(int last, bool isObjected)
    {
        var text = "一级指标\t二级指标\t三级指标\t指标值\t权重\n产出指标\t数量指标\t补贴晾晒棚\t240栋\t50\n\t质量指标\t合格率\t≥98%\t30\n"
            + $"满意度指标\t服务对象满意度指标\t群众满意度\t≥95%\t{last}";
        TextWeights.In(text).ShouldBe([50m, 30m, last]);
        var project = OneProject.With(60m, "数量指标：补贴晾晒棚 240栋", "质量指标：合格率 ≥98%", "满意度指标：群众满意度 ≥95%")
            with
        { Weights = TextWeights.In(text) };
        OneProject.Found("weightSum", project).Any().ShouldBe(isObjected);
    }
}
