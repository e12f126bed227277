using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>What published self-evaluations and approvals print around a target, and forms handed in do not.</summary>
public sealed class PublishedTableTests
{
    private const string Evaluated = """
        产出指标⇥数量指标⇥采购图书⇥3200册⇥3260册⇥8⇥8
        ⇥⇥开展读书活动⇥12场⇥13场⇥8⇥8
        ⇥质量指标⇥图书验收合格率⇥98%⇥100%⇥10⇥10
        效益指标⇥社会效益指标⇥群众阅读兴趣⇥明显提高⇥明显提高⇥20⇥18
        满意度指标⇥服务对象满意度⇥读者满意度⇥90%⇥95%⇥10⇥10
        """;

    private const string Reached = """
        产出指标⇥数量指标⇥采购图书⇥3200册⇥3260册
        ⇥⇥开展读书活动⇥12场⇥13场
        ⇥质量指标⇥图书验收合格率⇥98%⇥100%
        效益指标⇥社会效益指标⇥群众阅读兴趣⇥明显提高⇥达成预期指标
        满意度指标⇥服务对象满意度⇥读者满意度⇥90%⇥95%
        """;

    private const string LastYear = """
        产出指标⇥数量指标⇥采购图书⇥3200册⇥3260册
        ⇥⇥开展读书活动⇥12场⇥13场
        ⇥质量指标⇥图书验收合格率⇥98%⇥99%
        ⇥时效指标⇥采购完成时间⇥2023年9月⇥2024年9月底前
        满意度指标⇥服务对象满意度⇥读者满意度⇥90%⇥95%
        """;

    [Theory]
    [InlineData(Evaluated, "3200册 12场 98% 明显提高 90%")]
    [InlineData(Reached, "3200册 12场 98% 明显提高 90%")]
    [InlineData(LastYear, "3260册 13场 99% 2024年9月底前 95%")]
    public void FiguresReachedWithoutHeader_BesideTargets_AreNoTargets(string text, string targets) =>
        string.Join(' ', Read(text).Select(it => it.Value + it.Unit)).ShouldBe(targets);

    [Fact]
    public void RowOfTheForm_WithNothingButItsScoring_IsNoIndicator() => Names("""
        产出指标⇥数量指标⇥调查样本户⇥定量⇥120⇥户⇥未达指标值酌情扣分
        ⇥质量指标⇥数据审核通过率⇥定量⇥100⇥%⇥未达指标值酌情扣分
        效益指标⇥经济效益指标⇥⇥⇥⇥⇥未达指标值酌情扣分
        ⇥社会效益指标⇥统计服务水平⇥定性⇥稳步提升⇥%⇥未达指标值酌情扣分
        """).ShouldBe("调查样本户 数据审核通过率 统计服务水平");

    [Fact]
    public void HeadingInTheColumnOfNames_WithATarget_IsTheName()
    {
        var read = Read("""
            产出指标⇥数量指标⇥调查样本户⇥定量⇥120⇥户
            ⇥质量指标⇥数据审核通过率⇥定量⇥100⇥%
            ⇥成本指标⇥社会成本指标⇥定量⇥100⇥%
            """);
        read[2].Name.ShouldBe("社会成本指标");
        (read[2].Level1, read[2].Level2).ShouldBe(("产出指标", "成本指标"));
    }

    [Fact]
    public void HeadingsOfAReport_CompletionAnalysed_AreHeadings()
    {
        var read = Read("""
            二、绩效目标完成情况分析
            1.产出指标完成情况分析
            （1）数量指标完成情况分析：组织农机手培训6期，实际完成7期；补贴机具512台。
            2.效益指标完成情况分析。
            （1）可持续影响指标完成情况：农机服务体系进一步健全。
            3.满意度指标完成情况分析
            受益农户满意度95%以上。
            """);
        read.Select(it => $"{it.Level1}/{it.Level2}/{it.Name}").ShouldBe(["产出指标/数量指标/组织农机手培训", "产出指标/数量指标/补贴机具",
            "效益指标/可持续影响指标/农机服务体系", "满意度指标//受益农户满意度"]);
    }

    [Fact]
    public void Level1InTheMiddleOfItsRows_AtTheSide_KeepsLevel2() => Read("""
        ⇥数量指标⇥采购图书⇥≥3200册
        ⇥⇥开展读书活动⇥≥12场
        产出指标⇥⇥举办讲座⇥≥4场
        ⇥质量指标⇥图书验收合格率⇥≥98%
        """).Select(it => it.Level1 + it.Level2).ShouldBe(["产出指标数量指标", "产出指标数量指标", "产出指标数量指标", "产出指标质量指标"]);

    [Theory]
    [InlineData("600发⇥购置增雨炮弹\n24炷⇥购置烟条\n≥95%⇥弹药合格率\n204年3月底前⇥完成采购")]
    [InlineData("600发 购置增雨炮弹\n24炷 购置烟条\n≥95% 弹药合格率\n204年3月底前 完成采购")]
    public void TargetsBeforeNames_WithRareUnitsAndATornYear_AreRead(string text) =>
        Read(text).Select(it => it.Operator.Sign() + it.Value + it.Unit + it.Name)
            .ShouldBe(["=600发购置增雨炮弹", "=24炷购置烟条", "≥95%弹药合格率", "=204年3月底前完成采购"]);

    [Theory]
    [InlineData("数量指标⇥培训人数⇥≥200人⇥反映培训开展情况\n⇥推动法治建设⇥⇥反映法治建设情况\n质量指标⇥合格率⇥≥95%⇥反映培训质量情况")]
    [InlineData("数量指标：\n培训人数≥200人 反映培训开展情况\n推动法治建设 反映法治建设情况\n合格率≥95%，反映培训质量情况")]
    public void NameWithNothingButItsDescription_Read_HasNoTarget(string text)
    {
        var read = Read(text);
        read.Select(it => it.Name).ShouldBe(["培训人数", "推动法治建设", "合格率"]);
        read[1].Operator.ShouldBe(TargetOperator.None);
    }

    [Theory]
    [InlineData("年度\n绩效\n指标\n产出指标⇥数量指标⇥采购图书⇥≥3200册\n⇥⇥读书活动⇥≥12场\n⇥质量指标⇥合格率⇥≥98%")]
    [InlineData("绩\n效\n指\n标⇥一级指标⇥二级指标⇥三级指标⇥指标值\n产出指标⇥数量指标⇥采购图书⇥≥3200册\n⇥⇥读书活动⇥≥12场\n⇥质量指标⇥合格率⇥≥98%")]
    public void TitleSetDownTheSide_AboveTheTable_IsNoIndicator(string text) => Names(text).ShouldBe("采购图书 读书活动 合格率");

    [Fact]
    public void SentenceThatBeginsWithItsRate_Read_IsItsTarget()
    {
        var first = Read("数量指标：100%及时、足额发放低保资金，达到应保尽保。")[0];
        (first.Name, first.Value, first.Unit).ShouldBe(("及时、足额发放低保资金", "100", "%"));
    }

    private static IReadOnlyList<Indicator> Read(string text) => IndicatorText.Read(text.Replace('⇥', '\t')).Indicators;

    private static string Names(string text) => string.Join(' ', Read(text).Select(it => it.Name));
}
