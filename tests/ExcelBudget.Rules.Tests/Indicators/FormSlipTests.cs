using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Slips of the keyboard, of filing and of wording, each beside what looks like it and is in order.</summary>
public sealed class FormSlipTests
{
    [Theory]
    [InlineData("（一）数量指标：1.补助新建冷库≥-8座。", "≥8座")]
    [InlineData("（一）数量指标：1.培训村医≥－30人。", "≥30人")]
    [InlineData("（一）质量指标：1.速冻间温度≤-18℃。", null)]
    [InlineData("（一）质量指标：1.贫困人口净增减≤-8人。", null)]
    [InlineData("（一）质量指标：1.空气优良天数较上年≥-2个百分点。", null)]
    [InlineData("（一）数量指标：1.培训农村妇女≥240人人。", "240人")]
    [InlineData("（一）数量指标：1.修建水渠≥12公里公里。", "12公里")]
    [InlineData("（一）数量指标：1.走访困难家庭≥3家家庭。", null)]
    [InlineData("（一）质量指标：1.“人人建档”完成率=100%。", null)]
    [InlineData("（一）质量指标：1.稽核结论采信率≥9 5%。", "≥95%")]
    [InlineData("（一）质量指标：1.稽核结论采信率 ≥ 95 %。", null)]
    [InlineData("（一）质量指标：1.出厂水pH值：8.5～6.5。", "6.5～8.5")]
    [InlineData("（一）质量指标：1.出厂水pH值：6.5～8.5。", null)]
    [InlineData("（一）时效指标：1.夜间巡查时段：22～6时。", null)]
    [InlineData("（一）时效指标：1.封山管护期：11～4月。", null)]
    [InlineData("（一）成本指标：1.仓库修缮总费用≤12，5万元。", "≤12.5万元")]
    [InlineData("（一）成本指标：1.每间仓库维修费≤25,000元。", null)]
    [InlineData("（一）数量指标：1.修缮仓库≥12间，5万元以上项目招标率=100%。", null)]
    [InlineData("（一）时效指标：1.设备安装完成时间：2042年9月底前。", "2024年9月底前")]
    [InlineData("（一）时效指标：1.项目完成时间：2026年9月底前。", null)]
    [InlineData("（一）可持续影响指标：1.特许经营期满时间：2046年12月底前。", null)]
    public void Target_Mistyped_IsToldWithWhatWasMeant(string text, string? meant)
    {
        var found = Found("mistypedTarget", text);

        if (meant is null) found.ShouldBeEmpty();
        else found.ShouldHaveSingleItem().Expected.ShouldBe(meant);
    }

    [Fact]
    public void FigureAndUnit_Exchanged_AreToldOnceAndNotAsMissing()
    {
        const string Head = "一级指标\t二级指标\t三级指标\t计算符号\t指标值\t计量单位\n";
        const string Rest = "\n\t质量指标\t设备验收合格率\t=\t100\t%\n\t成本指标\t投影仪采购单价\t≤\t6000\t元/台\n效益指标\t社会效益指标\t受益学生\t≥\t2700\t人";
        const string Row = "产出指标\t数量指标\t更新投影仪\t=\t台\t60";

        Found("mistypedTarget", Head + Row + Rest).ShouldHaveSingleItem().Expected.ShouldBe("60台");
        Found("missingTarget", Head + Row + Rest).ShouldBeEmpty();
    }

    [Fact]
    public void DecimalComma_IsOneFault()
    {
        const string Text = "一、产出指标\n（一）成本指标：1.仓库修缮总费用≤12，5万元。\n（二）数量指标：1.修缮仓库=5间。";

        Found("missingName", Text).ShouldBeEmpty();
        Found("missingUnit", Text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("三、满意度指标\n（一）服务对象满意度指标：1.乘客满意渡≥92%。", "满意度")]
    [InlineData("（一）质量指标：1.任务完成律≥92%。", "完成率")]
    [InlineData("（一）数量指标：1.群众安全乘渡≥18万人次。", null)]
    [InlineData("（一）数量指标：1.让群众满意渡口≥8个。", null)]
    [InlineData("（一）数量指标：1.培训合格律师≥30人。", null)]
    [InlineData("（一）数量指标：1.规律服药患者≥300人。", null)]
    public void FixedWord_Misspelt_IsTold(string text, string? right)
    {
        var found = Found("misspeltWord", text);

        if (right is null) found.ShouldBeEmpty();
        else found.ShouldHaveSingleItem().Expected.ShouldBe(right);
    }

    [Theory]
    [InlineData("1.补助傳承人=30名。", "1.傳承活動考核合格率≥95%。", true)]
    [InlineData("1.补助传承人=30名； 2.影印《雁湖縣風物志》≥50册。", "1.传承活动考核合格率≥95%。", false)]
    [InlineData("1.補助傳承人=30名。", "1.傳承活動考核合格率≥95%。2.檔案歸檔、資料整理、場館維護驗收全部達標。", false)]
    [InlineData("1.维护瞭望塔=7座。", "1.瞭望塔、乾隆石刻完好率≥95%。", false)]
    [InlineData("1.补助鍾氏宗祠修缮=1处。", "1.修缮验收合格率≥95%。", false)]
    public void TraditionalSigns_AmongSimplified_AreTold(string quantity, string quality, bool isObjected) =>
        Found("misspeltWord", $"一、产出指标\n（一）数量指标：{quantity}\n（二）质量指标：{quality}\n（三）时效指标：1.发放时间：2024年11月底前。\n"
            + "（四）成本指标：1.每名补助=5000元。\n二、满意度指标：1.服务对象满意度≥95%。").Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("为庆祝中国共产党成立100周年，举办演出11场。", true)]
    [InlineData("为庆祝建党一百周年，举办演出11场。", true)]
    [InlineData("为庆祝新中国成立75周年，举办演出11场。", false)]
    [InlineData("筹备抗战胜利80周年纪念活动。", false)]
    [InlineData("印制《庆祝建党100周年文集》3000册。", false)]
    [InlineData("维护建党100周年主题公园，修剪树木。", false)]
    [InlineData("举办县一中建校100周年校庆。", false)]
    [InlineData("保障县人民代表大会成立70周年座谈会。", false)]
    public void Anniversary_OfAnotherYear_IsTold(string goal, bool isObjected) =>
        OneProject.Found("staleAnniversary", OneProject.With(60m, "数量指标：演出 ≥11场") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("misfiledIndicator", "时效指标：组织宣讲 ≥90场", true)]
    [InlineData("misfiledIndicator", "时效指标：每月宣讲场次 =9场/月", false)]
    [InlineData("misfiledIndicator", "时效指标：应急演练响应时间 ≤30分钟", false)]
    [InlineData("misfiledIndicator", "社会效益指标：召开推进会议 ≥4次", true)]
    [InlineData("misfiledIndicator", "社会效益指标：印发工作文件数量 ≥3份", true)]
    [InlineData("misfiledIndicator", "社会效益指标：居民议事会议解决居民诉求 ≥160件", false)]
    [InlineData("misfiledIndicator", "社会效益指标：召开会议减少 ≥10次", false)]
    [InlineData("misfiledIndicator", "数量指标：召开推进会议 ≥4次", false)]
    [InlineData("satisfactionOfWhom", "满意度指标：满意度 ≥95%", true)]
    [InlineData("satisfactionOfWhom", "满意度指标：满意度（在校学员） ≥95%", false)]
    [InlineData("satisfactionOfWhom", "满意度指标：学员满意度 ≥95%", false)]
    public void Line_WhenChecked_IsObjectedToOnlyWithReason(string check, string line, bool isObjected) =>
        OneProject.Found(check, OneProject.With(100m, line)).Any().ShouldBe(isObjected);

    [Fact]
    public void SatisfactionOfNobody_InSeveralProjects_IsToldOnce()
    {
        var bare = OneProject.With(100m, "满意度指标：满意度 ≥95%");

        OneProject.Found("satisfactionOfWhom", bare, bare with { Key = new RowKey("2") }, bare with { Key = new RowKey("3") })
            .ShouldHaveSingleItem().Others.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("数量指标：培育新型职业农民 ≥180人", "数量指标：新型职业农民培育人数 ≥180人", true)]
    [InlineData("数量指标：培育种植类职业农民 ≥100人", "数量指标：培育养殖类职业农民 ≥100人", false)]
    [InlineData("数量指标：新建冷库 ≥8座", "数量指标：维修冷库座数 ≥8座", false)]
    public void Indicator_InOtherOrder_IsTheSame(string first, string second, bool isObjected) =>
        OneProject.Found("duplicateIndicator", OneProject.With(100m, first, second)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("三、满意度指标\n（一）服务对象满意度指标：1.服务单位满", true)]
    [InlineData("三、满意度指标\n（一）服务对象满意度指标：1.受服务单位满意度≥95%", false)]
    [InlineData("三、满意度指标\n（一）服务对象满意度指标：1.群众满意", false)]
    public void Text_EndingInHalfAWord_IsCut(string end, bool isObjected) =>
        Found("truncatedProject", "一、产出指标\n（一）数量指标：1.聘请法律顾问=5名。\n二、效益指标\n（一）社会效益指标：1.行政诉讼败诉率≤5%。\n" + end)
            .Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("1.扶持创业项目=12个； 1.创业辅导≥24场； 4.评选示范项目=3个。", true)]
    [InlineData("1.扶持创业项目=12个； 2.“创业3.0”辅导≥24场； 3.评选示范项目=3个。", false)]
    [InlineData("1.扶持创业项目=12个； 1.创业辅导≥24场； 2.评选示范项目=3个。", false)]
    public void Numbers_RepeatedAndLeftOut_AreTold(string lines, bool isObjected) =>
        Found("numberingGap", "一、产出指标\n（一）数量指标：" + lines).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("PLACEHOLDER", "（请在此填写项目年度总体目标，做到可量化、可考核）", true)]
    [InlineData("PLACEHOLDER", "（参照样表填写）", true)]
    [InlineData("PLACEHOLDER", "指导农户填写承包合同信息，整理合同1.2万份。", false)]
    [InlineData("PLACEHOLDER", "参照国家标准填写普查表3万份。", false)]
    [InlineData("MACHINE-TEXT", "好的，以下是根据您的要求生成的绩效目标：购置设备4套。", true)]
    [InlineData("MACHINE-TEXT", "购置设备4套。希望以上内容对您有帮助。", true)]
    [InlineData("MACHINE-TEXT", "作为一个人工智能语言模型，我无法核实数据。", true)]
    [InlineData("MACHINE-TEXT", "购置直播设备4套，运用人工智能自动生成字幕。", false)]
    [InlineData("MACHINE-TEXT", "在大厅张贴“为您服务”标识，作为人工智能产业园的配套。", false)]
    [InlineData("REMARK-LEFT-IN", "鉴定危房360户（小刘：这个数再跟住建股核一下，周五前回我）。", true)]
    [InlineData("REMARK-LEFT-IN", "鉴定危房360户（这个数要再核）。", true)]
    [InlineData("REMARK-LEFT-IN", "鉴定危房360户（以乡镇复核后的清单为准）。", false)]
    [InlineData("REMARK-LEFT-IN", "改良小麦（小麦：500亩）、水稻（以实测为准）。", false)]
    [InlineData("REMARK-LEFT-IN", "建设老张家口路段（小高层住宅由住建局确认）。", false)]
    [InlineData("PERSONAL-DATA", "手册5月底前发放（经办人：吴小芳，手机13900000000）。", true)]
    [InlineData("PERSONAL-DATA", "补助发放到户，户主身份证号420100197001011234。", true)]
    [InlineData("PERSONAL-DATA", "手册附12333咨询热线，值班电话0971-8612345。", false)]
    [InlineData("PERSONAL-DATA", "化解存量债务13900000000元，项目编码42010020240101000123。", false)]
    public void LeftOver_InAGoal_IsTold(string rule, string goal, bool isObjected) =>
        Document.Find(BudgetOf(goal, "一、产出指标\n（一）数量指标：1.工作任务≥4项。")).Any(finding => finding.Rule == rule).ShouldBe(isObjected);

    private static IReadOnlyList<Objection> Found(string check, string text)
    {
        var review = ReviewReader.Of(new BudgetFigures(Document.Book, BudgetOf("完成年度业务工作任务。", text)));
        return [.. ExcelBudget.Rules.Checking.Budgets.IndicatorChecks.All.Single(one => one.Name == check).Check(review)];
    }

    private static Budget BudgetOf(string goal, string text) => new(
        new BudgetIdentity("qinghai", "001", "青砚县（虚构）", 2024),
        [
            new FormContent(new FormId("projects"),
                [Document.Row(new Dictionary<string, string>
                {
                    ["project"] = "b1", ["name"] = "业务工作经费", ["amount"] = "60", ["goal"] = goal, ["text"] = text,
                })]),
            new FormContent(new FormId("indicators"), []),
        ]);
}
