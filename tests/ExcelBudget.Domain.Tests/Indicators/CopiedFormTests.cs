using ExcelBudget.Domain.Indicators.Reading;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>A form copied as a whole reads as its indicators alone; what only looks like its head is not lost.</summary>
public sealed class CopiedFormTests
{
    private const string Table = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维修学校\t3所\n满意度指标\t服务对象满意度指标\t师生满意度\t≥90%";

    [Theory]
    [InlineData("项目名称\t校舍维修\t主管部门\t县教育局\n资金总额（万元）\t126\n其中：\t财政拨款\t126\n项目周期\t2026年1月—12月\n年度目标\t维修3所学校。\n")]
    [InlineData("附件2\n项目支出绩效目标申报表\n（2025年度）\n\n填报单位（盖章）：县教育局\t\t单位：万元\n项目名称\t校舍维修\n资金情况\t年度资金总额\t126\n\t其他资金\t0\n")]
    [InlineData("一、项目名称：校舍维修\n二、主管部门：县教育局\n四、资金总额126万元，其中：上级补助100万元\n六、年度目标：维修3所学校校舍4200平方米，每平方米300元。\n七、绩效指标\n")]
    [InlineData("【项目名称】校舍维修\n【资金总额】126万元\n【年度目标】维修3所学校。\n")]
    public void TheHeadOfAForm_IsNoIndicator(string head) =>
        Read(head + Table).ShouldBe(["维修学校|3|所", "师生满意度|90|%"]);

    [Theory]
    [InlineData("成本指标\n1.项目总投资 ≤86万元\n2.年度资金总额 ≤40万元\n数量指标\n1.改造敬老院 =3所", 3)]
    [InlineData("时效指标\n项目周期：≤9个月\n实施期限：11月底前\n数量指标\n新增泊位：≥300个", 3)]
    [InlineData("指标名称\t指标值\n时效指标\t\n项目周期\t≤10个月\n数量指标\t\n扶持工坊\t=12家", 2)]
    public void IndicatorsOfTermAndMoney_AreNotLost(string text, int indicators) => Read(text).Count.ShouldBe(indicators);

    [Fact]
    public void CellsBrokenOverLines_AreReadWhole() => Read("""
        一级
        指标	二级指标	三级指标	指标值
        产出指标	数量指标	河道保
        洁长度	42公里
        	时效指标	漂浮物打
        捞时限	≤24小时
        效益指标	生态效益指标	河道水
        环境	持续
        改善
        满意度
        指标	服务对象
        满意度指标	沿河群众
        满意度	≥90%
        """).ShouldBe(["河道保洁长度|42|公里", "漂浮物打捞时限|24|小时", "河道水环境|持续改善|", "沿河群众满意度|90|%"]);

    [Fact]
    public void TheColumnOfThisYear_IsRead_NotThoseBefore() => Read(
        "一级指标\t二级指标\t三级指标\t指标值\t\t\t绩效标准\n\t\t\t前年(2022年)\t上年(2023年)\t预计当年(2024年)实现\t\n"
        + "产出指标\t数量指标\t培训人数\t1200人\t1350人\t≥1500人\t计划标准\n\t质量指标\t发证率\t90%\t91%\t≥92%\t计划标准")
        .ShouldBe(["培训人数|1500|人", "发证率|92|%"]);

    private static IReadOnlyList<string> Read(string text) =>
        [.. IndicatorText.Read(text).Indicators.Select(indicator => $"{indicator.Name}|{indicator.Value}|{indicator.Unit}")];
}
