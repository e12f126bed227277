using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Tests.Spellings;

public sealed class CodeReaderTests
{
    [Theory]
    [InlineData("2070104", "2070104", Untidiness.None)]
    [InlineData("001201", "001201", Untidiness.None)]
    [InlineData("A02010105", "A02010105", Untidiness.None)]
    [InlineData("13000024P00", "13000024P00", Untidiness.None)]
    [InlineData("2070104.0", "2070104", Untidiness.FloatTail)]
    [InlineData("305002.00", "305002", Untidiness.FloatTail)]
    [InlineData("1.0", "1", Untidiness.FloatTail)]
    [InlineData("2.070104E6", "2070104", Untidiness.Scientific)]
    [InlineData("2.070104E+06", "2070104", Untidiness.Scientific)]
    [InlineData("='305002'", "='305002'", Untidiness.None)]
    [InlineData("=\"305002\"", "305002", Untidiness.TextMark)]
    [InlineData("=\"001201\"", "001201", Untidiness.TextMark)]
    [InlineData("'305002", "305002", Untidiness.TextMark)]
    [InlineData("'1309992400001234567", "1309992400001234567", Untidiness.TextMark)]
    [InlineData(" 305002 ", "305002", Untidiness.Blanks)]
    [InlineData("305002\u200b", "305002", Untidiness.Blanks)]
    [InlineData("20701\u00a004", "2070104", Untidiness.Blanks)]
    [InlineData("２０７０１０４", "2070104", Untidiness.FullWidth)]
    [InlineData("Ａ０２", "A02", Untidiness.FullWidth)]
    [InlineData("2070104-图书馆", "2070104-图书馆", Untidiness.None)]
    [InlineData("2070104~2", "2070104~2", Untidiness.None)]
    [InlineData("A 1", "A 1", Untidiness.None)]
    public void Code_InAnyOfItsSpellings_IsThatCode(string text, string code, Untidiness untidy) =>
        CodeReader.Read(text).ShouldBe(new CodeReading(code, untidy, ""));

    [Theory]
    [InlineData("1.30434E+12")]
    [InlineData("1.3099924E19")]
    [InlineData("1E6")]
    public void Code_WhoseDigitsAreLost_IsNoneAndSaysWhy(string text)
    {
        var read = CodeReader.Read(text);

        read.Code.ShouldBeNull();
        read.Reason.ShouldContain("位数已经丢失");
    }
}
