using ExcelBudget.Workbooks.Layout;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>Sheet «T3 支出总表» has a region from row 6 on with one prototype row that is laid out four times.</summary>
public sealed class ReferenceRewriterTests
{
    private readonly ReferenceRewriter _rewriter =
        new(new Dictionary<string, RowMap> { ["T3 支出总表"] = new(6, 1, [0, 0, 0, 0]), ["Data"] = new(2, 1, [0, 0]) });

    [Theory]
    [InlineData("SUM(D6:D6)", "SUM(D6:D9)")]
    [InlineData("$D$7", "$D$10")]
    [InlineData("A1&D5", "A1&D5")]
    [InlineData("'T3 支出总表'!$A$6:$I$7", "'T3 支出总表'!$A$6:$I$10")]
    [InlineData("'另一张表'!D7", "'另一张表'!D7")]
    [InlineData("Data!B3+D7", "Data!B4+D10")]
    [InlineData("\"D7 不动\"&D7", "\"D7 不动\"&D10")]
    [InlineData("LOG10(D7)", "LOG10(D10)")]
    [InlineData("EB_T3_rows", "EB_T3_rows")]
    [InlineData("$3:$5", "$3:$5")]
    public void Formula_OnTheLaidOutSheet_FollowsItsRows(string formula, string expected) =>
        _rewriter.Rewrite(formula, "T3 支出总表").ShouldBe(expected);

    [Fact]
    public void Formula_OnASheetThatKeepsItsRows_StaysAsItIs() => _rewriter.Rewrite("D7+D8:D9", "填报说明").ShouldBe("D7+D8:D9");
}
