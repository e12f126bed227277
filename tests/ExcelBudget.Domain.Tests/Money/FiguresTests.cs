using System.Globalization;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Tests.Money;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("49.885", "49.89")]
    [InlineData("49.884999", "49.88")]
    [InlineData("-0.004", "0.00")]
    [InlineData("-2.345", "-2.35")]
    [InlineData("1683.1", "1683.10")]
    public void Figure_Shown_IsRoundedHalfAwayFromZeroWithTwoDecimals(string value, string shown) =>
        Figures.Shown(decimal.Parse(value, CultureInfo.InvariantCulture)).ShouldBe(shown);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    public void Figure_InAnyCulture_IsPrintedWithAPoint(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Figures.Plain(49.8870m).ShouldBe("49.887");
            Figures.Shown(1234.5m).ShouldBe("1234.50");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
