using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Domain.Tests.Indicators;

public sealed class HostileTextTests
{
    private const int Megabyte = 1_000_000;

    private static readonly string[] Pieces =
    [
        "一、", "（一）", "(二)", "产出指标", "数量指标：", "质量指：", "满意度指标100%", "效益指标", "1.", "2、", "①", "（1）", "指标1：", "≥", "≤", ">=", "90", "%",
            "2023年12月底", "2024/3/15",
        "5*1200*12个月", "300元/13人", "不少于", "控制在", "以内", "余", "，", "、", "；", "。", "：", " ", "\n", "\t", "|", "（", "）", "《", "》", "【", "】",
            "<p>", "</p>", "<br/>", "<ol style=\"x\">", "&ge;", "&#8805;", "&",
        "<", ">", "$\\leq 0\\%$", "\\geq", "\\", "$", "**", "\u200B", "\u00AD", "\0", "\uD83D", "每月", "10日前", "无", "/", "-", "~", "至",
            "定性", "健全", "显著提升", "培训人数", "保证", "了", "1,200", ".5", "约", "第3次", "A4", "１０％", "\r\n", "_x000D_",
    ];

    [Fact]
    public void AnyText_Read_IsGivenBackSignForSign()
    {
        var texts = Gen.Choose(0, Pieces.Length - 1).ListOf().Select(picked => string.Concat(picked.Select(index => Pieces[index])));
        Prop.ForAll(texts.ToArbitrary(), text => IndicatorText.Read(text).Rebuild() == text)
            .Check(Laws.Tried(2000).WithEndSize(60));
    }

    [Fact]
    public void RandomSigns_Read_AreGivenBackSignForSign()
    {
        var texts = Gen.Choose(0, char.MaxValue).ListOf().Select(signs => string.Concat(signs.Select(sign => (char)sign)));
        Prop.ForAll(texts.ToArbitrary(), text => IndicatorText.Read(text).Rebuild() == text)
            .Check(Laws.Tried(500).WithEndSize(300));
    }

    [Fact]
    public void AnyText_ReadRenderedAndReadAgain_NeverFails()
    {
        var texts = Gen.Choose(0, Pieces.Length - 1).ListOf().Select(picked => string.Concat(picked.Select(index => Pieces[index])));
        Prop.ForAll(texts.ToArbitrary(), text => IndicatorText.Read(IndicatorText.Render(IndicatorText.Read(text).Indicators)) is not null)
            .Check(Laws.Tried(500).WithEndSize(40));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1(")]
    [InlineData("1 a")]
    [InlineData("一")]
    [InlineData("（")]
    [InlineData("《")]
    [InlineData("<p")]
    [InlineData("<p>")]
    [InlineData("&")]
    [InlineData("$1")]
    [InlineData("\\n")]
    [InlineData("_")]
    [InlineData("，")]
    [InlineData("保证，")]
    [InlineData("培训，≥")]
    [InlineData("1.")]
    [InlineData("（一）")]
    [InlineData("数量指标：")]
    [InlineData("一、产出指标\n")]
    [InlineData("一、产出指标（一）数量指标：1.培训人数≥200人；")]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("2*")]
    [InlineData("1-")]
    [InlineData("1,000")]
    [InlineData("元/")]
    [InlineData("1元/人")]
    [InlineData("性按 ")]
    [InlineData("每1")]
    [InlineData("满意度 ")]
    [InlineData("产出指标\t数量指标\t培训\t≥\t5\t人\t10\n")]
    [InlineData("培训\n≥\n5\n人\n")]
    [InlineData("培训\t5\t10\t")]
    public void OneMegabyte_OfAnything_IsReadInTimeLinearToItsLength(string piece)
    {
        var small = Watch(piece, Megabyte / 8);
        var large = Watch(piece, Megabyte);
        // quadratic time would be 64 times as long; the floor keeps compiling and collecting from deciding
        large.ShouldBeLessThan(TimeSpan.FromSeconds(4) + small * 24);
    }

    private static TimeSpan Watch(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        return ProcessorTime.Of(() => IndicatorText.Read(text).Rebuild().Length.ShouldBe(text.Length));
    }
}
