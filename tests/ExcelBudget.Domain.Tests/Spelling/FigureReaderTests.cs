using ExcelBudget.Domain.Spelling;
using ExcelBudget.Tests.Spellings;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Domain.Tests.Spellings;

public sealed class FigureReaderTests
{
    [Fact]
    public void EverySpelling_IsReadAsTheTableSays()
    {
        var wrong = TypedFigure.All.Select(spelling => (spelling, Said: Said(FigureReader.Read(spelling.Text)), Wanted: Wanted(spelling)))
            .Where(case_ => case_.Said != case_.Wanted)
            .Select(case_ => $"«{case_.spelling.Text}» {case_.Wanted}, read: {case_.Said}");

        wrong.ShouldBeEmpty();
        TypedFigure.All.Count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void EverySpellingOfTheTable_StandsOnce() => TypedFigure.All.Select(spelling => spelling.Text).ShouldBeUnique();

    [Fact]
    public void SpellingInRunningText_IsReadUpToItsEnd()
    {
        foreach (var spelling in TypedFigure.At('N').Where(spelling => spelling.Value is not null))
        {
            var folded = TextFolding.Half(spelling.Text);
            var figure = FigureReader.At("共" + folded + "，比上年", 1, out _, out var end);

            (figure.Value, end).ShouldBe((spelling.Value!.Value, 1 + folded.Length), spelling.Text);
        }
    }

    [Theory]
    [InlineData("三公经费支出")]
    [InlineData("一般公共预算")]
    [InlineData("万元大写")]
    [InlineData("千元以下")]
    [InlineData("三元区财政局")]
    public void WordThatBeginsWithANumeral_IsNoFigureInRunningText(string text) =>
        FigureReader.At(text, 0, out _, out _).IsFigure.ShouldBeFalse();

    [Theory]
    [InlineData("12.70万元", "1", "127000")]
    [InlineData("12.70", "10000", "127000")]
    [InlineData("127000元", "10000", "127000")]
    [InlineData("95%", "1", null)]
    [InlineData("约12", "1", null)]
    public void AmountInYuan_FollowsItsOwnUnitBeforeThatOfItsPlace(string text, string shown, string? yuan) =>
        FigureReader.Read(text).InYuan(decimal.Parse(shown, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(yuan is null ? null : decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void AnyText_IsReadWithoutAnException() =>
        Prop.ForAll<string>(text => Read(text ?? "")).QuickCheckThrowOnFailure();

    private static void Read(string text)
    {
        var figure = FigureReader.Read(text);
        (figure.IsFigure ? 1 : 0).ShouldBe(1 - (figure.IsNothing || figure.IsBlank || figure.Problem != FigureProblem.None ? 1 : 0));
        _ = DayReader.Read(text);
        _ = YearReader.Read(text);
        _ = CodeReader.Read(text);
        for (var at = 0; at <= text.Length; at++) _ = FigureReader.At(text, at, out _, out _);
    }

    private static string Said(FigureReading read) => read.IsFigure
        ? $"{read.Value.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture)} {Unit(read)} ({read.Untidy})"
        : read.IsNothing ? $"nothing ({read.Untidy})" : read.Problem.ToString();

    private static string Wanted(TypedFigure spelling) => spelling.Value is { } value
        ? $"{value.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture)} {spelling.Unit} ({spelling.Cleaned})"
        : spelling.Means == "nothing" ? $"nothing ({spelling.Cleaned})" : spelling.Problem.ToString();

    private static string Unit(FigureReading read) => read.Unit switch
    {
        FigureUnit.Yuan => "元",
        FigureUnit.Percent => "%",
        FigureUnit.PerMille => "‰",
        FigureUnit.PercentagePoint => "百分点",
        _ => read.SaysItsUnit ? "own" : "",
    };
}
