using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Flat;

public class NumberTextTests
{
    [Theory]
    [InlineData("2041.42", "2041.42", true)]
    [InlineData("12.70", "12.70", true)]
    [InlineData("0", "0", true)]
    [InlineData("-0.5", "-0.5", true)]
    [InlineData("123456789012345", "123456789012345", true)]
    [InlineData("31.802000000000003", "31.8020000000000", false)]
    [InlineData("2.0499999999999998", "2.05000000000000", false)]
    [InlineData("0.30000000000000004", "0.300000000000000", false)]
    [InlineData("999999999999999.9", "1000000000000000", false)]
    [InlineData("1234567890123456789", "1234567890123460000", false)]
    [InlineData("1E3", "1000", false)]
    [InlineData("1.5e-05", "0.000015", false)]
    [InlineData("3.1802E+5", "318020", false)]
    [InlineData("1E-40", "0", false)]
    [InlineData("6E-29", "0.0000000000000000000000000001", false)]
    [InlineData("1E-999999999999", "0", false)]
    [InlineData("0E+999999", "0", false)]
    [InlineData("7.9E28", "79000000000000000000000000000", false)]
    [InlineData(".5", "0.5", false)]
    [InlineData("5.", "5", false)]
    [InlineData("+5", "5", false)]
    [InlineData("007", "7", false)]
    [InlineData("-0", "0", false)]
    public void Number_AsAWorkbookWritesIt_IsReadTo15Digits(string text, string value, bool asWritten)
    {
        NumberText.TryParse(text, out var number, out var same).ShouldBeTrue();
        number.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));
        same.ShouldBe(asWritten);
        if (same) number!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(text);
    }

    [Theory]
    [InlineData("31.802000000000003", 3)]
    [InlineData("2.0499999999999998", 2)]
    [InlineData("12.70", 2)]
    [InlineData("12", 0)]
    public void Number_FreedOfItsNoise_HasTheDecimalsThatWereTyped(string text, int decimals)
    {
        NumberText.TryParse(text, out var number, out _).ShouldBeTrue();
        number!.Value.Scale.ShouldBe((byte)decimals);
    }

    [Theory]
    [InlineData("1E300")]
    [InlineData("8E28")]
    [InlineData("-1E+999999999999")]
    public void Number_TooLargeForADecimal_IsANumberWithoutValue(string text)
    {
        NumberText.TryParse(text, out var number, out _).ShouldBeTrue();
        number.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1E")]
    [InlineData("1E+")]
    [InlineData("1E1.5")]
    [InlineData("12.70万元")]
    [InlineData("１２")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("--1")]
    public void Text_ThatIsNoNumber_IsRefused(string text) => NumberText.TryParse(text, out _, out _).ShouldBeFalse();

    [Fact]
    public void Amount_WrittenAsADouble_ReadsAsTheAmount()
    {
        for (var cents = -200_000; cents < 200_000; cents += 7)
        {
            var amount = cents / 100m;
            var noisy = ((double)amount * 3 / 3).ToString("G17", CultureInfo.InvariantCulture);
            NumberText.TryParse(noisy, out var number, out _).ShouldBeTrue();
            number.ShouldBe(amount, noisy);
        }
    }

    [Fact]
    public void AnyDouble_InExcelsWriting_ReadsAsItsRoundingTo15Digits()
    {
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++)
        {
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 20));
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            NumberText.TryParse(text, out var number, out _).ShouldBeTrue();
            var expected =
                decimal.Parse(value.ToString("E14", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
            // R and E14 may round a tie at the sixteenth digit apart: one unit in the fifteenth place
            Math.Abs(number!.Value - expected).ShouldBeLessThanOrEqualTo(Math.Max(Math.Abs(expected) * 1.1e-14m, 1e-28m), text);
        }
    }
}
