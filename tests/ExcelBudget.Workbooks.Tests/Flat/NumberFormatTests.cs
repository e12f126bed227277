using System.Globalization;
using ExcelBudget.OfficePackages.Formats;

namespace ExcelBudget.Workbooks.Tests.Flat;

/// <summary>A number is read as its cell shows it.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("95", "0\"场\"", "95场")]
    [InlineData("0.95", "0%", "95%")]
    [InlineData("0.9567", "0.00%", "95.67%")]
    [InlineData("45402", "yyyy\"年\"m\"月\"d\"日\"", "2024年4月20日")]
    [InlineData("45402", "[$-804]yyyy\"年\"mm\"月\"dd\"日\";@", "2024年04月20日")]
    [InlineData("45402", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二四年四月二十日")]
    [InlineData("45261", "yyyy\"年\"m\"月\"", "2023年12月")]
    [InlineData("45402", "yyyy/m/d", "2024/4/20")]
    [InlineData("45402.75", "yyyy-mm-dd hh:mm", "2024-04-20 18:00")]
    [InlineData("45402", "aaaa", "星期六")]
    [InlineData("0.75", "上午/下午h\"时\"mm\"分\"", "下午6时00分")]
    [InlineData("1234567.891", "#,##0.00", "1,234,567.89")]
    [InlineData("1234567", "#,##0,\"千元\"", "1,235千元")]
    [InlineData("-5", "0.00_ ;-0.00_ ;;@", "-5.00")]
    [InlineData("0", "0.00_ ;-0.00_ ;;@", "")]
    [InlineData("-5", "0;[Red](0)", "(5)")]
    [InlineData("7", "000", "007")]
    [InlineData("3", "\"≥\"0\"次\"", "≥3次")]
    [InlineData("3", "\\≥0", "≥3")]
    [InlineData("3", "@", "3")]
    [InlineData("2.5", "General\"万元\"", "2.5万元")]
    [InlineData("12.50", "#.##", "12.5")]
    public void Number_InAFormat_IsReadAsShown(string number, string format, string shown) =>
        NumberFormat.Show(decimal.Parse(number, CultureInfo.InvariantCulture), format).ShouldBe(shown);

    [Theory]
    [InlineData("# ?/?")]
    [InlineData("0.00E+00")]
    [InlineData("[h]:mm")]
    [InlineData("[>100]0;0.00")]
    public void Number_InAFormatTooSpecialToTell_IsNotGuessed(string format) => NumberFormat.Show(0.5m, format).ShouldBeNull();

    [Fact]
    public void Text_InAFormatThatAddsWords_IsReadWithThem() => NumberFormat.Show("三", "0;0;0;@\"个月\"").ShouldBe("三个月");

    [Fact]
    public void Date_OfAWorkbookThatCountsFrom1904_IsThatDate() =>
        NumberFormat.Show(43_940m, "yyyy/m/d", date1904: true).ShouldBe("2024/4/20");
}
