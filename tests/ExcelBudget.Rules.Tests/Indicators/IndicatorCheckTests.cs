using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>What each check objects to in one indicator, and the lookalikes it leaves alone.</summary>
public sealed class IndicatorCheckTests
{
    [Theory]
    [InlineData("direction", "成本指标：服务中心工作经费 ≥2.5万元", true)]
    [InlineData("direction", "成本指标：误工补贴 ≥120元/天", true)]
    [InlineData("direction", "成本指标：成本节约额 ≥2万元", false)]
    [InlineData("direction", "成本指标：办公费用 ≤2.5万元", false)]
    [InlineData("direction", "质量指标：责任事故发生次数 ≥1次", true)]
    [InlineData("direction", "质量指标：事故处理及时率 ≥95%", false)]
    [InlineData("direction", "数量指标：应急事故演练次数 ≥2次", false)]
    [InlineData("direction", "数量指标：投诉受理件数 ≥100件", false)]
    [InlineData("direction", "满意度指标：群众满意度 ≤95%", true)]
    [InlineData("direction", "经济效益指标：增加税收 ≥200万元", false)]
    [InlineData("rateOver100", "质量指标：合格率 ≥100%", true)]
    [InlineData("rateOver100", "质量指标：合格率 120%", true)]
    [InlineData("rateMisprint", "质量指标：合格率 120%", false)]
    [InlineData("rateMisprint", "满意度指标：群众满意度 ≥105%", true)]
    [InlineData("rateMisprint", "满意度指标：群众满意度提高 ≥105%", false)]
    [InlineData("rateMisprint", "满意度指标：群众满意度 ≥100%", false)]
    [InlineData("rateOver100", "质量指标：合格率 100%", false)]
    [InlineData("rateOver100", "经济效益指标：旅游收入增长率 ≥120%", false)]
    [InlineData("rateOver100", "经济效益指标：比上年提高 ≥100%", false)]
    [InlineData("weakTarget", "满意度指标：服务单位满意度 ≥45%", true)]
    [InlineData("weakTarget", "满意度指标：服务单位满意度 ≥80%", false)]
    [InlineData("weakTarget", "质量指标：信息采用率 65%", false)]
    [InlineData("weakTarget", "质量指标：泄密事件发生率 0%", false)]
    [InlineData("weakTarget", "时效指标：工作完成及时率 70%", true)]
    [InlineData("missingUnit", "时效指标：培训及时率 98", true)]
    [InlineData("missingUnit", "数量指标：培训次数 ≥3", true)]
    [InlineData("missingUnit", "数量指标：培训次数（次） ≥3", false)]
    [InlineData("missingUnit", "时效指标：完成年度 2024", false)]
    [InlineData("missingUnit", "质量指标：重大舆情 0", false)]
    [InlineData("missingUnit", "质量指标：保留郁闭度 ≥0.6", false)]
    [InlineData("unitAgainstName", "质量指标：事故发生次数 0%", true)]
    [InlineData("unitAgainstName", "数量指标：接待人数 ≥210次", true)]
    [InlineData("unitAgainstName", "数量指标：接待人数 ≥2万人", false)]
    [InlineData("unitAgainstName", "数量指标：培训班次数 ≥2/次", true)]
    [InlineData("unitAgainstName", "成本指标：印刷成本 ≤150/本", true)]
    [InlineData("unitAgainstName", "成本指标：印刷成本 ≤150元/本", false)]
    [InlineData("unitAgainstName", "数量指标：数量增长 ≥5%", false)]
    [InlineData("fraction", "数量指标：培训人数 ≥2.5人", true)]
    [InlineData("fraction", "数量指标：培训人次 ≥2.5万人次", false)]
    [InlineData("fraction", "数量指标：道路里程 ≥12.5公里", false)]
    [InlineData("rateWithoutNumber", "可持续影响指标：记账及时率 及时", true)]
    [InlineData("rateWithoutNumber", "可持续影响指标：管理制度健全性 健全", false)]
    [InlineData("rateWithoutNumber", "质量指标：行政效率 提高", false)]
    [InlineData("misfiledIndicator", "数量指标：办公费用 ≤3万元", true)]
    [InlineData("misfiledIndicator", "质量指标：下乡调研 ≥90次", true)]
    [InlineData("misfiledIndicator", "质量指标：获省级以上奖项 ≥2个", false)]
    [InlineData("misfiledIndicator", "质量指标：安全事故起数 0起", false)]
    [InlineData("misfiledIndicator", "质量指标：整改问题 ≤5个", false)]
    [InlineData("misfiledIndicator", "社会效益指标：受益群众 ≥5000人", false)]
    [InlineData("misfiledIndicator", "社会效益指标：贷款余额 ≥500万元", false)]
    [InlineData("misfiledIndicator", "经济效益指标：节约成本 ≥4万元", false)]
    [InlineData("misfiledIndicator", "可持续影响指标：留存年限 ≥10年", false)]
    [InlineData("misfiledIndicator", "社会效益指标：群众满意度 ≥90%", true)]
    [InlineData("staleDate", "时效指标：完成 2021年12月底", true)]
    [InlineData("staleDate", "时效指标：完成 2024年12月底", false)]
    [InlineData("staleDate", "时效指标：建设周期 2023年-2025年", false)]
    [InlineData("staleDate", "数量指标：落实《2021年工作要点》任务 ≥5项", false)]
    [InlineData("pointlessLimit", "成本指标：预算成本控制率 ≤0%", true)]
    [InlineData("pointlessLimit", "成本指标：成本增长率 ≤0%", false)]
    [InlineData("statementAsQuantity", "数量指标：扶持全县的深改工作单位", true)]
    [InlineData("statementAsQuantity", "社会效益指标：维护网络秩序", false)]
    public void Indicator_WhenChecked_IsObjectedToOnlyWithReason(string check, string line, bool isObjected) =>
        OneProject.Found(check, OneProject.With(100m, line)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("costAboveAmount", 5.00, "数量指标：汽油费等开支 ≤8.6万元", true)]
    [InlineData("costAboveAmount", 8.60, "成本指标：总成本 ≤8.6万元", false)]
    [InlineData("costAboveAmount", 143.4567, "成本指标：总成本 ≤143.46万元", false)]
    [InlineData("costAboveAmount", 0.20, "成本指标：人均培训成本 ≤4300元", false)]
    [InlineData("costAboveAmount", 0.20, "成本指标：伙食标准 ≤4300元", false)]
    [InlineData("costAboveAmount", 0.20, "成本指标：设备费 ≤8000元/套", false)]
    [InlineData("costAboveAmount", 20.00, "成本指标：项目总投资 ≤300万元", false)]
    [InlineData("costAboveAmount", 20.00, "成本指标：2023-2025年费用 ≤60万元", false)]
    [InlineData("costAboveAmount", 20.00, "经济效益指标：带动投资 ≥300万元", false)]
    [InlineData("costAboveAmount", 20.00, "经济效益指标：营业额 ≥300万元", false)]
    [InlineData("productMismatch", 4.80, "数量指标：通信费 5*1200*12个月", true)]
    [InlineData("productMismatch", 7.20, "数量指标：通信费 5*1200*12个月", false)]
    [InlineData("productMismatch", 9.00, "数量指标：通信费 5*1200*12个月", false)]
    [InlineData("productMismatch", 5.00, "数量指标：聘用工资 2500元*3人*6月=45000元", false)]
    [InlineData("productMismatch", 5.00, "数量指标：聘用工资 2500元*3人*6月=40000元", true)]
    [InlineData("productMismatch", 0.50, "数量指标：展板 120*240厘米", false)]
    [InlineData("productMismatch", 0.50, "数量指标：视频分辨率 1920*1080", false)]
    public void MoneyInAnIndicator_AgainstTheAmount_IsComparedOnlyWhereItCanBe(
        string check, double inTenThousandYuan, string line, bool isObjected) =>
        OneProject.Found(check, OneProject.With((decimal)inTenThousandYuan, line)).Any().ShouldBe(isObjected);

    [Fact]
    public void PartsOfCost_TogetherAboveTheAmount_AreOneObjectionWithTheirSum()
    {
        var project = OneProject.With(4m, "数量指标：水电费 3000元*12月", "数量指标：安保工资 4万元", "数量指标：电梯运行费 9000元");

        OneProject.Found("partsAboveAmount", project).ShouldHaveSingleItem().Actual.ShouldBe("8.50 万元");
    }

    [Fact]
    public void PartsOfCost_BesideTheirWhole_AreNotAddedToIt()
    {
        OneProject.Found("partsAboveAmount", OneProject.With(10m, "成本指标：会议总成本 ≤10万元", "成本指标：住宿费 ≤6万元", "成本指标：伙食费 ≤4万元")).ShouldBeEmpty();
        OneProject.Found("partsAboveAmount", OneProject.With(10m, "成本指标：会议筹办费 ≤10万元", "成本指标：住宿费 ≤6万元")).ShouldBeEmpty();
    }

    [Fact]
    public void PriceForOne_TimesTheCountOfTheSameThing_AboveTheAmount_IsObjectedTo()
    {
        OneProject.Found("priceTimesCount", OneProject.With(10m, "数量指标：印刷册数 ≥1000册", "成本指标：每册印刷费 ≤150元/册")).ShouldHaveSingleItem()
            .Actual.ShouldBe("15.00 万元");
        OneProject.Found("priceTimesCount", OneProject.With(15m, "数量指标：印刷册数 ≥1000册", "成本指标：每册印刷费 ≤150元/册")).ShouldBeEmpty();
    }

    [Fact]
    public void PriceForOne_OfSomethingThatIsNotCounted_IsNotMultiplied() =>
        OneProject.Found("priceTimesCount", OneProject.With(10m, "数量指标：培训学员 ≥200人", "成本指标：专家讲课费 ≤2000元/人")).ShouldBeEmpty();

    [Fact]
    public void DutyPay_ThatFitsItsDays_IsLeftAloneThoughSeveralTakeTurns() =>
        OneProject.Found("priceTimesCount", OneProject.With(2.19m, "数量指标：值班 365天/3人", "成本指标：值班费标准 60元/天")).ShouldBeEmpty();

    [Theory]
    [InlineData("接待参会委员150名。", true)]
    [InlineData("接待参会委员180名。", true)]
    [InlineData("接待参会委员162名以上。", false)]
    [InlineData("接待参会委员约160名。", false)]
    [InlineData("接待委员，全县180名。", false)]
    [InlineData("接待参会委员162名，列席人员58名。", false)]
    [InlineData("委员参会接待，每人150元。", false)]
    [InlineData("接待参会委员150至170名。", false)]
    [InlineData("每次会议接待参会委员40名。", false)]
    public void HeadCount_InTheGoal_ContradictsTheIndicatorThatSaysAnother(string goal, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(10m, "数量指标：接待参会委员 ≥162名", "数量指标：接待列席人员 ≥58名") with { Goal = goal }).Any()
            .ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：举办展览 ≥4场", "全年举办展览6场。", true)]
    [InlineData("数量指标：举办展览 ≥6场", "全年举办展览不少于4场。", false)]
    [InlineData("质量指标：案件办结率 ≥95%", "案件办结率达到98%以上。", true)]
    [InlineData("质量指标：案件办结率 ≥98%", "案件办结率达到95%以上。", false)]
    [InlineData("生态效益指标：火灾受害率 ≤0.9‰", "森林火灾受害率控制在0.8‰以内。", true)]
    [InlineData("经济效益指标：户均增收 ≥300元", "带动户均增收3000元。", true)]
    [InlineData("成本指标：摄像机单价 ≤6万元", "购置摄像机6台，共36万元。", false)]
    [InlineData("成本指标：贴息资金 ≤10万元", "对2023年贷款贴息资金4万元，对2024年贷款贴息资金6万元。", false)]
    [InlineData("数量指标：运维水位站 20处", "现有水位站22处，对其中20处运维水位站。", false)]
    [InlineData("数量指标：配备器材 30套", "为30个行政村各配备器材1套。", false)]
    [InlineData("社会效益指标：受益人口 ≥8600人", "解决11个村6800人饮水问题。", true)]
    [InlineData("社会效益指标：受益人口 ≥9000人", "解决11个村6800人饮水问题。", false)]
    public void FigureOfTheGoal_AgainstTheIndicatorOnTheSameThing_IsComparedByWhatItMeasures(string line, string goal, bool isObjected) =>
        OneProject.Found("countConflict", OneProject.With(10m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：恢复灌溉面积 ≥4500公顷", "恢复灌溉面积4500亩。", true)]
    [InlineData("数量指标：选任人民陪审员 120件", "选任人民陪审员120名。", true)]
    [InlineData("数量指标：监测隐患点 180处", "对180处隐患点落实监测员180名。", false)]
    [InlineData("数量指标：举办招聘会 ≥50个", "举办招聘会50场。", false)]
    [InlineData("数量指标：配备器材 30套", "配备器材30台。", false)]
    public void SameFigure_InAUnitThatMeasuresSomethingElse_IsAskedAbout(string line, string goal, bool isObjected) =>
        OneProject.Found("unitConflict", OneProject.With(10m, line) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("改造危桥共132延米，其中王家桥42延米、李家湾桥30延米、双河口桥62延米。", true)]
    [InlineData("造林6000亩，其中人工造林2500亩、补植2000亩、封育1000亩。", true)]
    [InlineData("造林6000亩，其中油茶1000亩、竹林500亩、药材300亩。", false)]
    [InlineData("运维雨量站56处、水位站22处，对其中的雨量站56处、水位站20处检修。", false)]
    public void PartsBehindOfWhich_AddedUp_MakeTheWholeOrAreClearlyOnlySome(string goal, bool isObjected) =>
        OneProject.Found("subgroups", OneProject.With(10m) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("数量指标：承保玉米面积 ≥8万头", true)]
    [InlineData("数量指标：承保玉米面积 ≥8万亩", false)]
    [InlineData("时效指标：修复时限 ≤48公里", true)]
    [InlineData("时效指标：修复时限 ≤48小时", false)]
    [InlineData("生态效益指标：植被盖度 ≥45亩", true)]
    [InlineData("生态效益指标：植被盖度 ≥45%", false)]
    public void Unit_ThatMeasuresSomethingElseThanTheName_IsRefused(string line, bool isObjected) =>
        OneProject.Found("unitAgainstName", OneProject.With(10m, line)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("政协十七届四次会议工作经费", "办好第十七届委员会第三次会议。", true)]
    [InlineData("政协十七届四次会议工作经费", "办好第十八届委员会会议。", true)]
    [InlineData("政协十七届四次会议工作经费", "办好第十七届委员会第四次会议。", false)]
    [InlineData("政协十七届四次会议工作经费", "落实第三次会议和第四次会议精神。", false)]
    [InlineData("常委会工作经费", "全年召开四次会议。", false)]
    public void Event_InTheGoal_IsTheEventOfTheName(string name, string goal, bool isObjected) =>
        OneProject.Found("eventConflict", OneProject.With(10m) with { Name = name, Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("投入50万元改造。", true)]
    [InlineData("投入20万元改造。", false)]
    [InlineData("总投资500万元，本年改造一期。", false)]
    [InlineData("2023—2025年投入60万元。", false)]
    [InlineData("每户补助30万元以下。", false)]
    [InlineData("带动社会投资900万元。", false)]
    public void MoneyInTheGoal_AboveTheAmount_IsAskedAboutUnlessItIsOfAnotherKind(string goal, bool isObjected) =>
        OneProject.Found("goalMoney", OneProject.With(20m) with { Goal = goal }).Any().ShouldBe(isObjected);

    [Fact]
    public void Goals_OfTwoProjects_NearlyAlike_AreFoundAtTheLaterOne()
    {
        var first = OneProject.With(10m) with { Goal = "建立健全重大突发性事件的对外宣传报道制度，规范对外宣传的运作手段。", Name = "信息工作经费" };
        var second = first with
        {
            Amount = new ExcelBudget.Domain.Money.Measure(80_000m),
            Key = new RowKey("2"),
            Goal =
            "建立健全重大突发性事件的对外宣传报道制度，规范对外宣传的运作手段",
            Name = "表彰经费"
        };
        var third = first with { Key = new RowKey("3"), Goal = "建立健全重大项目的督促检查制度，规范督查工作程序，确保落实到位。", Name = "督查经费" };

        OneProject.Found("copiedGoal", first, second, third).ShouldHaveSingleItem().Project.Key.Value.ShouldBe("2");
    }

    [Fact]
    public void Goal_CopiedFromAnotherDepartment_IsFoundWhenItsProjectsAreKnown()
    {
        var project = OneProject.With(10m) with { Goal = "保证书籍顺利印刷发行，按期完成编审出版工作。" };
        var review = new IndicatorReview(
            Document.Book.Pack.Indicators!, 2024, [project])
        { Elsewhere = [project with { Name = "县志印刷费" }] };

        IndicatorChecks.All.Single(check => check.Name == "copiedGoal").Check(review).ShouldHaveSingleItem().Match.ShouldBe("县志印刷费");
    }

    [Fact]
    public void Text_ThatBreaksOff_IsOneObjectionNotSeveral()
    {
        var project = OneProject.With(10m, "数量指标：走访 ≥180次", "质量指标：覆盖率 ≥95%", "时效指标：及时率 ≥95%", "成本指标：成本 ≤10万元") with { BreaksOff = true };

        OneProject.Found("truncatedProject", project).ShouldHaveSingleItem().Match.ShouldBe("效益指标、满意度指标");
        OneProject.Found("missingDimension", project).ShouldBeEmpty();
        OneProject.Found("truncatedProject", project with { IsFreeText = false }).ShouldBeEmpty();
        OneProject.Found("truncatedProject", project with { BreaksOff = false }).ShouldBeEmpty();
        OneProject.Found("missingDimension", project with { BreaksOff = false }).ShouldHaveSingleItem();
    }

    [Fact]
    public void ProjectWithoutIndicators_WhenChecked_MissesAllLevelsInOneObjection()
    {
        OneProject.Found("missingDimension", OneProject.With(10m)).ShouldHaveSingleItem().Match.ShouldBe("产出指标、效益指标、满意度指标");
        OneProject.Found("incompleteDimension", OneProject.With(10m)).ShouldBeEmpty();
    }

    [Fact]
    public void CostAsLevelOne_InAPackThatFilesItUnderOutput_IsNoMissingGroup() =>
        OneProject.Found(
            "incompleteDimension",
            OneProject.With(10m, "成本指标：总成本 ≤10万元", "数量指标：走访 ≥180次", "质量指标：覆盖率 ≥95%", "时效指标：及时率 ≥95%", "社会效益指标：秩序 良好", "满意度指标：满意度 ≥95%"))
                .ShouldBeEmpty();

    [Fact]
    public void Weights_OfAProject_AddUpToAHundredOrNinety()
    {
        ReviewedProject Weighted(params decimal?[] weights) => OneProject.With(10m) with
        {
            Indicators = [.. OneProject.With(10m, [.. weights.Select((_, at) => $"数量指标：走访{at} ≥180次")])
                .Indicators.Zip(weights, (line, weight) => line with { Weight = weight })],
        };

        OneProject.Found("weightSum", Weighted(50, 40, 10)).ShouldBeEmpty();
        OneProject.Found("weightSum", Weighted(22.5m, 22.5m, 22.5m, 22.5m)).ShouldBeEmpty();
        OneProject.Found("weightSum", Weighted(null, null)).ShouldBeEmpty();
        OneProject.Found("weightSum", Weighted(50, 40, 20)).ShouldHaveSingleItem().Actual.ShouldBe("110");
        OneProject.Found("weightSum", Weighted(60, 40, null)).ShouldHaveSingleItem();
    }

    [Fact]
    public void FewIndicators_InAPackWhoseLevelsAreOptional_AreFound()
    {
        var standards = Document.Book.Pack.Indicators!;
        var lax = standards with { Levels = [.. standards.Levels.Select(level => level with { IsOptional = true, Required = [] })] };
        var review = new IndicatorReview(lax, 2024, [OneProject.With(10m, "数量指标：走访 ≥180次")]);

        IndicatorChecks.All.Single(check => check.Name == "fewIndicators").Check(review).ShouldHaveSingleItem().Expected.ShouldBe("3");
    }

    [Fact]
    public void Numbers_OfAGroup_MayRepeatButNotLeaveOneOut()
    {
        ReviewedProject Numbered(params string[] numbers) => OneProject.With(10m) with
        {
            Indicators = [.. numbers.Select((number, at) => OneProject.With(10m, $"数量指标：走访{at} ≥180次").Indicators[0])
                .Zip(numbers, (line, number) => line with { Indicator = line.Indicator with { Number = number } })],
        };

        OneProject.Found("numberingGap", Numbered("1", "2", "2", "3")).ShouldBeEmpty();
        OneProject.Found("numberingGap", Numbered("2")).ShouldHaveSingleItem();
        OneProject.Found("numberingGap", Numbered("1", "2", "4")).ShouldHaveSingleItem().Actual.ShouldBe("4");
    }
}
