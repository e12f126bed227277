using ExcelBudget.Domain.Money;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Tests.Reading;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("12.70 万元", "12.70")]
    [InlineData("１，２３４．５", "1234.5")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("（12.7）", "-12.7")]
    [InlineData("127000元", "12.7")]
    public void Figure_TypedAsPeopleDo_IsRead(string typed, string read) =>
        FigureText.Read(typed, MoneyUnit.TenThousandYuan)!.Value.ShouldBe(decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("18,0")]
    [InlineData("6,43.3")]
    [InlineData("1,23")]
    [InlineData("约12")]
    [InlineData("12.3.4")]
    public void Figure_WithACommaOutOfPlaceOrWords_IsNoFigure(string typed) =>
        FigureText.Read(typed, MoneyUnit.TenThousandYuan).ShouldBeNull();

    [Theory]
    [InlineData("—")]
    [InlineData("无")]
    public void Sign_ForNothing_IsBlank(string typed) => FigureText.Read(typed, MoneyUnit.TenThousandYuan)!.Value.ShouldBeNull();
}
