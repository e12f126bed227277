using ExcelBudget.Domain.Money;
using Shouldly;
using Xunit;

namespace ExcelBudget.Domain.Tests.Money;

public sealed class AmountFormatTests
{
    [Theory]
    [InlineData(MoneyUnit.TenThousandYuan, 2, "50")]
    [InlineData(MoneyUnit.TenThousandYuan, 4, "0.5")]
    [InlineData(MoneyUnit.TenThousandYuan, 0, "5000")]
    [InlineData(MoneyUnit.TenThousandYuan, 6, "0")]
    [InlineData(MoneyUnit.Yuan, 0, "0.5")]
    [InlineData(MoneyUnit.Yuan, 1, "0.05")]
    [InlineData(MoneyUnit.Yuan, 2, "0")]
    public void HalfOfTheLastDigit_UnitAndDecimals_FollowsFromThem(MoneyUnit unit, int decimals, string yuan) =>
        Figures.Plain(new AmountFormat { Unit = unit, Decimals = decimals }.HalfLastDigit).ShouldBe(yuan);

    [Fact]
    public void TypedNumber_MoreDecimalsThanTheFormPrints_IsExact()
    {
        AmountFormat.TenThousandYuan.HalfWidthOf(2.18m).ShouldBe(50m);
        AmountFormat.TenThousandYuan.HalfWidthOf(2.1840m).ShouldBe(0m);
        new AmountFormat { Unit = MoneyUnit.Yuan, Decimals = 0 }.HalfWidthOf(21_840m).ShouldBe(0.5m);
    }

    [Theory]
    [InlineData(ZeroPrint.Blank, "")]
    [InlineData(ZeroPrint.WithDecimals, "0.00")]
    [InlineData(ZeroPrint.Digit, "0")]
    [InlineData(ZeroPrint.Dash, "—")]
    public void Zero_InACell_PrintsAsTheFormSays(ZeroPrint zero, string printed) =>
        new AmountFormat { Zero = zero }.Printed(0m).ShouldBe(printed);

    [Fact]
    public void Amount_WithSeparators_HasThemOnPaperOnly()
    {
        var format = new AmountFormat { Unit = MoneyUnit.Yuan, HasSeparators = true };
        format.Printed(1_234_567.891m).ShouldBe("1,234,567.89");
        format.Told(1_234_567.891m).ShouldBe("1234567.89");
    }

    [Fact]
    public void YuanOfAForm_NumberAndBack_AreTheSame()
    {
        AmountFormat.TenThousandYuan.Number(318_020m).ShouldBe(31.802m);
        AmountFormat.TenThousandYuan.Yuan(31.802m).ShouldBe(318_020m);
        MoneyUnit.TenThousandYuan.In(MoneyUnit.Yuan).ShouldBe(10_000m);
        MoneyUnit.Yuan.In(MoneyUnit.TenThousandYuan).ShouldBe(0.0001m);
    }
}
