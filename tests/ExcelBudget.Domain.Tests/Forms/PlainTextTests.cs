using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Tests.Forms;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(" 项  目 ", "项目")]
    [InlineData("“三公”经费小计", "三公经费小计")]
    [InlineData("一、因公出国(境)费", "一、因公出国（境）费")]
    [InlineData("科目　编码", "科目编码")]
    public void Label_AsPeopleVaryIt_IsComparedAlike(string printed, string compared) => PlainText.Label(printed).ShouldBe(compared);

    [Fact]
    public void Paragraphs_WithBlankLinesAndMixedLineEnds_AreKeptOneByOne() =>
        PlainText.Paragraphs("  一、职责\r\n\r\n二、机构 \n").ShouldBe("一、职责\n二、机构");
}
