using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Domain.Tests.Indicators;

public sealed class RenderingTests
{
    [Fact]
    public void Indicators_Rendered_HaveTheLayoutOfTheForm()
    {
        Indicator[] indicators =
        [
            new() { Level1 = "产出指标", Level2 = "数量指标", Number = "1", Name = "校稿次数", Operator = TargetOperator.AtLeast, Value = "4", Unit =
                "次" },
            new() { Level1 = "产出指标", Level2 = "数量指标", Number = "2", Name = "电信安全专线", Operator = TargetOperator.Equal, Value = "1", Unit =
                "条" },
            new() { Level1 = "产出指标", Level2 = "成本指标", Number = "1", Name = "校稿费", Operator = TargetOperator.Equal, Value = "4.4", Unit =
                "万元/4次" },
            new() { Level1 = "满意度指标", Level2 = "", Number = "1", Name = "读者评价", Operator = TargetOperator.Qualitative, Value = "良好" },
        ];
        IndicatorText.Render(indicators)
            .ShouldBe("一、产出指标\n（一）数量指标：\n1.校稿次数 ≥4次\n2.电信安全专线 1条\n（二）成本指标：\n1.校稿费 4.4万元/4次\n二、满意度指标\n1.读者评价 良好");
    }

    [Fact]
    public void NoIndicators_Rendered_AreEmpty() => IndicatorText.Render([]).ShouldBeEmpty();

    [Fact]
    public void EnteredRows_HoweverOdd_AreReadBackAsTheyWereEntered()
    {
        Prop.ForAll(IndicatorLists.Entered.ToArbitrary(), list =>
        {
            var text = IndicatorText.Render(list);
            var read = IndicatorText.Read(text).Indicators.Select(KeyTests.Said).ToArray();
            return read.SequenceEqual(list)
                .Label($"{text}\n--- read\n{string.Join('\n', read.Except(list))}\n--- for\n{string.Join('\n', list.Except(read))}");
        }).Check(Laws.Tried(400));
    }

    [Theory]
    [InlineData(TargetOperator.Qualitative, "收益分配", "第一年返本20%，分红8%", "")]
    [InlineData(TargetOperator.Equal, "资金拨付", "12月底到位", "")]
    [InlineData(TargetOperator.Equal, "点击量", "44,561", "")]
    [InlineData(TargetOperator.AtLeast, "（一）数量指标", "5", "次")]
    [InlineData(TargetOperator.Equal, "1.培训3次，发放20份", "2024年", "版")]
    [InlineData(TargetOperator.AtLeast, "合格率", "９０", "％")]
    public void EnteredRow_ThatAnOrdinaryLineWouldGarble_IsReadBackAsItWasEntered(
        TargetOperator bound, string name, string value, string unit)
    {
        var entered =
            new Indicator { Level1 = "产出指标", Level2 = "数量指标", Number = "1", Name = name, Operator = bound, Value = value, Unit = unit };
        IndicatorText.Read(IndicatorText.Render([entered])).Indicators.Select(KeyTests.Said).ShouldBe([entered]);
    }

    [Fact]
    public void AnyIndicators_RenderedAndRead_AreTheSame()
    {
        Prop.ForAll(IndicatorLists.All.ToArbitrary(), list =>
        {
            var text = IndicatorText.Render(list);
            var read = IndicatorText.Read(text).Indicators.Select(KeyTests.Said).ToArray();
            return read.SequenceEqual(list)
                .Label($"{text}\n--- read\n{string.Join('\n', read.Except(list))}\n--- for\n{string.Join('\n', list.Except(read))}");
        }).Check(Laws.Tried(400));
    }
}
