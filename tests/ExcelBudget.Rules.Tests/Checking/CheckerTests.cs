using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>What the checks on texts and lists object to, and what they leave alone.</summary>
public sealed class CheckerTests
{
    [Theory]
    [InlineData("到2022年完成。", 1)]
    [InlineData("2022年度目标，2022年计划。", 1)]
    [InlineData("2021年和2022年计划。", 2)]
    [InlineData("截止日期2022-12-31。", 1)]
    [InlineData("2026年计划。", 1)]
    [InlineData("2024年计划。", 0)]
    [InlineData("落实《2022年工作要点》和文件〔2021〕5号。", 0)]
    [InlineData("截至2022年，自2021年起，始于2020年。", 0)]
    [InlineData("2023年末结转，2023年底前入账。", 0)]
    [InlineData("2022年末结转。", 1)]
    [InlineData("比2023年增长，与2023年度相比持平。", 0)]
    [InlineData("与2022年相比持平。", 1)]
    [InlineData("与2023年联合开展。", 1)]
    [InlineData("“十四五”（2021—2025年）期间。", 0)]
    [InlineData("2018-2020年期间。", 1)]
    [InlineData("发放2022套、2023人次。", 0)]
    public void StaleYear_InATextOf2024_IsFoundOnceForEachYear(string text, int times) =>
        Found("texts[other,text]=" + text, "STALE-YEAR").Length.ShouldBe(times);

    [Theory]
    [InlineData(@"1、甲。\n2、乙。\n3、丙。", null)]
    [InlineData(@"1. 甲。\n2. 乙。", null)]
    [InlineData("没有序号的文字。", null)]
    [InlineData(@"1、甲。\n3、乙。\n4、丙。", "3、乙。")]
    [InlineData(@"1、甲。\n1、乙。\n2、丙。", "1、乙。")]
    [InlineData(@"一、职责\n1、甲。\n2、乙。\n二、目标\n1、丙。\n2、丁。", null)]
    [InlineData(@"主要工作：\n1、甲。\n2、乙。\n保障措施：\n1、丙。", null)]
    [InlineData(@"1、甲。2、乙。3、丙。", null)]
    [InlineData(@"1、甲，包括：1、子。2、丑。\n2、乙。", null)]
    [InlineData(@"1、甲。\n2、乙达到90%。1、甲。\n3、丙。", "1、甲。")]
    [InlineData(@"1、支出1.5万元。\n2.5万元用于培训。\n2、乙。", null)]
    public void Numbering_ThatJumps_IsFoundAtTheSlip(string text, string? slip)
    {
        var found = Found("texts[other,text]=" + text, "NUMBERING");

        if (slip is null) HebeiCheck.Lines(found).ShouldBeEmpty();
        else found.ShouldHaveSingleItem().Message.ShouldContain($"“{slip}”");
    }

    [Theory]
    [InlineData(@"完善项目管理和政府采购制度办法。\n年终组织绩效自评。", 0)]
    [InlineData(@"完善项目管理和政府采购制度办法。\n完善项目管理和政府采购制度办法。", 1)]
    [InlineData(@"1、完善项目管理和政府采购制度办法。\n2、完善项目管理和政府采购制度办法。", 1)]
    [InlineData(@"完善项目管理和政府采购制度办法。\n年终自评。完善项目管理和政府采购制度办法。", 1)]
    [InlineData(@"加强领导。\n加强领导。", 0)]
    public void Paragraph_StandingTwice_IsFoundOnce(string text, int times) =>
        Found("texts[measures,text]=" + text, "TEXT-REPEATED").Length.ShouldBe(times);

    [Theory]
    [InlineData("服务对象满意率", 1)]
    [InlineData("基层群众满意度", 1)]
    [InlineData("基层群众满意度≥90%", 0)]
    [InlineData("涉密", 0)]
    [InlineData("显著提升", 0)]
    public void TargetOfAnIndicator_RepeatingItsName_IsFound(string target, int times) =>
        Found("indicators[13099924P00001#8,target]=" + target, "TARGET-REPEATS-NAME").Length.ShouldBe(times);

    [Theory]
    [InlineData("≥100%", 1)]
    [InlineData("≥ 100.0 ％", 1)]
    [InlineData("120%", 1)]
    [InlineData("不低于100%", 1)]
    [InlineData("100%以上", 1)]
    [InlineData("100%", 0)]
    [InlineData("≥98%", 0)]
    [InlineData("≥12000人次", 0)]
    [InlineData("99.100%", 0)]
    public void TargetOfAnIndicator_BeyondHundredPercent_IsFound(string target, int times) =>
        Found("indicators[13099924P00001#3,target]=" + target, "RATE-OVER-100").Length.ShouldBe(times);

    [Theory]
    [InlineData("XX单位负责。", 1)]
    [InlineData("20XX年完成。", 1)]
    [InlineData("由某某负责，待填写。", 2)]
    [InlineData("依据____文件。", 1)]
    [InlineData("采购XXL码服装3×5米。", 0)]
    [InlineData("见EXXON报告。", 0)]
    public void Placeholder_LeftInAText_IsFound(string text, int times) =>
        Found("texts[other,text]=" + text, "PLACEHOLDER").Length.ShouldBe(times);

    [Theory]
    [InlineData("办公费、差旅费", 0)]
    [InlineData("办公费、维修费、因公出国（境）费", 0)]
    [InlineData("办公费，离退休干部经费等", 0)]
    [InlineData("办公费、手续费、咨询费等", 1)]
    public void ScopeOfOperatingCosts_NamingKindsWithoutAmount_IsFoundOnce(string text, int times) =>
        Found("texts[operating_cost_scope,text]=" + text, "EXPENSE-KINDS").Length.ShouldBe(times);

    [Theory]
    [InlineData("T3[2070101,2]=行政 运行", 0)]
    [InlineData("T6[30213,2]=维修(护)费", 0)]
    [InlineData("T6[30213,2]=维修费", 1)]
    public void NameBesideACode_DifferingFromTheList_IsFound(string edit, int times) => Found(edit, "CODE-NAME").Length.ShouldBe(times);

    [Theory]
    [InlineData("比上年减少 万元，主要是压减会议。", 1)]
    [InlineData("占 %，比上年增长％。", 2)]
    [InlineData("车辆共 辆。", 1)]
    [InlineData("比上年减少3.20万元，占12%。", 0)]
    [InlineData("减少万元GDP能耗，新增加亿元企业3家。", 0)]
    [InlineData("金额合计（万元）。", 0)]
    public void Blank_LeftUnfilledInASentence_IsFound(string text, int times) =>
        Found("texts[other,text]=" + text, "UNFILLED-BLANK").Length.ShouldBe(times);

    [Theory]
    [InlineData("202年度预算。", 1)]
    [InlineData("20233年完成。", 1)]
    [InlineData("20 24年完成。", 1)]
    [InlineData("2024年度预算，2024 年完成。", 0)]
    [InlineData("建成203年来保存完好，累计200年。", 0)]
    public void Year_WithDigitsMissingOrTooMany_IsFound(string text, int times) =>
        Found("texts[other,text]=" + text, "TRUNCATED-YEAR").Length.ShouldBe(times);

    [Theory]
    [InlineData("今年是“十四五”规划的收官之年。", 1)]
    [InlineData("今年是“十四五”开局之年，也是建党100周年。", 2)]
    [InlineData("新中国成立75周年之际。", 0)]
    [InlineData("“十四五”时期。", 0)]
    public void Phrase_OfAnotherYear_IsFound(string text, int times) =>
        Found("texts[overall_goal,text]=" + text, "DATED-WORDS").Length.ShouldBe(times);

    [Theory]
    [InlineData("本部门无政府性基金预算。", 1)]
    [InlineData("本部门没有安排政府性基金支出。", 1)]
    [InlineData("本部门未违规使用政府性基金预算。", 0)]
    [InlineData("政府性基金预算支出用于体育。", 0)]
    public void Text_DenyingMoneyTheFormHas_IsFound(string text, int times) =>
        Found("texts[other,text]=" + text, "EMPTY-CLAIM-FUND").Length.ShouldBe(times);

    [Theory]
    [InlineData("procurement[1,quantity]=31", 1)]
    [InlineData("procurement[1,quantity]=", 0)]
    [InlineData("procurement[1,quantity]=1 & procurement[1,price]=13.95", 0)]
    public void AmountOfProcurement_OtherThanQuantityTimesPrice_IsFound(string edits, int times) =>
        Found(edits, "PROCUREMENT-PRICE").Length.ShouldBe(times);

    [Fact]
    public void RetiredCodeWithItsParent_WhenChecked_IsNamedOnceByTheHighest() =>
        Found("T3[21006,2]=中医药 & T3[2100601,4]=1", "CODE-RETIRED").ShouldHaveSingleItem().Place.Address!.Value.Row.Value.ShouldBe("21006");

    [Fact]
    public void CodeOfAnotherClassification_WhenChecked_IsNotAlsoCalledUnknown()
    {
        Found("T6[2070101,4]=1", "CODE-FOREIGN").ShouldHaveSingleItem();
        Found("T6[2070101,4]=1", "CODE-LENGTH").ShouldBeEmpty();
        Found("T3[30101,4]=1", "CODE-FOREIGN").ShouldHaveSingleItem().Message.ShouldContain("基本工资");
        Found("T3[30101,4]=1", "CODE-UNKNOWN").ShouldBeEmpty();
    }

    [Fact]
    public void AmountsTypedInYuan_InOneForm_AreOneFindingWithTheirNumber() =>
        Found("T3[2070101,4]=77852000 & T3[2070109,4]=24400000", "AMOUNT-CEILING").ShouldHaveSingleItem().Message.ShouldContain("共有 2 处");

    [Fact]
    public void CodeOfNoLevel_WhenChecked_IsNotAlsoCalledUnknown()
    {
        Found("T3[20701011,4]=1", "CODE-LENGTH").ShouldHaveSingleItem();
        Found("T3[20701011,4]=1", "CODE-UNKNOWN").ShouldBeEmpty();
        Found("T3[20701011,4]=1", "CODE-PARENT").ShouldBeEmpty();
    }

    [Fact]
    public void CodeWithoutItsParents_WhenChecked_NamesEachMissingParentOnce() =>
        Found("T3[2130101,4]=1 & T3[2130102,4]=1", "CODE-PARENT").Select(finding => finding.Expected.Told())
            .ShouldBe(["213 农林水支出", "21301 农业农村"]);

    [Fact]
    public void Decrease_TypedOverItsFormula_MayBeNegative() =>
        Found("prior[收入总计,change]=-5", "NEGATIVE").ShouldBeEmpty();

    [Fact]
    public void NegativeAmount_Entered_IsFoundWithItsAmount() =>
        Found("T5[2070101,4]=-0.5", "NEGATIVE").ShouldHaveSingleItem().Actual.Told().ShouldBe("-0.50");

    [Fact]
    public void ProjectsOfTheSameName_WithOtherAmounts_AreNotDuplicates() =>
        Found("projects[13099924P00002,name]=基层公共文化服务提升经费", "PROJECT-DUPLICATE").ShouldBeEmpty();

    private static Finding[] Found(string edits, string rule) =>
        [.. HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf("full"), edits)).Findings.Where(finding => finding.Rule == rule)];
}
