using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Tests.Spellings;

public sealed class DayReaderTests
{
    [Theory]
    [InlineData("2024-04-20")]
    [InlineData("2024-4-20")]
    [InlineData("2024/4/20")]
    [InlineData("2024/04/20")]
    [InlineData("2024.4.20")]
    [InlineData("2024.04.20")]
    [InlineData("2024年4月20日")]
    [InlineData("2024年04月20日")]
    [InlineData("2024年4月20号")]
    [InlineData("2024 年 4 月 20 日")]
    [InlineData("2024年4月20")]
    [InlineData("20240420")]
    [InlineData("２０２４年４月２０日")]
    [InlineData("2024－4－20")]
    [InlineData("2024—4—20")]
    [InlineData("二〇二四年四月二十日")]
    [InlineData("二零二四年四月二十日")]
    [InlineData("2024年四月二十日")]
    [InlineData("45402")]
    [InlineData("45402.0")]
    [InlineData("45402.75")]
    [InlineData("2024-04-20 00:00:00")]
    [InlineData("2024-04-20T08:30:00Z")]
    [InlineData("2024/4/20 8:30")]
    [InlineData("=\"2024-04-20\"")]
    [InlineData("'2024-04-20")]
    [InlineData(" 2024-04-20 ")]
    [InlineData("\u200b2024-04-20")]
    public void Day_InAnyOfItsSpellings_IsThatDay(string text) =>
        DayReader.Read(text).ShouldBe(new DayReading(new DateOnly(2024, 4, 20), DayReader.Read(text).Untidy, ""));

    [Theory]
    [InlineData("2024-13-01", "没有这一天")]
    [InlineData("2023-02-29", "没有这一天")]
    [InlineData("24.4.20", "不是日期")]
    [InlineData("4月20日", "不是日期")]
    [InlineData("2024年4月", "不是日期")]
    [InlineData("2024-4/20", "不是日期")]
    [InlineData("去年末", "不是日期")]
    [InlineData("12345", "不是日期")]
    [InlineData("201", "不是日期")]
    public void WordsOrPartsOfADay_AreNoneAndSayWhy(string text, string reason) =>
        DayReader.Read(text).ShouldBe(new DayReading(null, DayReader.Read(text).Untidy, reason));

    [Theory]
    [InlineData("45402", Untidiness.Serial)]
    [InlineData("二〇二四年四月二十日", Untidiness.Numerals)]
    [InlineData("2024-04-20 00:00:00", Untidiness.TimeOfDay)]
    [InlineData("2024-04-20", Untidiness.None)]
    [InlineData("2024年4月20日", Untidiness.None)]
    public void DayThatHadToBeCleaned_SaysSo(string text, Untidiness untidy) => DayReader.Read(text).Untidy.ShouldBe(untidy);

    [Theory]
    [InlineData("45402", false, "2024-04-20")]
    [InlineData("43940", true, "2024-04-20")]
    [InlineData("61", false, "1900-03-01")]
    public void SerialNumber_IsTheDayExcelShows(string serial, bool is1904, string day) =>
        DayReader.OfSerial(decimal.Parse(serial, System.Globalization.CultureInfo.InvariantCulture), is1904)
            .ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024", 2024, Untidiness.None)]
    [InlineData("2024年", 2024, Untidiness.UnitWords)]
    [InlineData("2024年度", 2024, Untidiness.UnitWords)]
    [InlineData("２０２４", 2024, Untidiness.FullWidth)]
    [InlineData("2024.0", 2024, Untidiness.FloatTail)]
    [InlineData("'2024", 2024, Untidiness.TextMark)]
    [InlineData("=\"2024\"", 2024, Untidiness.TextMark)]
    [InlineData("二〇二四年", 2024, Untidiness.Numerals | Untidiness.UnitWords)]
    [InlineData("二○二四", 2024, Untidiness.Numerals)]
    [InlineData("今年", null, Untidiness.None)]
    [InlineData("2024.5", null, Untidiness.None)]
    public void Year_InAnyOfItsSpellings_IsThatYear(string text, int? year, Untidiness untidy)
    {
        var read = YearReader.Read(text);

        (read.Year, read.Untidy, read.Reason.Length > 0).ShouldBe((year, untidy, year is null));
    }
}
