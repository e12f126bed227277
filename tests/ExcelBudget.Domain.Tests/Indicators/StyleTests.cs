using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>
/// Ways of writing that the keyed documents do not show. Expected: level 1/level 2|name|operator|value|unit, one line each.
/// </summary>
public sealed class StyleTests
{
    [Theory]
    [InlineData("一、产出指标\n1.数量指标\n发放救灾物资 约200件\n入户走访 每月1次\n慰问困难群众100余人\n2.质量指标\n零事故",
        "产出指标/数量指标|发放救灾物资|=|约200|件\n产出指标/数量指标|入户走访每月|=|1|次\n产出指标/数量指标|慰问困难群众|≥|100|人\n产出指标/质量指标|零事故|定性|零事故|")]
    [InlineData("产出指标：\n数量指标：\n• 新建卫生室 3—5个\n• 每人每天100元\n时效指标：\n• 12月底前完成\n• 5个工作日内办结",
        "产出指标/数量指标|新建卫生室|=|3—5|个\n产出指标/数量指标|每人每天|=|100|元\n产出指标/时效指标|12月底前完成|=|12月底前|\n产出指标/时效指标|办结|≤|5|个工作日")]
    [InlineData("【产出指标】\n**数量指标**：采购设备（台）：12\n质量指标：设备验收合格率达到98%以上", "产出指标/数量指标|采购设备|=|12|台\n产出指标/质量指标|设备验收合格率|≥|98|%")]
    [InlineData("一级指标|二级指标|三级指标|年度指标值\n---|---|---|---\n产出指标|数量指标|维修校舍面积|≥1200平方米\n | |更换课桌椅|=300套\n效益指标|社会效益指标|办学条件|明显改善",
        "产出指标/数量指标|维修校舍面积|≥|1200|平方米\n产出指标/数量指标|更换课桌椅|=|300|套\n效益指标/社会效益指标|办学条件|定性|明显改善|")]
    [InlineData("产出数量：巡查河道≥240次；产出成本：控制在12万元以内；可持续影响：长期；服务对象满意度：≥90%",
        "产出指标/数量指标|巡查河道|≥|240|次\n产出指标/成本指标||≤|12|万元\n效益指标/可持续影响指标|长期|定性|长期|\n满意度指标/服务对象满意度指标||≥|90|%")]
    [InlineData("产出指标数量指标培训人数≥200人质量指标培训合格率≥95%效益指标社会效益指标提高干部素质满意度指标服务对象满意度指标参训人员满意度≥95%",
        "产出指标/数量指标|培训人数|≥|200|人\n产出指标/质量指标|培训合格率|≥|95|%\n效益指标/社会效益指标|提高干部素质|定性|提高干部素质|\n满意度指标/服务对象满意度指标|参训人员满意度|≥|95|%")]
    [InlineData("一、产出指标\n（一）数量指标：完成村庄规划编\n制15个，组织专家评审会不少\n于3次，印发宣传手册2000册\n（二）质量指标：规划成果通过\n率达到100%",
        "产出指标/数量指标|完成村庄规划编制|=|15|个\n产出指标/数量指标|组织专家评审会|≥|3|次\n产出指标/数量指标|印发宣传手册|=|2000|册\n产出指标/质量指标|规划成果通过率|≥|100|%")]
    [InlineData("数量指标：培训人数≥200人次；培训班次=4期。成本指标 ≤5万元", "产出指标/数量指标|培训人数|≥|200|人次\n产出指标/数量指标|培训班次|=|4|期\n产出指标/成本指标||≤|5|万元")]
    [InlineData("三级指标：培训合格率 年度指标值：≥95%", "/|培训合格率|≥|95|%")]
    [InlineData("一、产出指标 1、数量指标 （1）出版册数２０００册（2）评审次数＞＝４次 2、时效指标 2024年1月—12月",
        "产出指标/数量指标|出版册数|=|2000|册\n产出指标/数量指标|评审次数|≥|4|次\n产出指标/时效指标||=|2024年1月—12月|")]
    [InlineData("二、效益指标\n（一）经济效益指标：无\n（二）社会效益指标：涉密", "效益指标/经济效益指标|无|定性|无|\n效益指标/社会效益指标|涉密|定性|涉密|")]
    [InlineData("（一）产出指标\n1.质量指标：2.5×3=7.5万元", "产出指标/质量指标||=|2.5×3=7.5万元|")]
    [InlineData("一、产出指标\n（一）数量指标\n1.新建水泥路1条\t2km\n2.围墙300米\t300元/米\n3.达标率100%\t≥98%\n（三）时效指标\n完成时限,2025年10月底前",
        "产出指标/数量指标|新建水泥路1条|=|2|km\n产出指标/数量指标|围墙300米|=|300|元/米\n产出指标/数量指标|达标率100%|≥|98|%\n产出指标/时效指标|完成时限|=|2025年10月底前|")]
    [InlineData("产出指标\t数量指标\t储备小麦\t吨\t≥4500\n\t\t储备油\t≥\t500\t吨\n\t质量指标\t合格率\t=\t100\t%\n效益指标\t社会效益指标\t交通条件\t定性\t明显改善",
        "产出指标/数量指标|储备小麦|≥|4500|吨\n产出指标/数量指标|储备油|≥|500|吨\n产出指标/质量指标|合格率|=|100|%\n效益指标/社会效益指标|交通条件|定性|明显改善|")]
    [InlineData("一、产出指标\n（一）数量指标\n1.能耗 ≤2022年实际值\n2.用水量较2022年实际值下降≥3%\n3.培训 ≥12.00(次)\n4.总面积(亩) ≥300\n5.验收达标率100%  ≥98%",
        "产出指标/数量指标|能耗|≤|2022年实际值|\n产出指标/数量指标|用水量较2022年实际值下降|≥|3|%\n产出指标/数量指标|培训|≥|12.00|次\n产出指标/数量指标|总面积|≥|300|亩\n"
            + "产出指标/数量指标|验收达标率100%|≥|98|%")]
    [InlineData("一、产出目标：\n（一）数量目标：培训人数≥200人\n（二）质量，合格率≥95%\n（三）时效：2024年底\n二、效益目标：\n社会效益：提高能力\n三、满意度目标：≥90%",
        "产出指标/数量指标|培训人数|≥|200|人\n产出指标/质量指标|合格率|≥|95|%\n产出指标/时效指标||=|2024年底|\n效益指标/社会效益指标|提高能力|定性|提高能力|\n满意度指标/||≥|90|%")]
    [InlineData("数量指标：培训**人次\n质量指标：合格率≥**%", "产出指标/数量指标|培训|=|**|人次\n产出指标/质量指标|合格率|≥|**|%")]
    [InlineData("【产出指标-数量指标】订阅报刊≥200份【产出指标-时效指标】按时订阅【满意度指标-服务对象满意度】≥95%",
        "产出指标/数量指标|订阅报刊|≥|200|份\n产出指标/时效指标|按时订阅|定性|按时订阅|\n满意度指标/服务对象满意度指标||≥|95|%")]
    [InlineData("产出指标;数量指标;学生人数≥4520人;质量指标;资助覆盖率=100%;满意度指标;服务对象满意度指标;学生满意度≥95%",
        "产出指标/数量指标|学生人数|≥|4520|人\n产出指标/质量指标|资助覆盖率|=|100|%\n满意度指标/服务对象满意度指标|学生满意度|≥|95|%")]
    [InlineData("产出指标\n数量⼈数指标", "产出指标/|数量人数指标|定性|数量人数指标|")]
    public void Text_InAnotherStyle_IsReadAsACarefulReaderDoes(string text, string expected) =>
        string.Join('\n', IndicatorText.Read(text).Indicators
            .Select(it => $"{it.Level1}/{it.Level2}|{it.Name}|{it.Operator.Sign()}|{it.Value}|{it.Unit}")).ShouldBe(expected);

    [Theory]
    [InlineData("一、产出指标\n(一)数量指：培训人数≥3人", IndicatorFaultKind.MalformedHeading, "(一)数量指：")]
    [InlineData("一、产出指标\n(一)数量指标：培训人数≥3人\n(四)效益指标\n1.成本≤3万元", IndicatorFaultKind.MisplacedHeading, "(四)效益指标")]
    [InlineData("三、满意度指标100%", IndicatorFaultKind.ValueOnHeading, "100%")]
    [InlineData("一、产出指标\n（一）数量指标：\n（二）质量指标：合格率≥9%", IndicatorFaultKind.EmptyHeading, "（一）数量指标：")]
    [InlineData("一、产出指标\n（一）数量指标：\n2.培训人数≥3人", IndicatorFaultKind.NumberingBreak, "2.培训人数≥3人")]
    [InlineData("一、产出指标\n（一）数量指标：培训人数≥", IndicatorFaultKind.Truncated, "指标：培训人数≥")]
    [InlineData("一、产出指标\n（五）其他指标：培训人数≥3人", IndicatorFaultKind.UnknownHeading, "（五）其他指标：")]
    public void Text_WithAFaultOfForm_NamesItAndWhereItStands(string text, IndicatorFaultKind kind, string where)
    {
        var fault = IndicatorText.Read(text).Faults.Where(it => it.Kind == kind).ShouldHaveSingleItem();
        fault.Text.ShouldEndWith(where[^Math.Min(4, where.Length)..]);
        text[fault.Start..].ShouldStartWith(fault.Text[..1]);
    }

    [Theory]
    [InlineData("≥90%", "≥", "90", "%")]
    [InlineData("5万元", "=", "5", "万元")]
    [InlineData("涉密", "定性", "涉密", "")]
    [InlineData("2023年12月31日前", "=", "2023年12月31日前", "")]
    [InlineData("6月份前完成相关工作", "=", "6月份前完成相关工作", "")]
    [InlineData("服务对象满意率", "定性", "服务对象满意率", "")]
    [InlineData("≤86.6万元", "≤", "86.6", "万元")]
    [InlineData("100%", "=", "100", "%")]
    [InlineData("不低于 95％", "≥", "95", "%")]
    [InlineData("1套", "=", "1", "套")]
    [InlineData("", "", "", "")]
    public void PrintedTarget_Read_GivesOperatorValueAndUnit(string printed, string sign, string value, string unit)
    {
        var target = IndicatorTarget.Read(printed);
        (target.Operator.Sign(), target.Value, target.Unit).ShouldBe((sign, value, unit));
    }
}
