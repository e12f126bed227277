using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Language;
using ExcelBudget.Tests.Spellings;

namespace ExcelBudget.Rules.Tests.Language;

/// <summary>Numbers in the rule language mean what they mean everywhere.</summary>
public sealed class LiteralSpellingTests
{
    [Fact]
    public void EverySpelling_MeansInARuleWhatTheTableSays()
    {
        foreach (var spelling in TypedFigure.At('R')) Value(spelling.Text).ShouldBe(spelling.Value, spelling.Text);
        TypedFigure.At('R').Count().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("－12.5", "-12.5")]
    [InlineData("−12.5", "-12.5")]
    [InlineData("（12.5）", null)]
    [InlineData("12,5", null)]
    [InlineData("12.3.4", null)]
    [InlineData("三公", null)]
    public void SignOrWord_IsAFigureOnlyWhenItSaysOne(string text, string? value) =>
        Value(text).ShouldBe(value is null ? null : FigureReader.Read(value).Value);

    private static decimal? Value(string text)
    {
        try
        {
            return Parser.Figure(text, new FormNames([], new Dictionary<string, Domain.Codes.CodeList>())) switch
            {
                Expression.Literal literal => literal.Figure.Value,
                Expression.Negation { Operand: Expression.Literal literal } => -literal.Figure.Value,
                _ => null,
            };
        }
        catch (LanguageException)
        {
            return null;
        }
    }
}
