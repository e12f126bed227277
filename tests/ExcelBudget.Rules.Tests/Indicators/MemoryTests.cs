using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>What is known of a project or an indicator stays with it, and with nothing that differs from it.</summary>
public sealed class MemoryTests
{
    private static readonly IndicatorMeaning Meaning = new(Document.Book.Pack.Indicators!);

    [Fact]
    public void Indicator_ThatWasJudged_IsEqualToItsLike()
    {
        var (judged, other) = (Line("收入增长率"), Line("收入增长率"));
        Meaning.IsGrowth(judged).ShouldBeTrue();
        judged.ShouldBe(other);
        judged.GetHashCode().ShouldBe(other.GetHashCode());
    }

    [Fact]
    public void Copy_OfAJudgedIndicator_IsJudgedForItself()
    {
        var judged = Line("收入增长率");
        Meaning.IsGrowth(judged).ShouldBeTrue();
        var copy = judged with { Indicator = judged.Indicator with { Name = "培训人数" } };
        Meaning.IsGrowth(copy).ShouldBeFalse();
        Meaning.IsGrowth(judged).ShouldBeTrue();
    }

    [Fact]
    public void Project_WithOtherIndicators_IsJudgedForItself()
    {
        var project = OneProject.With(10m, "数量指标：培训人数 ≥100人");
        OneProject.Found("missingDimension", project).Count.ShouldBe(1);
        OneProject.Found("missingTarget", project).ShouldBeEmpty();
        var copy = project with { Indicators = [.. project.Indicators, .. OneProject.With(10m, "数量指标：培训次数 ≥**").Indicators] };
        OneProject.Found("missingTarget", copy).Count.ShouldBe(1);
        OneProject.Found("missingTarget", project).ShouldBeEmpty();
    }

    private static ReviewedIndicator Line(string name) =>
        new(new Indicator { Level1 = "效益指标", Level2 = "经济效益指标", Name = name, Operator = TargetOperator.AtLeast, Value = "5", Unit = "%" });
}
