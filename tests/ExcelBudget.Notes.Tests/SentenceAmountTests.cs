using ExcelBudget.Domain.Money;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Tests;

/// <summary>How a sentence writes a figure that is blank in its form: a zero like the amounts beside it.</summary>
public sealed class SentenceAmountTests
{
    private static readonly AmountFormat WholeYuan = new() { Unit = MoneyUnit.Yuan, Decimals = 0, HasSeparators = true };

    [Theory]
    [InlineData("T9[9,2]", "0")]
    [InlineData("T9[9,2:3]", "0")]
    [InlineData("ABS(T9[9,2] - T9[9,3])", "0")]
    [InlineData("SUM(T9[9,2], T9[9,3]) / 2", "0")]
    [InlineData("RATE(T9[9,2], T9[9,3])", "0.00")]
    [InlineData("T9[9,2] / T9[9,3] * 100", "0.00")]
    [InlineData("assets[车辆,quantity]", "0.00")]
    public void FigureOfNothing_InAFormOfWholeYuan_HasTheDecimalsOfWhatItCounts(string figure, string written)
    {
        var expression = Parser.Figure(figure, Hebei.Book.Names);
        SentenceAmounts.Words(SentenceAmounts.Counted(Measure.Zero, expression), WholeYuan).ShouldBe(written);
        SentenceAmounts.Words(SentenceAmounts.Counted(Measure.Money(12_000m), expression), WholeYuan).ShouldBe("12,000");
    }
}
